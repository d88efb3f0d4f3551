import type { LotCard } from '../../domain/lot-card.ts';
import { PRICE_BASES } from '../../domain/price.ts';
import { toEpochMs } from '../../domain/time.ts';
import type { CatalogueSort } from './catalogue-query.ts';
import { leadPriceFen } from './facet-values.ts';

/** Later than every instant, in milliseconds. */
const AFTER_ALL_MS = 300_000_000_000_000;

/** More than every price in fen; amounts above it, ten trillion yuan, rank alike. */
const ABOVE_ALL_FEN = 1_000_000_000_000_000;

const OPEN_STATUSES: ReadonlySet<string> = new Set(['bidding', 'announced', 'suspended']);

/** Says whether bidding on a lot may still come or go on. */
function isOpen(card: LotCard): boolean {
  return OPEN_STATUSES.has(card.status);
}

/** The end; of an announced lot whose end nobody knows, the start, after which nothing is known of it. */
function lastKnownTurn({ status, startsAt, endsAt }: LotCard): number | null {
  const turn = endsAt ?? (status === 'announced' ? startsAt : null);
  return turn === null ? null : toEpochMs(turn);
}

function endingRank(card: LotCard): number {
  const turn = lastKnownTurn(card);
  if (isOpen(card)) return turn ?? AFTER_ALL_MS;
  return turn === null ? 3 * AFTER_ALL_MS : 2 * AFTER_ALL_MS - turn;
}

function newestRank(card: LotCard): number {
  const shown = card.liveAt ?? card.startsAt;
  return shown === null ? 2 * AFTER_ALL_MS : AFTER_ALL_MS - toEpochMs(shown);
}

/** Prices on different bases are never compared: basis by basis, then those whose basis is unknown, then the unknown. */
function priceRank(card: LotCard, dearestFirst: boolean): number {
  const price = leadPriceFen(card);
  const bases = PRICE_BASES.length;
  if (price === null) return (bases + 1) * ABOVE_ALL_FEN;
  const basis = card.priceBasis === null ? bases : PRICE_BASES.indexOf(card.priceBasis);
  const within = Math.min(Math.max(price, 0), ABOVE_ALL_FEN - 1);
  return basis * ABOVE_ALL_FEN + (dearestFirst ? ABOVE_ALL_FEN - 1 - within : within);
}

const RANKS = {
  ending: endingRank,
  newest: newestRank,
  'price-asc': (card) => priceRank(card, false),
  'price-desc': (card) => priceRank(card, true),
} as const satisfies Record<CatalogueSort, (card: LotCard) => number>;

/** Where a lot stands in an order: a whole number from zero up, safe; lots of one rank follow each other by id. */
export function sortRank(sort: CatalogueSort, card: LotCard): number {
  return RANKS[sort](card);
}

/** The same at one moment, in milliseconds: an open lot whose end has passed ranks as if it were closed. */
export function rankAt(sort: CatalogueSort, card: LotCard, nowMs: number): number {
  const rank = sortRank(sort, card);
  return sort === 'ending' && rank < nowMs ? 2 * AFTER_ALL_MS - rank : rank;
}

/** A rank as text of one length, so that text order is its order. */
export function rankKey(rank: number): string {
  return String(rank).padStart(16, '0');
}

/** The ranks that open lots have in the order `ending` whose end, or start where there is none, lies in a span of milliseconds, ends included. */
export function endingRanks(fromMs: number, toMs: number): { readonly from: number; readonly to: number } {
  return { from: Math.max(fromMs, 0), to: Math.min(Math.floor(toMs), AFTER_ALL_MS - 1) };
}
