import type { Definition } from '../comparison/definitions.ts';
import type { RoundFacts } from '../comparison/round-facts.ts';
import type { AssetClass, TradeCategory } from '../trade.ts';

/** Whose time a clock counts; a platform is only ever compared on its own. */
export type ClockOwner = 'platform' | 'office' | 'village' | 'winner';

/** Chinese words of the owners. */
export const OWNER_TEXT: Readonly<Record<ClockOwner, string>> = {
  platform: '平台',
  office: '资产管理部门',
  village: '委托方',
  winner: '竞得人',
};

/** A point in a lot's life (时间节点) that clocks run between. */
export type Milestone = Extract<
  keyof RoundFacts,
  | 'submittedAt'
  | 'approvedAt'
  | 'materialsCompleteAt'
  | 'liveAt'
  | 'endsAt'
  | 'resultKnownAt'
  | 'outcomeSeenAt'
  | 'confirmedAt'
  | 'publicityStartsAt'
  | 'publicityEndsAt'
  | 'contractSignedAt'
  | 'paidAt'
  | 'handedOverAt'
  | 'depositsRefundedAt'
>;

export type ClockUnit = 'working-days' | 'hours';

/** How well a rule is documented: its text was read, a page states it, from memory, or assumed until the office confirms. */
export type Confidence = 'verified_text' | 'stored_secondary' | 'own_knowledge' | 'assumption';

/** A limit (时限) on a clock, in the clock's unit. */
export interface ClockLimit {
  /** Id of the time rule. */
  readonly rule: string;
  /** Chinese: the rule's name and article. */
  readonly clause: string;
  readonly confidence: Confidence;
  readonly op: 'at-most' | 'at-least';
  readonly value: number;
  /** Lots it applies to; what is absent does not matter. */
  readonly when: {
    readonly jurisdictionPrefix?: string;
    readonly tradeCategory?: TradeCategory;
    readonly assetClass?: AssetClass;
  };
}

/** A clock (时钟) as data: from one milestone to the next, and who is answerable for the time between. */
export interface Clock extends Definition {
  readonly owner: ClockOwner;
  readonly from: Milestone;
  /** Of the time between: only that of corrections, or all but that. A lot never returned has no clock of corrections. */
  readonly corrections?: 'only' | 'left-out';
  /** Where it starts instead when the lot was withdrawn; without it a withdrawal stops the clock. */
  readonly fromWhenWithdrawn?: Milestone;
  readonly to: Milestone;
  /** Where the event is only noticed by reading the platform from time to time: it came no later than this. */
  readonly seenAt?: Milestone;
  readonly unit: ClockUnit;
  /** The lots it runs for: every one, those with an outcome, those sold. */
  readonly runsFor: 'any' | 'outcome' | 'sold';
  /** It does not run for a lot without deposit. */
  readonly needsDeposit?: true;
  /** The first that applies to a lot holds. */
  readonly limits: readonly ClockLimit[];
}

/** The limit that holds for a lot; undefined when no rule is known. */
export function limitFor({ limits }: Clock, facts: RoundFacts): ClockLimit | undefined {
  return limits.find(
    ({ when }) =>
      (when.jurisdictionPrefix === undefined || facts.jurisdiction?.startsWith(when.jurisdictionPrefix)) &&
      (when.tradeCategory === undefined || facts.tradeCategory === when.tradeCategory) &&
      (when.assetClass === undefined || facts.assetClass === when.assetClass),
  );
}
