import type { Actor } from '../people/role.ts';
import type { Instant } from '../time.ts';

/**
 * Where a placement (上架) stands: `pending` 待准备, `validated` 校验通过待发送, `submitted` 已发送待答复, `accepted` 平台已受理, `live` 已上架,
 * `ended` 已结束, `rejected` 平台退回待重试, `blocked` 已停止须人工处理, `awaiting-handoff` 待人工移交, `withdrawn` 已撤下, `unknown` 结果不明须人工核对.
 */
export const PLACEMENT_STATES = [
  'pending',
  'validated',
  'submitted',
  'accepted',
  'live',
  'ended',
  'rejected',
  'blocked',
  'awaiting-handoff',
  'withdrawn',
  'unknown',
] as const;
export type PlacementState = (typeof PLACEMENT_STATES)[number];

/** `api`: the system publishes by the platform's interface; `handoff`: people enter a package at the platform. */
export type PlacementWay = 'api' | 'handoff';

/** What is done for a placement without being asked by a person. */
export type PlacementStep = 'prepare' | 'publish' | 'amend' | 'withdraw' | 'follow';

/** A step that changes something at the platform. */
export type SendingStep = Extract<PlacementStep, 'publish' | 'amend' | 'withdraw'>;

/** One thing a platform, its limits or the package refuses. */
export interface PlacementFault {
  /** JSON pointer into the listing's terms, such as `/title`; empty where no field is to blame. */
  readonly pointer: string;
  /** Stable code; the platform's own where it gives one. */
  readonly code: string;
  /** Chinese, for the person who has to mend it. */
  readonly detail: string;
}

/** Who refused: our package (材料), the limits the adapter declares (上限), or the platform (平台). */
export type RefusalStage = 'package' | 'limits' | 'platform';

/** The last refusal, and how often it came in a row with the same content. */
export interface Refusal {
  readonly stage: RefusalStage;
  readonly step: PlacementStep;
  readonly code: string;
  readonly faults: readonly PlacementFault[];
  readonly count: number;
  readonly at: Instant;
  /** Not before then is it tried again; `null`: a person is asked. */
  readonly retryAt: Instant | null;
}

/** The lot as the platform named it. */
export interface PlacedLot {
  /** The platform's own number; empty where people entered an address that carries none. */
  readonly number: string;
  readonly url: string;
  /** Version the platform counts, where it does. */
  readonly revision: number | null;
}

/** One difference between what was approved and what the platform shows (与批准内容不一致). */
export interface Difference {
  /** Chinese name of what differs. */
  readonly what: string;
  readonly approved: string;
  readonly shown: string;
}

/** What the platform was last seen to show. */
export interface Shown {
  readonly at: Instant;
  readonly status: string;
  readonly differences: readonly Difference[];
}

/** A change of what is on sale that the platform has to make (变更). */
export interface Amendment {
  /** 1, 2, … within the round. */
  readonly number: number;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly doneAt: Instant | null;
}

/** One listing on one platform in one round (上架), as its events leave it. */
export interface Placement {
  /** `<listing>-<round>`; also our reference (委托编号) at the platform. */
  readonly id: string;
  /** Number of its last event. */
  readonly version: number;
  readonly listingId: string;
  readonly round: number;
  readonly platform: string;
  readonly way: PlacementWay;
  readonly state: PlacementState;
  readonly openedAt: Instant;
  /** When it came into its present state. */
  readonly since: Instant;
  /** The offer that passed the checks: SHA-256 of the stored offer, and the amendment it contains (0: as approved first). */
  readonly offer: { readonly sha256: string; readonly amendment: number } | null;
  /** How many attempts were begun, ever. */
  readonly attempts: number;
  /** The attempt whose outcome is not known yet; nobody else begins one before `until`. */
  readonly attempt: { readonly number: number; readonly step: SendingStep; readonly until: Instant } | null;
  /** An earlier attempt to publish may have reached the platform although no answer came: look before creating. */
  readonly mayBeThere: boolean;
  /** Not before then is the next step done. */
  readonly postponedUntil: Instant | null;
  /** Why it was postponed, the stable code. */
  readonly postponedFor: string | null;
  /** How often in a row; counted anew once the platform may have it. */
  readonly postponedTimes: number;
  readonly refusal: Refusal | null;
  readonly lot: PlacedLot | null;
  readonly shown: Shown | null;
  /** The newest amendment asked for. */
  readonly amendment: Amendment | null;
  readonly withdrawal: { readonly reason: string; readonly askedAt: Instant; readonly by: Actor } | null;
  /** Why it is `unknown`, a stable code. */
  readonly doubt: string | null;
  /** How it ended, the lot's status word; `null` before. */
  readonly outcome: string | null;
}

/** Id of the placement of one round of a listing. */
export function placementId(listingId: string, round: number): string {
  return `${listingId}-${round}`;
}
