import type { Asset } from '../../domain/asset/asset.ts';
import type { Owner } from '../../domain/asset/owner.ts';
import { STATE_CALENDAR } from '../../domain/calendar/working-days.ts';
import { systemCaller } from '../../domain/caller.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import type { FeeBook } from '../../domain/fees/book.ts';
import { feesOnSale } from '../../domain/fees/on-sale.ts';
import type { Sale } from '../../domain/fees/sale.ts';
import type { ListingTerms } from '../../domain/listing/terms.ts';
import { checkListing } from '../../domain/rules/check-listing.ts';
import { effectiveRules } from '../../domain/rules/effective.ts';
import type { ListingCheck } from '../../domain/rules/listing-check.ts';
import type { Verdict, VerdictKind } from '../../domain/rules/rule.ts';
import type { Admission } from '../../domain/settings/platform-profile.ts';
import { beijingDate, type Instant, type LocalDate } from '../../domain/time.ts';
import type { PlatformManifest } from '../../ports/auction-platform.ts';
import type { FactsReader } from '../comparison/read-facts.ts';
import { admittedPlatforms } from './listing/admitted.ts';
import { limitVerdicts } from './listing/limit-verdicts.ts';
import type { ListingPorts } from './listing/listing-ports.ts';
import { platformClocks } from './platform-clocks.ts';
import type { PlatformOption } from './platform-option.ts';
import { saleAtStart } from './platform-sale.ts';
import { readSettings } from './settings/read-settings.ts';
import { bookWith, type SettingsPorts } from './settings/save-settings.ts';

/** What the options are made of. Without `facts` nothing is said of how long platforms take. */
export interface PlatformOptionPorts
  extends Pick<SettingsPorts, 'records' | 'clock' | 'platforms' | 'fees'>,
    Pick<ListingPorts, 'publishing'> {
  readonly facts?: FactsReader;
}

/** A listing that looks for its platform. */
export interface ListingToPlace {
  readonly terms: ListingTerms;
  /** The assets of `terms.items`, in their order. */
  readonly assets: readonly Asset[];
  readonly owner: Owner;
  readonly round: number;
  /** Terms of the rounds before, the first one first. */
  readonly previous: readonly ListingTerms[];
}

const NO_VERDICTS: Readonly<Record<VerdictKind, number>> = {
  ok: 0,
  breach: 0,
  warning: 0,
  'not-applicable': 0,
  undetermined: 0,
};

function countsOf(verdicts: readonly Verdict[]): PlatformOption['counts'] {
  const counts = { ...NO_VERDICTS };
  for (const { kind } of verdicts) counts[kind] += 1;
  return counts;
}

/** The decision that admits a platform on a day; of several the one begun last. */
function admissionOf(admissions: readonly Admission[], platform: string, today: LocalDate): Admission | undefined {
  return admissions
    .filter((each) => each.platform === platform && each.from <= today && (each.until === null || today <= each.until))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
}

async function factsIn({ facts }: PlatformOptionPorts): Promise<readonly RoundFacts[]> {
  return facts === undefined ? [] : (await facts(systemCaller('desk'))).facts;
}

/** What every option is made with, read once. */
interface Given {
  readonly listing: ListingToPlace;
  readonly admissions: readonly Admission[];
  readonly check: Pick<ListingCheck, 'rules' | 'policy' | 'calendar'>;
  readonly book: FeeBook;
  readonly sale: Sale | null;
  readonly facts: readonly RoundFacts[];
  readonly now: Instant;
}

async function read(ports: PlatformOptionPorts, listing: ListingToPlace): Promise<Given> {
  const now = ports.clock.now();
  const [admissions, rules, rounds, agreements, facts] = await Promise.all([
    readSettings(ports, 'admissions'),
    readSettings(ports, 'rules'),
    readSettings(ports, 'rounds'),
    readSettings(ports, 'agreements'),
    factsIn(ports),
  ]);
  const check = {
    rules: effectiveRules(rules.value, beijingDate(now)),
    policy: rounds.value,
    calendar: STATE_CALENDAR,
  };
  const book = bookWith(ports.fees, agreements.value);
  const sale = saleAtStart(listing.terms, listing.assets, listing.owner);
  return { listing, admissions: admissions.value, check, book, sale, facts, now };
}

function optionOf(
  ports: PlatformOptionPorts,
  { listing, check, book, sale, facts, now }: Given,
  manifest: PlatformManifest,
  admission: Admission,
) {
  const { id: platform, name, kind } = manifest;
  const limits = limitVerdicts(ports, platform, listing.terms);
  const verdicts = [...limits, ...checkListing({ ...listing, ...check, platform: kind })];
  return {
    ...{ platform, name, kind, admission, verdicts, counts: countsOf(verdicts) },
    fees: sale === null ? null : feesOnSale(sale, platform, book),
    clocks: platformClocks(platform, facts, now),
  } satisfies PlatformOption;
}

/**
 * The platforms a listing may go to today, in the order of their ids: each with what the rules say of the listing there, what
 * it charges on the start price, and how long it takes. Platforms not admitted for its owner and every class are left out.
 *
 * @throws AppError `FEES.TIED`, `FEES.INVALID` when agreements contradict what is known of fees
 */
export async function platformOptions(
  ports: PlatformOptionPorts,
  listing: ListingToPlace,
): Promise<readonly PlatformOption[]> {
  const given = await read(ports, listing);
  const today = beijingDate(given.now);
  const lot = { classes: listing.assets.map(({ assetClass }) => assetClass), category: listing.owner.kind };
  return admittedPlatforms(given.admissions, lot, today).flatMap((id) => {
    const manifest = ports.platforms.find((each) => each.id === id);
    const admission = admissionOf(given.admissions, id, today);
    return manifest === undefined || admission === undefined ? [] : [optionOf(ports, given, manifest, admission)];
  });
}
