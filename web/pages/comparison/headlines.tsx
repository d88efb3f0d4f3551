import type { ClockPair, Pair } from '#shared/services/comparison/model-headlines.ts';
import { comparisonAddress, type Tab } from './address.ts';
import { figuresOf } from './figure.tsx';
import type { PartProps } from './view.ts';

/** A pair, and the path its lists stand under. */
interface Told {
  readonly pair: Pair;
  readonly path: string;
}

interface QuestionProps extends PartProps {
  readonly question: string;
  readonly pairs: readonly Told[];
  /** Where every pair stands. */
  readonly tab: Tab;
}

function isDecided({ pair: { verdict } }: Told): boolean {
  return verdict === 'a-better' || verdict === 'b-better';
}

/** As many pairs as are all told in full. */
const FEW_PAIRS = 3;

const UNDECIDED_TEXT = {
  indistinguishable: '不可区分',
  'too-few': '标的太少',
  'not-comparable': '不可比',
} as const;

/** "不可区分 2 组、不可比 1 组" */
function undecidedText(pairs: readonly Told[]): string {
  return Object.entries(UNDECIDED_TEXT)
    .map(([verdict, text]) => [text, pairs.filter(({ pair }) => pair.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([text, count]) => `${text} ${count} 组`)
    .join('、');
}

/** One of the three questions, with the answers that tell platforms apart; the rest is counted. */
function Question({ view, question, pairs, tab }: QuestionProps) {
  const told = pairs.length <= FEW_PAIRS ? pairs : pairs.filter(isDecided);
  const rest = pairs.filter((each) => !told.includes(each));
  return (
    <section>
      <h3>{question}</h3>
      {pairs.length === 0 ? <p class="sentence">没有可以比较的平台。</p> : null}
      <PairSentences view={view} pairs={told} />
      {rest.length === 0 ? null : (
        <p class="sentence">
          {told.length === 0 ? '' : '其余:'}
          {undecidedText(rest)}。<a href={comparisonAddress(view.comparison.request, tab)}>逐组查看</a>
        </p>
      )}
    </section>
  );
}

/** Pairs of a question that is asked once. */
export function toldOf(question: 'fees' | 'success', pairs: readonly Pair[]): readonly Told[] {
  return pairs.map((pair) => ({ pair, path: `pair/${question}/${pair.a}/${pair.b}` }));
}

/** Pairs of the question that is asked of each clock. */
export function toldOfClocks(pairs: readonly ClockPair[]): readonly Told[] {
  return pairs.map((pair) => ({ pair, path: `pair/timeliness/${pair.clock}/${pair.a}/${pair.b}` }));
}

/** The three headline comparisons in words: which is cheaper, which is quicker, whether success differs. */
export function HeadlineSentences({ view }: PartProps) {
  const { fees, timeliness, success } = view.comparison.headlines;
  return (
    <section aria-labelledby="headlines">
      <h2 id="headlines">三项比较的结论</h2>
      <Question view={view} question={fees.question} pairs={toldOf('fees', fees.pairs)} tab="fees" />
      <Question view={view} question={timeliness.question} pairs={toldOfClocks(timeliness.pairs)} tab="timeliness" />
      <Question view={view} question={success.question} pairs={toldOf('success', success.pairs)} tab="outcome" />
      <p class="soft">以上为统计关联,非因果;各平台标的构成不同,不作总分排名。</p>
    </section>
  );
}

interface SentencesProps extends PartProps {
  readonly pairs: readonly Told[];
}

/** What each pair's sentence says, and the lots it rests on. */
export function PairSentences({ view, pairs }: SentencesProps) {
  const { count } = figuresOf(view);
  return (
    <>
      {pairs.map(({ pair, path }) => (
        <p class="sentence">
          {pair.sentence} <span class="soft">依据的标的</span> {count(`${path}/compared`, pair.overlap.compared)}
        </p>
      ))}
    </>
  );
}
