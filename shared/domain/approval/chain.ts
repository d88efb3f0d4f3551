import type { OwnerKind } from '../asset/owner.ts';
import type { PaperKind } from '../listing/terms.ts';
import type { Fen } from '../money.ts';
import type { Bureau } from '../people/role.ts';

/** Who takes a step of a chain. `owner` steps are the village's or unit's own; their papers are uploaded before submitting. */
export type StepActor =
  | { readonly kind: 'owner' }
  | { readonly kind: 'township' }
  | { readonly kind: 'bureau'; readonly bureau: Bureau }
  | { readonly kind: 'office' };

/** A step of an approval chain (审批环节). */
export interface ChainStep {
  /** Stable within the chain. */
  readonly id: string;
  /** Chinese, as people call it: 成员(代表)会议表决. */
  readonly name: string;
  readonly actor: StepActor;
  /** Papers that must be there before the step can be taken. */
  readonly papers: readonly PaperKind[];
  /** Only from this value of the listing up (start price, a lease's over its whole term); `null`: always. */
  readonly fromFen: Fen | null;
  /** Working days the actor has; `null`: none set. */
  readonly workingDays: number | null;
}

/** An approval chain (审批流程) as the office has set it; its version is the version of the settings it stands in. */
export interface ApprovalChain {
  readonly ownerKind: OwnerKind;
  readonly steps: readonly ChainStep[];
  /** Whether these limits were confirmed by the office, or are our assumption (待确认). */
  readonly confirmed: boolean;
}
