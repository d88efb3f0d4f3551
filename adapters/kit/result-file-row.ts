import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import {
  amountIn,
  areaIn,
  basisIn,
  countIn,
  failAt,
  idIn,
  milestoneIn,
  organisationIn,
  type ResultRow,
  textIn,
  timeIn,
  wordIn,
} from './result-file-cells.ts';
import { MILESTONES, type ResultFileMapping } from './result-file-mapping.ts';
import { said } from './said.ts';

/** Reads one lot of a result file. What contradicts itself ends the row. */
export function readResultRow(row: ResultRow, { words, everyRow = {} }: ResultFileMapping): LotObservation {
  const status = wordIn(row, 'status', words.status);
  const round = wordIn(row, 'round', words.round);
  const saleMode = wordIn(row, 'saleMode', words.saleMode) ?? everyRow.saleMode;
  const venue = wordIn(row, 'venue', words.venue) ?? everyRow.venue;
  const startPrice = amountIn(row, 'startPrice');
  const isAscending = (saleMode ?? 'ascending') === 'ascending' && round !== 'sell-off';
  const facts = said<LotFacts>({
    title: textIn(row, 'title'),
    round,
    saleMode,
    venue,
    startPrice,
    hammerPrice: readHammer(row, status, isAscending ? startPrice : undefined),
    // Bids called out in a hall are not counted; a number written there is none of the platform's.
    bidCount: venue === 'online' ? countIn(row, 'bidCount') : undefined,
    serviceAgency: organisationIn(row, 'serviceAgency') ?? everyRow.serviceAgency,
    ...readTerms(row, words),
    ...readWindow(row),
    ...readMilestones(row),
  });
  const externalId = idIn(row);
  return status === undefined ? { externalId, facts } : { externalId, status, facts };
}

function readTerms(row: ResultRow, words: ResultFileMapping['words']) {
  return {
    priceBasis: basisIn(row, 'priceBasis'),
    termMonths: countIn(row, 'termMonths'),
    // 0 is how some offices write that there was no appraisal.
    appraisal: amountIn(row, 'appraisal') || undefined,
    deposit: amountIn(row, 'deposit'),
    increment: amountIn(row, 'increment'),
    registrationCount: countIn(row, 'registrationCount'),
    tradeCategory: wordIn(row, 'tradeCategory', words.tradeCategory),
    assetClass: wordIn(row, 'assetClass', words.assetClass),
    tradeKind: wordIn(row, 'tradeKind', words.tradeKind),
    seller: organisationIn(row, 'seller'),
    location: textIn(row, 'location'),
    area: areaIn(row, 'area'),
    reference: textIn(row, 'reference'),
  };
}

/** A sale has a price, nothing else has one; 0 beside 流拍 is how some offices write none. */
function readHammer(row: ResultRow, status: LotStatus | undefined, lowest: Fen | undefined): Fen | undefined {
  const price = amountIn(row, 'hammerPrice');
  const isSale = status === 'sold' || status === 'defaulted';
  if (!isSale && price !== undefined && price > 0) failAt(row, 'hammerPrice', 'a price of a lot that is not sold');
  if (status === 'sold' && (price === undefined || price === 0)) failAt(row, 'hammerPrice', 'a sale without a price');
  if (!isSale || price === undefined || price === 0) return undefined;
  if (lowest !== undefined && price < lowest) failAt(row, 'hammerPrice', 'an ascending sale below its start price');
  return price;
}

function readWindow(row: ResultRow): Partial<Pick<LotFacts, 'startsAt' | 'endsAt'>> {
  const startsAt = timeIn(row, 'startsAt');
  const endsAt = timeIn(row, 'endsAt');
  if (startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt)
    failAt(row, 'endsAt', 'not after the start');
  return said<Pick<LotFacts, 'startsAt' | 'endsAt'>>({ startsAt, endsAt });
}

function readMilestones(row: ResultRow): Partial<LotFacts> {
  const milestones = MILESTONES.map((milestone) => [milestone, milestoneIn(row, milestone)]);
  const read = said<LotFacts>(Object.fromEntries(milestones));
  const { publicityStartsAt, publicityEndsAt } = read;
  // Both are days: a publicity of one day begins and ends on it.
  if (publicityStartsAt !== undefined && publicityEndsAt !== undefined && publicityEndsAt < publicityStartsAt) {
    failAt(row, 'publicityEndsAt', 'before the start');
  }
  return read;
}
