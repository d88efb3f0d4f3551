import type { LotCard } from '../../domain/lot-card.ts';
import { type Fen, fen } from '../../domain/money.ts';
import { PRICE_BASES, type PriceBasis } from '../../domain/price.ts';
import type { Area } from '../../domain/trade.ts';
import { type Facet, UNKNOWN_VALUE } from './catalogue-query.ts';

/** A price band (价格区间): lead prices on one basis from `from` up to, not including, `below`. */
export interface PriceBand {
  /** Basis and limits in 万元: `per_year:5-20`, open above `per_year:500-`. */
  readonly id: string;
  readonly basis: PriceBasis;
  readonly from: Fen;
  /** `null` for no upper limit. */
  readonly below: Fen | null;
}

/** An area band (面积区间) from `from` up to, not including, `below`, both in thousandths of the unit. */
export interface AreaBand {
  /** Unit and limits in the unit: `mu:10-50`, `m2:10000-`. */
  readonly id: string;
  readonly unit: Area['unit'];
  readonly from: number;
  /** `null` for no upper limit. */
  readonly below: number | null;
}

const FEN_PER_WAN = 1_000_000;
const LIMITS_WAN = [0, 1, 5, 20, 100, 500];
const LIMITS_OF_UNIT: Readonly<Record<Area['unit'], readonly number[]>> = {
  mu: [0, 1, 10, 50, 200],
  m2: [0, 100, 500, 2000, 10_000],
};

function bandId(scale: string, from: number, below: number | undefined): string {
  return `${scale}:${from}-${below ?? ''}`;
}

function priceBandsOf(basis: PriceBasis): readonly PriceBand[] {
  // A share of turnover is no amount of money: one band says that it is known.
  const limits = basis === 'percent' ? [0] : LIMITS_WAN;
  return limits.map((from, index) => {
    const below = limits[index + 1];
    const end = below === undefined ? null : fen(below * FEN_PER_WAN);
    return { id: bandId(basis, from, below), basis, from: fen(from * FEN_PER_WAN), below: end };
  });
}

function areaBandsOf(unit: Area['unit']): readonly AreaBand[] {
  const limits = LIMITS_OF_UNIT[unit];
  return limits.map((from, index) => {
    const below = limits[index + 1];
    return { id: bandId(unit, from, below), unit, from: from * 1000, below: below === undefined ? null : below * 1000 };
  });
}

/** All price bands, basis by basis, the lowest first. Prices on different bases never share a band. */
export const PRICE_BANDS: readonly PriceBand[] = PRICE_BASES.flatMap(priceBandsOf);

/** All area bands, unit by unit, the lowest first. */
export const AREA_BANDS: readonly AreaBand[] = (['mu', 'm2'] as const).flatMap(areaBandsOf);

/** Lead price (主价): the hammer price, else the current price, else the start price; `null` when none is known. */
export function leadPriceFen(card: LotCard): Fen | null {
  return card.hammerPriceFen ?? card.currentPriceFen ?? card.startPriceFen;
}

function bandOf(bands: readonly { id: string; below: number | null }[], amount: number): string {
  return bands.find(({ below }) => below === null || amount < below)?.id ?? UNKNOWN_VALUE;
}

const PRICE_BANDS_OF = new Map(PRICE_BASES.map((basis) => [basis, priceBandsOf(basis)]));
const AREA_BANDS_OF = { mu: areaBandsOf('mu'), m2: areaBandsOf('m2') };

function priceBand(card: LotCard): string {
  const price = leadPriceFen(card);
  if (price === null || card.priceBasis === null) return UNKNOWN_VALUE;
  return bandOf(PRICE_BANDS_OF.get(card.priceBasis) ?? [], price);
}

/** One thing for every facet. */
export function forFacets<T>(of: (facet: Facet) => T): Record<Facet, T> {
  return {
    status: of('status'),
    platform: of('platform'),
    category: of('category'),
    jurisdiction: of('jurisdiction'),
    township: of('township'),
    class: of('class'),
    kind: of('kind'),
    price: of('price'),
    area: of('area'),
  };
}

/** The one value a lot has in each facet; `unknown` where nothing is known, also for a price whose basis is unknown. */
export function facetValues(card: LotCard): Record<Facet, string> {
  return {
    status: card.status,
    platform: card.platform,
    category: card.tradeCategory ?? UNKNOWN_VALUE,
    jurisdiction: card.jurisdiction ?? UNKNOWN_VALUE,
    township: card.township ?? UNKNOWN_VALUE,
    class: card.assetClass ?? UNKNOWN_VALUE,
    kind: card.tradeKind ?? UNKNOWN_VALUE,
    price: priceBand(card),
    area: card.area === null ? UNKNOWN_VALUE : bandOf(AREA_BANDS_OF[card.area.unit], card.area.thousandths),
  };
}
