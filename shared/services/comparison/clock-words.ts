import { clockById } from '../../domain/timeliness/clocks.ts';
import type { ClockPair } from './model-headlines.ts';
import type { PairOf } from './pairs.ts';
import { ASSOCIATION, medianText, percentText, shareIntervalText, UNIT_TEXT, verdictText } from './words.ts';

/** Below this a p-value is only said to be below. */
const LEAST_P = 1_000;

type Found = Omit<ClockPair, 'sentence'>;

/** The limit that both sides are held to, if it is the same. */
function limitText({ limitsA, limitsB }: Found, { nameA, nameB }: PairOf, unit: string): string {
  return limitsA
    .flatMap((a) => {
      const b = limitsB.find(({ limit }) => limit.rule === a.limit.rule);
      if (b === undefined || a.share === null || b.share === null || a.interval === null || b.interval === null)
        return [];
      const word = a.limit.op === 'at-most' ? `${a.limit.value}${unit}内完成` : `满${a.limit.value}${unit}`;
      const of = (name: string, share: number, interval: { low: number; high: number }) =>
        `${name}${percentText(share)}(95%区间${shareIntervalText(interval)})`;
      return [`,${word}的${of(nameA, a.share, a.interval)}、${of(nameB, b.share, b.interval)}`];
    })
    .join('');
}

function ground({ test, adjustedP, verdict }: Found): string {
  if (verdict === 'not-comparable') return '(部分时间只由轮询得知,不作检验)';
  if (test === null || adjustedP === null) return '(无法检验)';
  const p = adjustedP < LEAST_P ? `<${percentText(LEAST_P)}` : `=${percentText(adjustedP)}`;
  return `(对数秩检验,Holm校正后p${p})`;
}

/** The sentence on one clock of two platforms. */
export function clockSentence(found: Found, pair: PairOf): string {
  const { clock, n, timesA, timesB, verdict } = found;
  const { nameA, nameB } = pair;
  const { name, unit } = clockById(clock);
  const counts = `${name}:${nameA}${n.a}件、${nameB}${n.b}件`;
  if (verdict === 'too-few') return `${counts};${verdictText(verdict, nameA, nameB)}。`;
  return [
    `${counts};中位数${nameA}${medianText(timesA, unit)}、${nameB}${medianText(timesB, unit)}`,
    `${limitText(found, pair, UNIT_TEXT[unit])}:${verdictText(verdict, nameA, nameB)}${ground(found)}。`,
    ASSOCIATION,
  ].join('');
}
