import { type Fen, fromYuanNumber } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { readEpochMs } from '../kit/page-time.ts';
import { BadRow, need, quote, toPointer } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { isLotNumber, readLotAddress } from './address.ts';
import { toPriceBasis } from './price-basis.ts';
import { ListRow } from './schema.ts';
import { readLotTitle } from './title.ts';
import { LIST_STATUS } from './words.ts';

/** A lot as one row shows it, and what the row says the time is. */
export interface RowReading {
  readonly lot: LotObservation;
  readonly clockMs: number | undefined;
}

type AmountField = 'initialPrice' | 'currentPrice' | 'consultPrice' | 'marketPrice';

/**
 * Reads one row of a data block.
 * @throws BadRow
 */
export function readListRow(value: unknown): RowReading {
  const row = parseRow(value);
  const externalId = need(toLotNumber(row.id), '/id', 'not a lot number');
  const status = need(LIST_STATUS.get(row.status), '/status', `unknown status word ${quote(row.status)}`);
  const { title, round } = readLotTitle(row.title);
  if (title === '') throw new BadRow('/title', 'empty');
  const address = need(readAddress(row, externalId), '/itemUrl', 'not a web address');

  const facts = said<LotFacts>({
    title,
    ...address,
    venue: 'online',
    round: row.sellOff === true ? 'sell-off' : round,
    saleMode: toSaleMode(row.sellOff),
    ...readFigures(row, title, address.tradeCategory),
    ...readTimes(row),
    bidCount: row.bidCount,
    registrationCount: row.applyCount ?? undefined,
    extensionCount: row.delayCount ?? undefined,
  });
  return { lot: { externalId, status, facts }, clockMs: readClock(row) };
}

function parseRow(value: unknown): ListRow {
  const parsed = ListRow.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.map(String) ?? [];
  throw new BadRow(toPointer(...field), 'missing or of another type');
}

function toLotNumber(id: number | string): string | undefined {
  const text = String(id);
  return isLotNumber(text) ? text : undefined;
}

function readAddress(row: ListRow, externalId: string): ReturnType<typeof readLotAddress> {
  return typeof row.itemUrl === 'string' ? readLotAddress(row.itemUrl, externalId) : {};
}

function toSaleMode(sellOff: boolean | null | undefined): LotFacts['saleMode'] | undefined {
  if (typeof sellOff !== 'boolean') return undefined;
  return sellOff ? 'sell-off' : 'ascending';
}

function readFigures(row: ListRow, title: string, category: LotFacts['tradeCategory'] | undefined) {
  const initial = readAmount(row, 'initialPrice');
  const current = readAmount(row, 'currentPrice');
  const consult = readAmount(row, 'consultPrice');
  const market = readAmount(row, 'marketPrice');
  const hasBids = row.bidCount > 0;
  return {
    // From the first bid on `initialPrice` equals `currentPrice`; before it `currentPrice` is the start price.
    priceBasis: toPriceBasis(title, category),
    startPrice: hasBids ? undefined : initial,
    currentPrice: hasBids ? current : undefined,
    // 0 means none: 8 of the 34 captured rows give `marketPrice` or nothing instead.
    appraisal: positive(consult) ?? positive(market),
  };
}

function readAmount(row: ListRow, field: AmountField): Fen | undefined {
  const yuan = row[field];
  return typeof yuan === 'number' ? need(fromYuanNumber(yuan), `/${field}`, 'not an amount in yuan') : undefined;
}

function positive(amount: Fen | undefined): Fen | undefined {
  return amount === 0 ? undefined : amount;
}

function readTimes(row: ListRow): Pick<LotFacts, 'startsAt' | 'endsAt'> {
  const startsAt = need(readEpochMs(row.start), '/start', 'not a time');
  const endsAt = need(readEpochMs(row.end), '/end', 'not a time');
  if (endsAt <= startsAt) throw new BadRow('/end', 'not after the start');
  return { startsAt, endsAt };
}

function readClock(row: ListRow): number | undefined {
  return typeof row.timeToEnd === 'number' ? row.end - row.timeToEnd : undefined;
}
