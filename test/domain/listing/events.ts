import fc from 'fast-check';
import type { ChainStep } from '#shared/domain/approval/chain.ts';
import type { LoggedEvent } from '#shared/domain/events/event.ts';
import type { ListingEvent } from '#shared/domain/listing/events.ts';
import { foldListing } from '#shared/domain/listing/fold.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import { waitingStep } from '#shared/domain/listing/progress.ts';
import { isAllowed } from '#shared/domain/listing/transitions.ts';
import { fen } from '#shared/domain/money.ts';
import { minute } from '#test/support/builders.ts';
import { aLease, day } from '#test/support/desk-terms.ts';

const STEPS: readonly ChainStep[] = [
  { id: 'vote', name: '表决', actor: { kind: 'owner' }, papers: [], fromFen: null, workingDays: null },
  { id: 'township', name: '镇街审核', actor: { kind: 'township' }, papers: [], fromFen: null, workingDays: 3 },
  { id: 'office', name: '受理', actor: { kind: 'office' }, papers: [], fromFen: null, workingDays: 2 },
];

const ending = { at: minute(0), cause: '公告' };
const aSubmission = { chainVersion: 1, rulesVersion: 1, justifications: [], scope: 'full' } as const;

/** Any event of a listing; steps are those that wait, where one waits. */
export function eventOf(kind: number, listing: Listing | undefined, price: number): ListingEvent {
  const terms = aLease(`asset${price % 3}`, { startPriceFen: fen(price) });
  const step = (listing === undefined ? undefined : waitingStep(listing)?.id) ?? 'office';
  const events: readonly ListingEvent[] = [
    { type: 'drafted', data: { ownerId: 'owner', terms, copyOf: null } },
    { type: 'edited', data: { terms } },
    { type: 'platform-chosen', data: { platform: 'p', reason: 'r', draw: null } },
    { type: 'draw-announced', data: { seedHash: 'h', candidates: ['p', 'q'] } },
    { type: 'submitted', data: { ...aSubmission, steps: price % 5 === 0 ? [] : STEPS } },
    { type: 'step-passed', data: { step, opinion: null, papers: [] } },
    { type: 'returned', data: { step, reason: '缺' } },
    { type: 'handed-over', data: { packageSha256: 'a', documents: [{ kind: 'notice', number: '1', sha256: 'b' }] } },
    {
      type: 'placed',
      data: { url: 'https://example.invalid/1', lotId: price % 4 === 0 ? null : `p.${price}`, liveAt: null },
    },
    { type: 'round-ended', data: { ...ending, outcome: 'sold', hammerFen: fen(price) } },
    { type: 'round-ended', data: { ...ending, outcome: 'failed' } },
    { type: 'round-ended', data: { ...ending, outcome: 'defaulted' } },
    { type: 'round-opened', data: { terms, decidedBy: '社管会', decidedOn: day('2024-05-06') } },
    {
      type: 'let-by-agreement',
      data: {
        priceFen: fen(price),
        publicityFrom: day('2024-05-06'),
        publicityUntil: day('2024-05-13'),
        papers: [],
        reason: 'r',
      },
    },
    { type: 'withdrawn', data: { reason: 'r' } },
    { type: 'document-issued', data: { kind: 'notice', number: String(price), sha256: 'c' } },
    { type: 'scan-returned', data: { number: '1', file: 'f' } },
    { type: 'amended', data: { terms, reason: 'r' } },
  ];
  return events[kind % events.length] as ListingEvent;
}

export const KINDS = 18;

/** Whatever people try, in any order: pairs of a kind of event and a price. */
export const attempts = fc.array(fc.tuple(fc.nat(KINDS - 1), fc.integer({ min: 1, max: 1_000 })), {
  minLength: 10,
  maxLength: 60,
});

/** An event as it lies in the log. */
export function logged(event: ListingEvent, sequence: number): LoggedEvent<ListingEvent> {
  const by = { id: `person-${sequence % 3}`, name: '某人', role: 'office', scope: '330502', onBehalf: false } as const;
  const command = { id: `command-${sequence}`, sha256: '' };
  return { sequence, at: minute(sequence), by, command, event, previous: '', hash: '' };
}

/** The listing these events leave. */
export function listingOf(events: readonly ListingEvent[]): Listing {
  const listing = events.reduce<Listing | undefined>(
    (state, event, index) => foldListing(state, logged(event, index + 1), 'listing'),
    undefined,
  );
  if (listing === undefined) throw new Error('no events');
  return listing;
}

const LEADS_NOWHERE: ReadonlySet<ListingEvent['type']> = new Set([
  'withdrawn',
  'returned',
  'edited',
  'platform-chosen',
  'draw-announced',
  'document-issued',
  'scan-returned',
  'amended',
]);

/**
 * A life made of allowed events only, whichever comes next by chance; what does not lead on seldom, so that lives are long.
 * Every listing on the way.
 */
export function wandered(tries: readonly (readonly [number, number])[]): readonly Listing[] {
  const all: Listing[] = [];
  for (const [choice, price] of tries) {
    const before = all.at(-1);
    const next = Array.from({ length: KINDS }, (_, kind) => eventOf(kind, before, price)).filter(
      (event) => isAllowed(before?.state, event) && (!LEADS_NOWHERE.has(event.type) || price % 6 === 0),
    );
    const event = next[choice % next.length];
    if (event !== undefined) all.push(foldListing(before, logged(event, all.length + 1), 'listing'));
  }
  return all;
}

/** What is left when those that are allowed go through, with every listing on the way. */
export function carriedOut(tries: readonly (readonly [number, number])[]): readonly Listing[] {
  const all: Listing[] = [];
  for (const [kind, price] of [[0, 1] as const, ...tries]) {
    const before = all.at(-1);
    const event = eventOf(kind, before, price);
    if (isAllowed(before?.state, event)) all.push(foldListing(before, logged(event, all.length + 1), 'listing'));
  }
  return all;
}
