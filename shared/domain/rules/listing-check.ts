import type { Asset } from '../asset/asset.ts';
import type { Owner } from '../asset/owner.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { ListingTerms } from '../listing/terms.ts';
import type { PlatformKind } from '../settings/platform-profile.ts';
import type { RoundsPolicy } from '../settings/rounds-policy.ts';
import type { EffectiveRule } from './override.ts';

/** What a listing's terms are checked with. */
export interface ListingCheck {
  readonly terms: ListingTerms;
  /** The assets of `terms.items`, in their order. */
  readonly assets: readonly Asset[];
  readonly owner: Owner;
  /** What the platform is in law; `null` while none is chosen. */
  readonly platform: PlatformKind | null;
  /** 1, 2, … */
  readonly round: number;
  /** Terms of the rounds before, the first one first. */
  readonly previous: readonly ListingTerms[];
  /** `effectiveRules(overrides, today)`. */
  readonly rules: readonly EffectiveRule[];
  readonly policy: RoundsPolicy;
  readonly calendar: WorkCalendar;
}
