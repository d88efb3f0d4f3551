import type { LotStatus } from '../lot-status.ts';
import type { Fen, Ppm } from '../money.ts';
import type { LocalDate } from '../time.ts';
import type { AssetClass, TradeKind } from '../trade.ts';

/** Who pays (承担方): 买受人 or 委托方. Their parts are never added up unsaid. */
export type FeePayer = 'buyer' | 'seller';

/** What a fee is for: 佣金, 软件服务费, 交易服务费. Legal maxima bind commissions only. */
export type FeeCategory = 'commission' | 'software_service' | 'transaction_service';

/**
 * What a fee is reckoned on (计费基数). `hammer` is the price the platform's system shows, on the lot's own price basis;
 * `rent_12_months` is twelve months' rent even where the lease is shorter, `first_year_rent` ends with the lease.
 */
export type FeeBase =
  | 'hammer'
  | 'first_year_rent'
  | 'rent_12_months'
  | 'total_term_rent'
  | 'start_price'
  | 'premium'
  | 'none';

/** One band (档): up to and including `upToFen`, the last one without end. */
export interface RateBand {
  readonly upToFen: Fen | null;
  readonly ratePpm: Ppm;
}

export type SlabBand = RateBand | { readonly upToFen: Fen | null; readonly flatFen: Fen };

/**
 * How a fee follows from its base. `marginal` (分档累进) takes each slice at its own rate; `slab` (全额档位) takes the whole
 * base at the band it falls in, and so jumps at the edges. `free` is an exemption: no minimum revives it.
 */
export type FeeFormula =
  | { readonly type: 'free' }
  | { readonly type: 'flat'; readonly amountFen: Fen }
  | { readonly type: 'percent'; readonly ratePpm: Ppm }
  | { readonly type: 'marginal'; readonly bands: readonly RateBand[] }
  | { readonly type: 'slab'; readonly bands: readonly SlabBand[] }
  /** `amountFen` per `perUnits` thousandths of a mu. */
  | {
      readonly type: 'per_unit';
      readonly unit: 'areaMilliMu';
      readonly perUnits: number;
      readonly amountFen: Fen;
    }
  | { readonly type: 'months_of_rent'; readonly milliMonths: number };

export type OwnerKind = 'collective' | 'state' | 'farmer' | 'enterprise';
export type SaleKind = 'ordinary' | 'judicial' | 'judicial_entrusted';
export type SaleMethod = 'auction' | 'online_bidding' | 'listing' | 'tender' | 'agreement' | 'sell_off';

/** When a schedule or a component applies: every condition named must hold. */
export interface FeeConditions {
  readonly ownerKinds?: readonly OwnerKind[];
  readonly saleKinds?: readonly SaleKind[];
  readonly excludeSaleKinds?: readonly SaleKind[];
  readonly saleMethods?: readonly SaleMethod[];
  /** Beginnings of the division code (行政区划代码) the asset lies in. */
  readonly regionPrefixes?: readonly string[];
  readonly assetClasses?: readonly AssetClass[];
  readonly tradeKinds?: readonly TradeKind[];
  readonly commissionAgreed?: boolean;
  /** 公物 in the sense of 拍卖法 art. 9. */
  readonly publicProperty?: boolean;
}

/** When the fee is to be paid. */
export interface FeeDue {
  readonly n: number;
  readonly unit: 'calendar_day';
  readonly from: 'order_created' | 'deal_confirmed';
}

/** One fee one side pays: formula, then minimum, maximum, discount, and one rounding half up to `unitFen`. */
export interface FeeComponent {
  readonly code: string;
  readonly payer: FeePayer;
  readonly category: FeeCategory;
  readonly base: FeeBase;
  readonly formula: FeeFormula;
  readonly minFen: Fen | null;
  readonly maxFen: Fen | null;
  readonly discountPpm: Ppm;
  readonly unitFen: Fen;
  /** Whether VAT is within the fee; `'unknown'` where the schedule does not say. */
  readonly vat: { readonly inclusive: boolean | 'unknown'; readonly ratePpm: Ppm };
  readonly bound: 'actual' | 'legal_maximum';
  readonly chargeOn: readonly LotStatus[];
  readonly dueWithin: FeeDue | null;
  readonly when: FeeConditions;
}

/**
 * How sure the schedule is: `agreement` (协议) signed with the platform, `documented` a public source,
 * `illustrative` (示例) made up for the demo and never compared outside it.
 */
export type FeeConfidence = 'agreement' | 'documented' | 'illustrative';

/** Where the numbers were read, and how good that source is. */
export interface FeeSource {
  readonly title: string;
  /** 文号. */
  readonly number: string | null;
  readonly article: string | null;
  readonly urls: readonly string[];
  readonly quality: string;
}

/** A fee schedule (收费标准) of one platform, as data. */
export interface FeeSchedule {
  readonly id: string;
  readonly title: string;
  /** The platform's id; for those we have no adapter of, a name of its own. */
  readonly platform: string;
  readonly confidence: FeeConfidence;
  /** 协议编号; only an agreement has one, and every agreement does. */
  readonly agreementNumber: string | null;
  readonly source: FeeSource;
  /** Deal dates it holds for, both days included; `null`: no such end is known. */
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly when: FeeConditions;
  readonly priority: number;
  readonly components: readonly FeeComponent[];
  /** Least the lot pays in all, and who pays what is short of it. */
  readonly lotMinimum: { readonly fen: Fen; readonly shortfallPayer: FeePayer } | null;
  readonly notes: readonly string[];
}

/** Says whether the schedule limits what may be charged instead of saying what is. */
export function isLegalMaximum(schedule: FeeSchedule): boolean {
  return schedule.components.some(({ bound }) => bound === 'legal_maximum');
}
