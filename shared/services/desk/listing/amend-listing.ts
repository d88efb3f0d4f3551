import type { Caller } from '../../../domain/caller.ts';
import { amendmentFaults } from '../../../domain/listing/amendments.ts';
import type { Justification } from '../../../domain/listing/events.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { ListingTerms } from '../../../domain/listing/terms.ts';
import type { Verdict } from '../../../domain/rules/rule.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { refuseFaults } from '../asset/refuse-faults.ts';
import { changeListing, type Deciding } from './change-listing.ts';
import { listedAssets } from './listed-assets.ts';
import { checksOf, platformKind } from './listing-checks.ts';
import type { ListingPorts } from './listing-ports.ts';
import { requireText } from './require-text.ts';
import { refuseBreaches, refuseIncomplete, refuseUnjustified } from './submission-rules.ts';

/** An amendment. */
export interface AmendBody {
  /** What changes, each field of the terms as a whole; the rest stays. */
  readonly terms: Partial<ListingTerms>;
  readonly reason: string;
  /** A reason for each rule that warns of it and did not before. */
  readonly justifications: readonly Justification[];
}

/**
 * Amends what a platform has (变更), before bidding begins: times, whom to call, title and remarks, never what was decided.
 * It is held to the rules of today as a submission is; what they warned of before is not asked again. The platform is told by
 * the listing's placement.
 *
 * @throws AppError as `changeListing`; `FORM.INVALID` without a reason or for what no amendment may change;
 * `LISTING.INCOMPLETE`, `LISTING.BREACH` and `LISTING.UNJUSTIFIED` with `details.verdicts`
 */
export async function amendListing(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { terms: changes, reason, justifications }: AmendBody,
): Promise<Committed<Listing>> {
  requireText('/reason', reason, '请写明变更的原因。');
  return changeListing(caller, ports, id, command, {
    type: 'amended',
    event: async (deciding) => {
      const terms = { ...deciding.listing.terms, ...changes };
      refuseFaults(amendmentFaults(deciding.listing.terms, terms, deciding.at));
      const open = await warningsOf(ports, deciding, { ...deciding.listing, terms });
      refuseUnjustified(open, justifications);
      return { type: 'amended', data: { terms, reason, ...(open.length === 0 ? {} : { justifications }) } };
    },
  });
}

/**
 * What the rules warn of that they did not warn of before, with nothing missing and no rule broken. The chain was passed
 * before: of its papers nothing is asked again.
 */
async function warningsOf(ports: ListingPorts, before: Deciding, listing: Listing): Promise<readonly Verdict[]> {
  const { owner } = before;
  const assets = await listedAssets(ports, owner.id, listing.terms.items);
  refuseIncomplete({ listing, owner, assets, steps: [], platform: platformKind(ports, listing) });
  const { verdicts } = await checksOf(ports, { ...before, listing }, assets);
  refuseBreaches(verdicts);
  const stood = (await checksOf(ports, before, assets)).verdicts;
  return verdicts.filter(
    ({ kind, rule, sentence }) =>
      kind === 'warning' && !stood.some((known) => known.rule === rule && known.sentence === sentence),
  );
}
