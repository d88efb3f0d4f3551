import type { Asset } from '../../../domain/asset/asset.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import { STATE_CALENDAR } from '../../../domain/calendar/working-days.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { checkListing } from '../../../domain/rules/check-listing.ts';
import { effectiveRules } from '../../../domain/rules/effective.ts';
import type { Verdict } from '../../../domain/rules/rule.ts';
import type { PlatformKind } from '../../../domain/settings/platform-profile.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { readSettings } from '../settings/read-settings.ts';
import { limitVerdicts } from './limit-verdicts.ts';
import type { ListingPorts } from './listing-ports.ts';

/** What the rules say of a listing, and by which version of them. */
export interface ListingChecks {
  readonly verdicts: readonly Verdict[];
  readonly rulesVersion: number;
}

/** Holds a listing as it stands against the rules of a day, and against what the platform it chose takes. */
export async function checksOf(
  ports: Pick<ListingPorts, 'records' | 'platforms' | 'publishing'>,
  { listing, owner, today }: { readonly listing: Listing; readonly owner: Owner; readonly today: LocalDate },
  assets: readonly Asset[],
): Promise<ListingChecks> {
  const [rules, rounds] = await Promise.all([readSettings(ports, 'rules'), readSettings(ports, 'rounds')]);
  const verdicts = checkListing({
    terms: listing.terms,
    assets,
    owner,
    platform: platformKind(ports, listing),
    round: listing.rounds.length,
    previous: listing.rounds.slice(0, -1).map(({ terms }) => terms),
    rules: effectiveRules(rules.value, today),
    policy: rounds.value,
    calendar: STATE_CALENDAR,
  });
  const limits = limitVerdicts(ports, listing.choice?.platform, listing.terms);
  return { verdicts: [...limits, ...verdicts], rulesVersion: rules.version };
}

/** What the chosen platform is in law; `null` while none is chosen. */
export function platformKind(
  { platforms }: Pick<ListingPorts, 'platforms'>,
  { choice }: Pick<Listing, 'choice'>,
): PlatformKind | null {
  return platforms.find(({ id }) => id === choice?.platform)?.kind ?? null;
}
