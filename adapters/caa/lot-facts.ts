import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { toFactText } from '../kit/fact-text.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { type Note, readPriceBasis, readSpan, readYuan, readYuanAboveZero } from './fields.ts';
import { addressOf, type LotNumber } from './lot-number.ts';
import type { ListRow } from './schema.ts';
import { readLotCode } from './words.ts';

type Row = Extract<ReturnType<typeof ListRow.read>, { ok: true }>['value'];

/** What a row of the list and the reply of one lot both say. */
export type LotRow = Omit<Row, 'id' | 'lotId'>;

/** Reads what a row of the list and the reply of one lot both say. Undefined without a title. */
export function readLotFacts(
  row: LotRow,
  number: LotNumber,
  note: Note,
): { readonly status: LotStatus | undefined; readonly facts: Readonly<Partial<LotFacts>> } | undefined {
  const title = maskPersonNames(toFactText(row.name));
  if (title === '') return undefined;
  const status = readStatus(row.lotStatus, '/lotStatus', note);
  const facts = said<LotFacts>({
    title,
    url: addressOf(number, String(row.meetId ?? '')),
    priceBasis: readPriceBasis(row, note),
    appraisal: readYuanAboveZero(row.assessPrice, '/assessPrice', note),
    ...readPrices(row, status, note),
    ...readSpan(row, note),
  });
  return { status, facts };
}

/** Reads a code of the platform's states; an unknown one is noted. */
export function readStatus(code: number | string, field: string, note: Note): LotStatus | undefined {
  const status = readLotCode(String(code));
  if (status === undefined) note(field, `unknown code ${quote(String(code))}`);
  return status;
}

/**
 * `nowPrice` is the highest bid, and the hammer price of a sold lot. Where it equals the start price nothing tells a first bid
 * from none, so that it is no current price.
 */
function readPrices(row: LotRow, status: LotStatus | undefined, note: Note) {
  const startPrice = readYuan(row.startPrice, '/startPrice', note);
  const now = readYuanAboveZero(row.nowPrice, '/nowPrice', note);
  if (status === 'sold') {
    if (now === undefined) note('/nowPrice', 'a sale without a price');
    return { startPrice, hammerPrice: now };
  }
  return { startPrice, currentPrice: status === 'bidding' && now !== startPrice ? now : undefined };
}
