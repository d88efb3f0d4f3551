import type { ListingTerms } from '../listing/terms.ts';
import { WORDS } from '../listing/words.ts';
import { type LotState, statusOf } from '../lot-state.ts';
import { type Fen, formatYuan } from '../money.ts';
import type { LotFacts } from '../observation.ts';
import { toPlainText } from '../plain-text.ts';
import { formatBeijingText, type Instant } from '../time.ts';
import type { Difference } from './placement.ts';

/** One side of a comparison, as people read it; `null`: not said. */
type Text = string | null;
type Facts = Readonly<Partial<LotFacts>>;

/** A thing that both the approved terms and the lot's record may say. */
type Compared = readonly [what: string, approved: (terms: ListingTerms) => Text, shown: (facts: Facts) => Text];

const COMPARED: readonly Compared[] = [
  ['标题', ({ title }) => title, ({ title }) => title ?? null],
  ['计价方式', ({ priceBasis }) => basis(priceBasis), ({ priceBasis }) => basis(priceBasis)],
  ['起拍价', ({ startPriceFen }) => yuan(startPriceFen), ({ startPrice }) => yuan(startPrice)],
  ['评估价', ({ appraisal }) => yuan(appraisal.fen), ({ appraisal }) => yuan(appraisal)],
  ['保证金', ({ deposit }) => yuan(deposit.fen), ({ deposit }) => yuan(deposit)],
  ['加价幅度', ({ incrementFen }) => yuan(incrementFen), ({ increment }) => yuan(increment)],
  [
    '延时周期',
    ({ extension }) => seconds(extension?.bySeconds),
    ({ extensionMinutes }) => seconds(extensionMinutes === undefined ? undefined : extensionMinutes * 60),
  ],
  ['租期', ({ lease }) => months(lease.months), ({ termMonths }) => months(termMonths)],
  ['报名截止', ({ windows }) => time(windows.registrationEndsAt), (facts) => time(facts.registrationEndsAt)],
  ['竞价开始', ({ windows }) => time(windows.biddingStartsAt), ({ startsAt }) => time(startsAt)],
];

const END: Compared = ['竞价结束', ({ windows }) => time(windows.biddingEndsAt), ({ endsAt }) => time(endsAt)];

/**
 * What the platform shows otherwise than it was approved (与批准内容不一致), as far as both say it: what is not in the record, or
 * was left open in the terms, is no difference. The end is left out once extensions moved it.
 *
 * @param seller name of the owner as approved, where the caller knows it
 */
export function differencesOf(approved: ListingTerms, state: LotState, seller: Text = null): readonly Difference[] {
  const facts = factsOf(state);
  const bySeller: Compared = ['委托方', () => seller, (shown) => shown.seller ?? null];
  const compared = [...COMPARED, ...(isExtended(approved, state) ? [] : [END]), bySeller];
  return compared.flatMap(([what, said, seen]) => {
    const [before, now] = [said(approved), seen(facts)];
    if (before === null || now === null || isSame(before, now)) return [];
    return [{ what, approved: before, shown: now }];
  });
}

function factsOf({ facts }: LotState): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, register]) => [name, register.value]));
}

/** Bids moved the end; where nobody says how often, a later end of a lot that takes extensions is taken for it once bidding began. */
function isExtended({ windows, extension }: ListingTerms, state: LotState): boolean {
  const { extensionCount, endsAt } = state.facts;
  if (extensionCount !== undefined) return extensionCount.value > 0;
  const hasBegun = !['announced', 'unknown'].includes(statusOf(state));
  const isLater = windows.biddingEndsAt !== null && endsAt !== undefined && endsAt.value > windows.biddingEndsAt;
  return hasBegun && isLater && extension !== null;
}

/** Blanks and full-width forms are the platform's typography, not another content. */
function isSame(a: string, b: string): boolean {
  const bare = (text: string) => toPlainText(text).replaceAll(' ', '');
  return bare(a) === bare(b);
}

function yuan(amount: Fen | null | undefined): Text {
  return amount === null || amount === undefined ? null : `${formatYuan(amount)} 元`;
}

function time(instant: Instant | null | undefined): Text {
  return instant === null || instant === undefined ? null : formatBeijingText(instant);
}

function months(count: number | null | undefined): Text {
  return count === null || count === undefined ? null : `${count} 个月`;
}

function seconds(count: number | undefined): Text {
  if (count === undefined) return null;
  return count % 60 === 0 ? `${count / 60} 分钟` : `${count} 秒`;
}

function basis(price: LotFacts['priceBasis'] | null | undefined): Text {
  return price === null || price === undefined ? null : WORDS.priceBasis[price];
}
