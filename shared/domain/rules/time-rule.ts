import type { OwnerKind } from '../asset/owner.ts';
import type { Fen } from '../money.ts';
import type { AssetClass, TradeKind } from '../trade.ts';
import type { RuleConfidence, RuleSource } from './rule.ts';

/** What a rule counts from or to (事件). */
export type RuleEvent =
  | 'notice_published'
  | 'notice_end'
  | 'auction_start'
  | 'scheduled_end'
  | 'auction_end'
  | 'last_bid'
  | 'exhibition_start'
  | 'exhibition_end'
  | 'disclosure_published'
  | 'disclosure_end'
  | 'extended_disclosure_end'
  | 'first_disclosure_published'
  | 'predisclosure_published'
  | 'predisclosure_end'
  | 'prior_right_notified'
  | 'lessee_notified'
  | 'plan_published'
  | 'vote'
  | 'valuation_published'
  | 'valuation_publicity_end'
  | 'result_notice_published'
  | 'result_notice_end'
  | 'contract_signed'
  | 'contract_effective'
  | 'contract_start'
  | 'contract_end'
  | 'lease_start'
  | 'lease_end'
  | 'deal'
  | 'payment_complete'
  | 'receipt_handed_in'
  | 'deposit_refunded_loser'
  | 'winner_deposit_transferred'
  | 'round1_passed_in'
  | 'round2_auction_start'
  | 'suspended_at'
  | 'suspension_cause_gone'
  | 'resumed_at'
  | 'auction_resumed'
  | 'selloff_start'
  | 'selloff_end'
  | 'record_deleted';

export type DurationUnit = 'calendar_day' | 'working_day' | 'hour' | 'minute' | 'second' | 'month' | 'year';

/** What a ratio, a count or a flag is of. */
export type RuleMeasure =
  | 'commission_rate'
  | 'price_cut'
  | 'start_to_valuation'
  | 'deposit_to_start'
  | 'deposit_to_valuation'
  | 'first_instalment'
  | 'member_vote'
  | 'outsider_vote'
  | 'bidders'
  | 'bids_of_the_defaulter'
  | 'sitting_lessee_priority'
  | 'lessee_preemption'
  | 'member_priority';

/** An exact fraction: two thirds is 2/3, not 666,667 ppm. */
export interface ExactRatio {
  readonly n: number;
  readonly d: number;
}

/** When the rule applies; a fact that may be unknown. Every condition named must hold. */
export interface RuleConditions {
  readonly saleMethod?: readonly ('auction' | 'online_bidding' | 'sell_off')[];
  readonly saleKind?: readonly ('ordinary' | 'judicial_online' | 'judicial_entrusted')[];
  readonly ownerKind?: readonly OwnerKind[];
  readonly assetClass?: readonly AssetClass[];
  readonly tradeKind?: readonly (TradeKind | 'household_contract')[];
  readonly property?: readonly ('movable' | 'real_estate' | 'house' | 'other_right')[];
  readonly landType?: readonly ('arable' | 'grassland' | 'forest')[];
  readonly round?: readonly number[];
  readonly relistReason?: readonly ('none' | 'price_cut' | 'terms_changed' | 'buyer_default')[];
  readonly decision?: readonly ('share_reform' | 'art17_matter')[];
  readonly regionPrefix?: readonly string[];
  readonly leased?: readonly boolean[];
  readonly lesseeIsOutsider?: readonly boolean[];
  readonly controlChanges?: readonly boolean[];
  readonly instalment?: readonly boolean[];
  readonly commissionAgreed?: readonly boolean[];
  readonly publicProperty?: readonly boolean[];
  /** A term of one notice or platform, which binds only where it was taken over. */
  readonly perLotTerm?: readonly boolean[];
  /** Start price above `over`, below `under`, or `exactly`. */
  readonly startPrice?: { readonly over?: Fen; readonly under?: Fen; readonly exactly?: Fen };
}
export type ConditionName = keyof RuleConditions;

/** When there is something to check: while listing, when bidding, after the sale (clocks), or with the fees. */
export type RuleStage = 'listing' | 'bidding' | 'after-sale' | 'fees';

interface RuleHead {
  readonly id: string;
  readonly ruleset: Ruleset;
  /** Chinese, short: 拍卖公告期. */
  readonly name: string;
  /** Chinese; `null` where there is nothing to add. */
  readonly note: string | null;
  readonly stage: RuleStage;
  readonly op: 'gte' | 'lte' | 'eq';
  readonly when: RuleConditions;
  readonly severity: 'violation' | 'warning' | 'info';
  readonly confidence: RuleConfidence;
  readonly source: RuleSource;
}

/** A time between two events. Days by 民法典第二百零一条: the first is not counted. */
export interface DurationRule extends RuleHead {
  readonly kind: 'duration';
  readonly from: RuleEvent;
  readonly to: RuleEvent;
  readonly value: number;
  readonly unit: DurationUnit;
  /** `whole-days`: both ends are days on which it runs, and both count (展示). */
  readonly counting: 'first-day-excluded' | 'whole-days';
  /** The period ends with `to`; a last day off moves on to the next working day (民法典第二百零三条). */
  readonly lastDayMoves: boolean;
}

export interface RatioRule extends RuleHead {
  readonly kind: 'ratio';
  readonly measure: RuleMeasure;
  readonly value: ExactRatio;
}

export interface CountRule extends RuleHead {
  readonly kind: 'count';
  readonly measure: RuleMeasure;
  readonly value: number;
}

/** Something that must be granted. */
export interface FlagRule extends RuleHead {
  readonly kind: 'flag';
  readonly measure: RuleMeasure;
}

/** From this value up something must be done; `null`: the limit is set elsewhere and not known. */
export interface ThresholdRule extends RuleHead {
  readonly kind: 'threshold';
  readonly value: Fen | null;
}

/** A rule of time or price (时限与价格规则) as data. */
export type TimeRule = DurationRule | RatioRule | CountRule | FlagRule | ThresholdRule;

export type Ruleset =
  | 'auction_law'
  | 'judicial_online'
  | 'judicial_entrusted'
  | 'soe_equity'
  | 'soe_asset'
  | 'zhejiang_collective'
  | 'neighbours'
  | 'huzhou_default'
  | 'platform_terms'
  | 'civil_code'
  | 'rural_land';
