import { dealAmountOf } from '../comparison/amount.ts';
import type { LotCard } from '../lot-card.ts';
import type { LotStatus } from '../lot-status.ts';
import type { Fen } from '../money.ts';
import type { PriceBasis } from '../price.ts';
import { beijingDate, type LocalDate } from '../time.ts';
import type { Area, AssetClass, SaleMode, TradeCategory, TradeKind, Venue } from '../trade.ts';

/** What fees are reckoned from: one sale, wherever it took place. `null` is unknown. */
export interface Sale {
  /** Beijing day the price was found: it chooses the schedule, not the day of listing. */
  readonly dealDate: LocalDate;
  readonly outcome: LotStatus;
  /** On `priceBasis`, as are the start price and every price of the lot. */
  readonly hammerFen: Fen;
  readonly startPriceFen: Fen | null;
  readonly priceBasis: PriceBasis | null;
  readonly termMonths: number | null;
  /** Rent over the whole term with its escalation, where the caller knows it; else it is reckoned at level rent. */
  readonly termRentFen: Fen | null;
  readonly tradeCategory: TradeCategory | null;
  readonly tradeKind: TradeKind | null;
  readonly assetClass: AssetClass | null;
  readonly saleMode: SaleMode | null;
  readonly venue: Venue | null;
  /** Six digits or more of the division the asset lies in. */
  readonly division: string | null;
  readonly area: Area | null;
  /** Whether the commission was agreed, and whether the thing sold is 公物; only the file of the case says. */
  readonly commissionAgreed: boolean | null;
  readonly publicProperty: boolean | null;
}

/** A fact of a sale that may be unknown and then keeps its fee from being known. */
export type SaleFact = keyof { [K in keyof Sale as null extends Sale[K] ? K : never]: unknown };

type SaleFacts = Pick<
  LotCard,
  | 'status'
  | 'hammerPriceFen'
  | 'startPriceFen'
  | 'priceBasis'
  | 'termMonths'
  | 'escalationPpm'
  | 'tradeCategory'
  | 'tradeKind'
  | 'assetClass'
  | 'saleMode'
  | 'venue'
  | 'jurisdiction'
  | 'township'
  | 'area'
  | 'startsAt'
  | 'endsAt'
>;

/** The rent over the term, where its escalation is said; a total is no rent that escalates. */
function termRentOf(facts: SaleFacts): Fen | null {
  const { escalationPpm, termMonths, priceBasis } = facts;
  if (escalationPpm === null || termMonths === null || termMonths <= 0 || priceBasis === 'total') return null;
  const amount = dealAmountOf(facts);
  return amount.kind === 'amount' ? amount.fen : null;
}

/**
 * The sale a lot's facts tell of; undefined without a hammer price or a day.
 * The deal date is the day bidding ended; of an on-site sale whose end is not said, the day it was held.
 */
export function saleOf(facts: SaleFacts): Sale | undefined {
  const at = facts.endsAt ?? (facts.venue === 'on-site' ? facts.startsAt : null);
  if (facts.hammerPriceFen === null || at === null) return undefined;
  return {
    dealDate: beijingDate(at),
    outcome: facts.status,
    hammerFen: facts.hammerPriceFen,
    startPriceFen: facts.startPriceFen,
    priceBasis: facts.priceBasis,
    termMonths: facts.termMonths,
    termRentFen: termRentOf(facts),
    tradeCategory: facts.tradeCategory,
    tradeKind: facts.tradeKind,
    assetClass: facts.assetClass,
    saleMode: facts.saleMode,
    venue: facts.venue,
    division: facts.township ?? facts.jurisdiction,
    area: facts.area,
    commissionAgreed: null,
    publicProperty: null,
  };
}

/** Says whether the buyer pays rent (出租、发包); unknown when the kind of trade is. */
export function isLease({ tradeKind }: Sale): boolean | null {
  return tradeKind === null ? null : tradeKind === 'lease' || tradeKind === 'contract_out';
}
