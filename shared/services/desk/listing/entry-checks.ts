import { ownerPapers } from '../../../domain/approval/progress.ts';
import type { Asset } from '../../../domain/asset/asset.ts';
import type { Missing } from '../../../domain/listing/missing.ts';
import type { PaperKind } from '../../../domain/listing/terms.ts';
import type { Verdict } from '../../../domain/rules/rule.ts';
import { beijingDate } from '../../../domain/time.ts';
import { type PlatformOptionPorts, platformOptions } from '../platform-options.ts';
import { checksOf, platformKind } from './listing-checks.ts';
import type { ListingView } from './read-listing.ts';
import { missingIn } from './submission-rules.ts';
import { stepsOf } from './submit-listing.ts';

/** Without the comparison's facts: what platforms took before decides nothing here. */
type EntryPorts = Omit<PlatformOptionPorts, 'facts'>;

/** What the rules say where no platform is chosen yet: what all admitted platforms have in common once, the rest by name. */
async function verdictsByPlatform(
  ports: EntryPorts,
  { listing, owner }: ListingView,
  assets: readonly Asset[],
): Promise<readonly Verdict[]> {
  const previous = listing.rounds.slice(0, -1).map(({ terms }) => terms);
  const given = { terms: listing.terms, assets, owner, round: listing.rounds.length, previous };
  const options = await platformOptions(ports, given);
  const all = options.flatMap(({ name, verdicts }) => verdicts.map((verdict) => ({ name, verdict })));
  const groups = Map.groupBy(all, ({ verdict: { rule, kind, sentence } }) => JSON.stringify([rule, kind, sentence]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    if (group.length === options.length) return [first.verdict];
    const names = group.map(({ name }) => name).join('、');
    return [{ ...first.verdict, sentence: `在${names}:${first.verdict.sentence}` }];
  });
}

/** What the rules say of a listing: on its platform, or on each it may choose. */
async function verdictsOf(
  ports: EntryPorts,
  shown: ListingView,
  assets: readonly Asset[],
): Promise<readonly Verdict[]> {
  const { listing, owner } = shown;
  if (listing.choice === null) {
    const verdicts = await verdictsByPlatform(ports, shown, assets);
    if (verdicts.length > 0) return verdicts;
  }
  return (await checksOf(ports, { listing, owner, today: beijingDate(ports.clock.now()) }, assets)).verdicts;
}

/** What a submission would still be refused for as missing, and the papers its chain asks of the owner. */
async function missingOf(
  ports: EntryPorts,
  { listing, owner }: ListingView,
  assets: readonly Asset[],
): Promise<{ readonly missing: readonly Missing[]; readonly expectedPapers: readonly PaperKind[] }> {
  const { steps } = await stepsOf(ports, { listing, owner }, assets);
  const missing = missingIn({ listing, owner, assets, steps, platform: platformKind(ports, listing) });
  return { missing, expectedPapers: ownerPapers(steps) };
}

/** What stands beside the fields while a listing is entered. */
export interface EntryChecks {
  readonly verdicts: readonly Verdict[];
  readonly missing: readonly Missing[];
  /** Papers the chain asks of the owner. */
  readonly expectedPapers: readonly PaperKind[];
}

/** Checks a listing as it stands, submitted or not. */
export async function entryChecks(
  ports: EntryPorts,
  shown: ListingView,
  assets: readonly Asset[],
): Promise<EntryChecks> {
  const { records, clock, platforms, publishing, fees } = ports;
  const own = { records, clock, platforms, publishing, fees };
  const [verdicts, needed] = await Promise.all([verdictsOf(own, shown, assets), missingOf(own, shown, assets)]);
  return { verdicts, ...needed };
}
