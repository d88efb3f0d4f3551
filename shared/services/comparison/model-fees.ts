import type { LotIds } from '../../domain/comparison/figure.ts';
import type { Breakeven } from '../../domain/fees/breakeven.ts';
import type { SaleFact } from '../../domain/fees/sale.ts';
import type { FeeConfidence } from '../../domain/fees/schedule.ts';
import type { Fen, Ppm } from '../../domain/money.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { TradeKind } from '../../domain/trade.ts';

/** Fees of sales added up, each side apart. */
export interface FeeTotals {
  readonly buyerFen: Fen;
  readonly sellerFen: Fen;
  readonly totalFen: Fen;
  /** VAT that would come on top where schedules do not say whether it is within. */
  readonly openVatFen: Fen;
}

/** What rates of fees are taken on: the price of a transfer, of a lease the first year's or the whole term's rent. */
export type RateBase = 'price' | 'first-year-rent' | 'term-rent';

/** Medians of the effective rates (实际费率) of single sales on one base; `null` of none. */
export interface FeeRates {
  readonly base: RateBase;
  readonly lots: LotIds;
  readonly buyer: Ppm | null;
  readonly seller: Ppm | null;
  readonly total: Ppm | null;
}

/** Fees of one platform's schedules on some sales. */
export interface FeeSum extends FeeTotals {
  /** Sales with a fee. */
  readonly lots: LotIds;
  /** Sales whose fee rests on illustrative schedules (示例); among `lots`. */
  readonly illustrative: LotIds;
  /** Leases among `lots` whose later years were taken at the first one's rent. */
  readonly levelRent: LotIds;
  readonly rates: readonly FeeRates[];
  /** Sales without a fee, by reason. */
  readonly without: {
    /** 无协议费率,不可比. */
    readonly noSchedule: LotIds;
    /** Only an illustrative schedule, and the demo was not asked for. */
    readonly onlyIllustrative: LotIds;
    /** The lot does not say what the schedule asks, or neither its price nor its day. */
    readonly factsMissing: LotIds;
  };
}

/** Fees (费用) of a column, on sales that stand: what was defaulted on costs nothing. */
export interface FeesColumn {
  /** Its own sales by its own schedules; of the whole district each sale by its own platform's. */
  readonly own: FeeSum;
  /** Every sale of the district by this platform's schedules; `null` for the whole district. */
  readonly onEverySale: FeeSum | null;
  /** Own sales held against the legal maxima of commission. */
  readonly legal: { readonly ok: LotIds; readonly breach: LotIds; readonly undetermined: LotIds };
}

/** What one platform would charge on a sale; `missing` says what the lot would have to state. */
export type SaleFee =
  | {
      readonly platform: string;
      readonly kind: 'fees';
      readonly schedule: string;
      readonly buyerFen: Fen;
      readonly sellerFen: Fen;
      readonly totalFen: Fen;
    }
  | { readonly platform: string; readonly kind: 'no-agreed-schedule' | 'illustrative' }
  | { readonly platform: string; readonly kind: 'facts-missing'; readonly missing: readonly SaleFact[] };

/** A sale that stands, and its fee on every platform, by platform id; none where its price or its day is unknown. */
export interface SaleFees {
  readonly lotId: string;
  /** Where it was sold. */
  readonly platform: string;
  readonly dealDate: LocalDate | null;
  readonly hammerFen: Fen | null;
  readonly tradeKind: TradeKind | null;
  readonly fees: readonly SaleFee[];
}

/** A schedule and the sales it priced, wherever they took place. */
export interface ScheduleUse {
  readonly id: string;
  readonly platform: string;
  readonly title: string;
  readonly confidence: FeeConfidence;
  readonly agreementNumber: string | null;
  readonly source: string;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly lots: LotIds;
}

/** Where two platforms' fees cross (盈亏平衡) for sales like one of the period: the middle one of its kind of trade. */
export interface FeeBreakeven {
  readonly a: string;
  readonly b: string;
  readonly tradeKind: TradeKind | null;
  /** The sale whose conditions were kept while the price ran. */
  readonly like: string;
  readonly result: Extract<Breakeven, { kind: 'breakeven' }>;
}
