import type { Ppm } from '../money.ts';

/** What the office set for rounds after 流拍 (流拍后处理). */
export interface RoundsPolicy {
  /** Failed rounds after which a lease may be let by agreement (协议出租). */
  readonly failedRoundsBeforeAgreement: number;
  /** Suggested largest cut of a round against the one before it; a larger one is a warning. */
  readonly suggestedCutPpm: Ppm;
  /** Working days an agreement has to be published before it may be signed. */
  readonly agreementPublicityWorkingDays: number;
  /** Whether the office confirmed them, or they are our assumption (待确认). */
  readonly confirmed: boolean;
}
