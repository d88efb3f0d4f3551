import { ownerPapers } from '#shared/domain/approval/progress.ts';
import type { Asset } from '#shared/domain/asset/asset.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import type { Missing } from '#shared/domain/listing/missing.ts';
import type { PaperKind } from '#shared/domain/listing/terms.ts';
import type { Verdict } from '#shared/domain/rules/rule.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { assetsOf } from '#shared/services/desk/asset/asset-cards.ts';
import { readFile } from '#shared/services/desk/files/read-file.ts';
import { listedAssets } from '#shared/services/desk/listing/listed-assets.ts';
import { checksOf, platformKind } from '#shared/services/desk/listing/listing-checks.ts';
import { type ListingView, readListing } from '#shared/services/desk/listing/read-listing.ts';
import { missingIn } from '#shared/services/desk/listing/submission-rules.ts';
import { stepsOf } from '#shared/services/desk/listing/submit-listing.ts';
import { platformOptions } from '#shared/services/desk/platform-options.ts';
import type { FormValues } from '#web/pages/desk/form-text.ts';
import type { EntryView } from '#web/pages/desk/listings/entry.tsx';
import type { Refused } from '#web/pages/desk/listings/refused.tsx';
import { callerIn } from '../admission.ts';
import { type DeskPorts, today } from './desk-ports.ts';
import type { DeskContext } from './desk-routes.ts';
import { deskAssets } from './static.ts';

/** The files of some ids that there are and that the caller may see. */
export async function filesOf(
  caller: Caller,
  ports: DeskPorts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeskFile>> {
  const found = await Promise.all(
    [...new Set(ids)].map((id) =>
      readFile(caller, ports, id).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'RESOURCE.NOT_FOUND') return undefined;
        throw error;
      }),
    ),
  );
  return new Map(found.flatMap((file) => (file === undefined ? [] : [[file.id, file]])));
}

/** Ids of files uploaded without scripts for some field of the page at this address. */
function attachedIn(url: string): readonly string[] {
  return [...new URL(url).searchParams].flatMap(([name, value]) => (name.startsWith('attach.') ? [value] : []));
}

/** What the rules say where no platform is chosen yet: what all admitted platforms have in common once, the rest by name. */
async function verdictsByPlatform(
  ports: DeskPorts,
  { listing, owner }: ListingView,
  assets: readonly Asset[],
): Promise<readonly Verdict[]> {
  const previous = listing.rounds.slice(0, -1).map(({ terms }) => terms);
  const { facts: _, ...plain } = ports;
  const given = { terms: listing.terms, assets, owner, round: listing.rounds.length, previous };
  const options = await platformOptions(plain, given);
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
async function verdictsOf(ports: DeskPorts, shown: ListingView, assets: readonly Asset[]): Promise<readonly Verdict[]> {
  const { listing, owner } = shown;
  if (listing.choice === null) {
    const verdicts = await verdictsByPlatform(ports, shown, assets);
    if (verdicts.length > 0) return verdicts;
  }
  return (await checksOf(ports, { listing, owner, today: today(ports) }, assets)).verdicts;
}

/** What a submission would still be refused for as missing, and the papers its chain asks of the owner. */
async function missingOf(
  ports: DeskPorts,
  { listing, owner }: ListingView,
  assets: readonly Asset[],
): Promise<{ readonly missing: readonly Missing[]; readonly expectedPapers: readonly PaperKind[] }> {
  const { steps } = await stepsOf(ports, { listing, owner }, assets);
  const missing = missingIn({ listing, owner, assets, steps, platform: platformKind(ports, listing) });
  return { missing, expectedPapers: ownerPapers(steps) };
}

/** What a form shows instead of what is stored. */
export interface Shown {
  readonly typed?: FormValues | undefined;
  readonly refused?: Refused | undefined;
}

/** A listing as the steps of its entry, and the acts on it, show it. */
export async function entryView(
  context: DeskContext,
  ports: DeskPorts,
  id: string,
  { typed, refused }: Shown = {},
): Promise<{ readonly view: EntryView; readonly shown: ListingView; readonly assets: readonly Asset[] }> {
  const caller = callerIn(context);
  const shown = await readListing(caller, ports, id);
  const { listing, owner } = shown;
  const [assets, choices, files] = await Promise.all([
    listedAssets(ports, owner.id, listing.terms.items),
    assetsOf(ports, owner),
    filesOf(caller, ports, [...listing.terms.papers.map(({ file }) => file), ...attachedIn(context.req.url)]),
  ]);
  const [verdicts, needed] = await Promise.all([verdictsOf(ports, shown, assets), missingOf(ports, shown, assets)]);
  const { url } = context.req;
  const page = { caller, assets: deskAssets, formKey: ports.ids.next(), url, typed, refused };
  return { view: { ...page, listing, owner, choices, files, verdicts, ...needed }, shown, assets };
}
