import type { ChainStep } from '../../../domain/approval/chain.ts';
import { chainFor, stepsFor } from '../../../domain/approval/progress.ts';
import type { Asset } from '../../../domain/asset/asset.ts';
import type { Caller } from '../../../domain/caller.ts';
import type { Justification } from '../../../domain/listing/events.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { scopeOf } from '../../../domain/listing/rounds.ts';
import { offeredArea, wholeValue } from '../../../domain/listing/value.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { readSettings } from '../settings/read-settings.ts';
import { requireAdmitted } from './admitted.ts';
import { changeListing, type Deciding } from './change-listing.ts';
import { listedAssets } from './listed-assets.ts';
import { checksOf, platformKind } from './listing-checks.ts';
import { lockListing } from './listing-lock.ts';
import type { ListingPorts } from './listing-ports.ts';
import { refuseBreaches, refuseIncomplete, refuseUnjustified } from './submission-rules.ts';

/** A submission. */
export interface SubmitBody {
  /** A reason for each rule that warns. */
  readonly justifications: readonly Justification[];
}

/**
 * Submits a draft for approval (提交审核): everything required is there, no rule is broken, each warning has its reason,
 * the platform is admitted today; then the assets are locked. The owner's own steps are taken by their papers and
 * recorded as passed.
 *
 * @throws AppError as `changeListing`; `LISTING.INCOMPLETE` with what is missing, papers by name; `LISTING.BREACH` and
 * `LISTING.UNJUSTIFIED` with `details.verdicts`; `LISTING.NOT_ADMITTED`; `ASSET.LOCKED` naming the listing that has it
 */
export async function submitListing(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { justifications }: SubmitBody,
): Promise<Committed<Listing>> {
  return changeListing(caller, ports, id, command, {
    type: 'submitted',
    event: async (deciding) => {
      const { listing, owner, today } = deciding;
      const assets = await listedAssets(ports, owner.id, listing.terms.items);
      const { steps, chainVersion } = await stepsOf(ports, deciding, assets);
      refuseIncomplete({ listing, owner, assets, steps, platform: platformKind(ports, listing) });
      await requireAdmitted(ports, listing, owner, [listing.choice?.platform ?? ''], today);
      const { verdicts, rulesVersion } = await checksOf(ports, deciding, assets);
      refuseBreaches(verdicts);
      refuseUnjustified(verdicts, justifications);
      await lockListing(ports, listing);
      const scope = scopeOf(listing);
      return { type: 'submitted', data: { chainVersion, rulesVersion, justifications, scope, steps } };
    },
  });
}

/** The steps the listing takes: all of its chain, or the office's alone where its resolution still covers it. */
export async function stepsOf(
  ports: Pick<ListingPorts, 'records'>,
  { listing, owner }: Pick<Deciding, 'listing' | 'owner'>,
  assets: readonly Asset[],
): Promise<{ readonly steps: readonly ChainStep[]; readonly chainVersion: number }> {
  const { value: chains, version: chainVersion } = await readSettings(ports, 'chains');
  const value = wholeValue(listing.terms, offeredArea(listing.terms, assets));
  const all = stepsFor(chainFor(chains, owner.kind), value.kind === 'amount' ? value.fen : null);
  const steps = scopeOf(listing) === 'full' ? all : all.filter(({ actor }) => actor.kind === 'office');
  return { steps, chainVersion };
}
