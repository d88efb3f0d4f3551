import type { PlatformFees } from '../../domain/fees/on-sale.ts';
import type { Verdict, VerdictKind } from '../../domain/rules/rule.ts';
import type { Admission, PlatformKind } from '../../domain/settings/platform-profile.ts';

/** The clocks of a platform a village sees when it chooses: time to list, to tell the result, to give deposits back. */
export const SHOWN_CLOCKS = ['listing', 'result', 'refund'] as const;

/** How long a platform takes, from its own lots (自身时效). */
export interface OptionClock {
  readonly clock: (typeof SHOWN_CLOCKS)[number];
  readonly name: string;
  readonly unit: 'working-days' | 'hours';
  /** By when half were done; `null` where it cannot be said: too few lots, or the platform does not report it. */
  readonly median: number | null;
  /** The events were only noticed by looking from time to time: the median is no later than that. */
  readonly atMost: boolean;
  /** Lots it rests on. */
  readonly lots: number;
}

/** A platform the village may choose for a listing, with all it needs to choose. */
export interface PlatformOption {
  readonly platform: string;
  readonly name: string;
  readonly kind: PlatformKind;
  /** The decision that admits it; of several the one that began last. */
  readonly admission: Admission;
  readonly verdicts: readonly Verdict[];
  readonly counts: Readonly<Record<VerdictKind, number>>;
  /** On the start price; `null` while the price or the day of the sale is not entered. Buyer's and seller's parts stay apart. */
  readonly fees: PlatformFees | null;
  readonly clocks: readonly OptionClock[];
}
