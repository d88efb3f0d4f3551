import type { Caller } from '#shared/domain/caller.ts';
import type { RoundEnding } from '#shared/domain/listing/events.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import { fen } from '#shared/domain/money.ts';
import { choosePlatform } from '#shared/services/desk/listing/choose-platform.ts';
import { draftListing } from '#shared/services/desk/listing/draft-listing.ts';
import { endRound } from '#shared/services/desk/listing/end-round.ts';
import { handOver } from '#shared/services/desk/listing/hand-over.ts';
import { openRound } from '#shared/services/desk/listing/open-round.ts';
import { passStep } from '#shared/services/desk/listing/pass-step.ts';
import { recordPlacement } from '#shared/services/desk/listing/record-placement.ts';
import { submitListing } from '#shared/services/desk/listing/submit-listing.ts';
import type { Committed } from '#shared/services/events/aggregate.ts';
import { type ListingDesk, PEOPLE, PUBLIC, VILLAGE } from './desk.ts';
import { day } from './desk-terms.ts';

/** A reason for every rule that may warn at this desk. */
export async function submit(
  desk: ListingDesk,
  id: string,
  caller: Caller = PEOPLE.clerk,
): Promise<Committed<Listing>> {
  return submitListing(caller, desk.ports, id, desk.command(), { justifications: await reasons(desk, id, caller) });
}

/** What warns, each with a reason. */
export async function reasons(desk: ListingDesk, id: string, caller: Caller) {
  try {
    const probe = { ...desk.ports, records: { ...desk.records, put: async () => 'refused' as const } };
    await submitListing(caller, probe, id, desk.command(), { justifications: [] });
  } catch (error) {
    const verdicts = (error as { details?: { verdicts?: readonly { rule: string; kind: string }[] } }).details
      ?.verdicts;
    return (verdicts ?? []).filter(({ kind }) => kind === 'warning').map(({ rule }) => ({ rule, reason: '已核对' }));
  }
  return [];
}

/** A draft with its platform chosen. */
export async function aDraft(
  desk: ListingDesk,
  terms: ListingTerms,
  { ownerId = VILLAGE.id, caller = PEOPLE.clerk as Caller, platform = PUBLIC as string } = {},
): Promise<Listing> {
  const drafted = await draftListing(caller, desk.ports, desk.command(), { ownerId, terms, copyOf: null });
  const body = { platform, reason: '服务费低' };
  return (await choosePlatform(caller, desk.ports, drafted.state.id, desk.command(), body)).state;
}

/** A listing under review, waiting for the township. */
export async function inReview(desk: ListingDesk, terms: ListingTerms): Promise<Listing> {
  const { id } = await aDraft(desk, terms);
  return (await submit(desk, id)).state;
}

/** The step passed by who may. */
export function pass(desk: ListingDesk, id: string, step: string, caller: Caller) {
  return passStep(caller, desk.ports, id, desk.command(), { step, opinion: '同意', papers: [] });
}

/** A village's listing all steps of which are passed. */
export async function approved(desk: ListingDesk, terms: ListingTerms): Promise<Listing> {
  const { id, submissions } = await inReview(desk, terms);
  await pass(desk, id, 'township', PEOPLE.township);
  const needsBureau = submissions.at(-1)?.steps.some((step) => step.id === 'bureau') ?? false;
  if (needsBureau) await pass(desk, id, 'bureau', PEOPLE.bureau);
  return (await pass(desk, id, 'office', PEOPLE.office)).state;
}

/** An approved listing brought before the bidders, as a lot of ours where its number is known. */
export async function place(desk: ListingDesk, id: string, lotId: string | null = null): Promise<Listing> {
  const body = {
    packageSha256: 'a'.repeat(64),
    documents: [{ kind: 'notice', number: '吴农交〔2024〕1号', sha256: 'b'.repeat(64) }],
  };
  await handOver(PEOPLE.office, desk.ports, id, desk.command(), body);
  const placement = { url: `https://${PUBLIC}.example.invalid/lot/1`, lotId, liveAt: null };
  return (await recordPlacement(PEOPLE.operator, desk.ports, id, desk.command(), placement)).state;
}

/** Ends the round that runs. */
export async function end(desk: ListingDesk, id: string, outcome: RoundEnding['outcome']): Promise<Listing> {
  const common = { at: desk.clock.now(), cause: '平台公告' };
  const ending: RoundEnding =
    outcome === 'sold' ? { ...common, outcome, hammerFen: fen(56_000_00) } : { ...common, outcome };
  return (await endRound(PEOPLE.office, desk.ports, id, desk.command(), ending)).state;
}

/** A listing whose first round found no bidder. */
export async function failed(desk: ListingDesk, terms: ListingTerms): Promise<Listing> {
  const { id } = await approved(desk, terms);
  await place(desk, id);
  return end(desk, id, 'failed');
}

/** The next round of a failed listing at a price, as a draft. */
export async function again(desk: ListingDesk, id: string, terms: ListingTerms): Promise<Listing> {
  const body = { terms, decidedBy: '社管会', decidedOn: day('2024-05-05') };
  return (await openRound(PEOPLE.clerk, desk.ports, id, desk.command(), body)).state;
}
