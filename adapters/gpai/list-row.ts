import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { type Instant, parseBeijing } from '#shared/domain/time.ts';
import { toFactText } from '../kit/fact-text.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { BadRow, need, quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { type Labelled, type Note, readAmount } from './labelled.ts';
import { addressOf, lotNumberIn } from './lot-number.ts';
import { isSellOff, readPriceLine } from './price-line.ts';
import { PRICE_LABELS, readStatusWord, readTitle } from './words.ts';

/** What a row of the list shows, as text. */
export interface RowText {
  readonly title: string;
  readonly address: string;
  /** Outcome, on rows that have one; empty where they do not. */
  readonly badge: string;
  readonly found: Labelled;
}

const APPRAISAL = ['评估价', '市场价'];
const HAMMER: readonly string[] = PRICE_LABELS.hammer;
const STARTS = '开始时间';
const ENDS = '结束时间';

/** Labels of a row that are read. */
export const KNOWN_LABELS: ReadonlySet<string> = new Set([
  ...Object.values(PRICE_LABELS).flat(),
  ...APPRAISAL,
  STARTS,
  ENDS,
]);

/**
 * Reads one row.
 * @throws BadRow where it is not known which lot it is of, or how that lot stands
 */
export function readListRow({ title: heading, address, badge, found }: RowText, note: Note): LotObservation {
  const externalId = need(lotNumberIn(address), ' .item-tit a', 'not the address of a lot');
  const { title, round } = readTitle(maskPersonNames(toFactText(heading)));
  if (title === '') throw new BadRow(' .item-tit a', 'no title');
  const word = readStatusWord(badge);
  if (badge !== '' && word === undefined) throw new BadRow(' .badge-icon', `unknown status word ${quote(badge)}`);

  // Of a sale whose price is not understood nothing is known: the row goes, not the field alone.
  const { status, ...prices } = readPriceLine(word, found, (field, reason) => {
    if (HAMMER.includes(field)) throw new BadRow(` ${field}`, reason);
    note(field, reason);
  });
  const sellOff = isSellOff(found);
  const facts = said<LotFacts>({
    title,
    url: addressOf(externalId),
    venue: 'online',
    round: sellOff ? 'sell-off' : round,
    saleMode: sellOff || round === 'sell-off' ? 'sell-off' : undefined,
    startPrice: readAmount(found, PRICE_LABELS.start, note),
    appraisal: readAmount(found, APPRAISAL, note),
    ...prices,
    ...readSpan(found, note),
  });
  return { externalId, ...(status && { status }), facts };
}

function readSpan(found: Labelled, note: Note) {
  const at = (label: string): Instant | undefined => {
    const text = found.get(label) ?? '';
    const read = parseBeijing(text);
    if (text !== '' && read === undefined) note(label, `not a time: ${quote(text)}`);
    return read;
  };
  const [startsAt, endsAt] = [at(STARTS), at(ENDS)];
  if (startsAt === undefined || endsAt === undefined || startsAt < endsAt) return { startsAt, endsAt };
  note(ENDS, 'not after the start');
  return {};
}
