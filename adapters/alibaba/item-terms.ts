import { type Fen, parseMoney } from '#shared/domain/money.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { quote } from '../kit/rows.ts';
import type { ItemPage } from './item-page.ts';

/** Quarantines one fact of the page. */
export type Note = (fact: string, reason: string) => void;

/** Terms of the sale (拍卖要素) as the page's table states them. */
interface Terms {
  readonly start: Fen | undefined;
  readonly deposit: Fen | undefined;
  readonly appraisal: Fen | undefined;
  readonly increment: Fen | undefined;
  readonly extensionMinutes: number | undefined;
}

/** Reads the terms by label; a sell-off (变卖) words two of them differently. An unknown label is passed over. */
export function readTerms({ terms }: ItemPage, note: Note): Terms {
  const amount = (fact: string, ...labels: readonly string[]) => {
    const label = labels.find((candidate) => terms.has(candidate));
    return label === undefined ? undefined : readAmount(terms.get(label) ?? '', fact, label, note);
  };
  const appraisal = amount('appraisal', '评估价', '市场价');
  return {
    start: amount('startPrice', '起拍价', '变卖价'),
    deposit: amount('deposit', '保证金', '变卖预缴款'),
    appraisal: appraisal === 0 ? undefined : appraisal,
    increment: amount('increment', '加价幅度'),
    extensionMinutes: readMinutes(terms.get('延时周期') ?? '', note),
  };
}

/** Reads an amount; says nothing for none (无) or an empty place, notes what cannot be read. */
export function readAmount(text: string, fact: string, place: string, note: Note): Fen | undefined {
  // The sign stands apart from the figure and stays when there is none.
  const amount = parseMoney(text.replace(/^\s*[¥￥]\s*/, ''));
  if (amount.kind === 'unreadable') note(fact, `unreadable amount under ${place}: ${quote(text)}`);
  return amount.kind === 'amount' ? amount.fen : undefined;
}

/** Reads a count; says nothing for an empty place, notes what cannot be read. */
export function readCount(text: string, fact: string, note: Note): number | undefined {
  const plain = toPlainText(text);
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (plain !== '') note(fact, `not a count: ${quote(plain)}`);
  return undefined;
}

function readMinutes(text: string, note: Note): number | undefined {
  if (text === '' || text === '无') return undefined;
  const minutes = /^(\d{1,3}) ?分钟(?:\/次)?$/.exec(text)?.[1];
  if (minutes === undefined) note('extensionMinutes', `not a number of minutes: ${quote(text)}`);
  return minutes === undefined ? undefined : Number(minutes);
}
