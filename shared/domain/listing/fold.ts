import type { LoggedEvent } from '../events/event.ts';
import type { ListingEvent, RoundEnding } from './events.ts';
import type { Deed, Listing, ListingRound, ListingState, StepTaken } from './listing.ts';
import { currentRound, openSteps, waitingStep } from './progress.ts';
import type { ListedItem, ListingTerms, Paper } from './terms.ts';

type DataOf<T extends ListingEvent['type']> = Extract<ListingEvent, { type: T }>['data'];

/** The listing after one more event. The log holds only what was allowed; @throws RangeError when it does not begin with `drafted`. */
export function foldListing(state: Listing | undefined, logged: LoggedEvent<ListingEvent>, id: string): Listing {
  const deed: Deed = { at: logged.at, by: logged.by, version: logged.sequence };
  if (logged.event.type === 'drafted') return drafted(id, deed, logged.event.data);
  if (state === undefined) throw new RangeError(`the log of listing ${id} does not begin with its draft`);
  const next = afterEvent(state, logged.event, deed);
  const isMoved = next.state !== state.state || waitingStep(next)?.id !== waitingStep(state)?.id;
  return { ...next, version: deed.version, lastEventAt: deed.at, since: isMoved ? deed.at : state.since };
}

function drafted(id: string, deed: Deed, { ownerId, terms, copyOf }: DataOf<'drafted'>): Listing {
  return {
    id,
    version: deed.version,
    ownerId,
    state: 'draft',
    createdAt: deed.at,
    createdBy: deed.by,
    copyOf,
    terms,
    editors: [deed.by.id],
    choice: null,
    drawAnnounced: null,
    submissions: [],
    steps: [],
    rounds: [newRound(1, terms, deed, null)],
    documents: [],
    agreement: null,
    withdrawal: null,
    assetsNamed: withAssets([], terms.items),
    since: deed.at,
    lastEventAt: deed.at,
  };
}

function afterEvent(listing: Listing, event: Exclude<ListingEvent, { type: 'drafted' }>, deed: Deed): Listing {
  switch (event.type) {
    case 'edited':
      return { ...withTerms(listing, event.data.terms), editors: withEditor(listing, deed) };
    case 'platform-chosen':
      return { ...listing, choice: { ...deed, ...event.data }, editors: withEditor(listing, deed) };
    case 'draw-announced':
      return { ...listing, drawAnnounced: { ...deed, ...event.data } };
    case 'submitted':
      return submitted(listing, event.data, deed);
    case 'step-passed':
      return passed(listing, event.data, deed);
    case 'returned':
      return { ...listing, state: 'draft', steps: [taken(listing, deed, event.data, 'returned'), ...listing.steps] };
    case 'handed-over':
      return handedOver(listing, event.data, deed);
    case 'placed':
      return inRound({ ...listing, state: 'placed' }, { placed: { ...deed, ...event.data } });
    case 'amended':
      return amended(listing, event.data, deed);
    case 'round-ended':
      return ended(listing, event.data, deed);
    case 'round-opened':
      return opened(listing, event.data, deed);
    case 'let-by-agreement':
      return { ...listing, state: 'agreed', agreement: { ...deed, ...event.data } };
    case 'withdrawn':
      return { ...listing, state: 'withdrawn', withdrawal: { ...deed, ...event.data } };
    case 'document-issued':
      return { ...listing, documents: [...listing.documents, { ...event.data, ...deed, scan: null }] };
    case 'scan-returned':
      return withScan(listing, event.data);
  }
}

function submitted(listing: Listing, data: DataOf<'submitted'>, deed: Deed): Listing {
  const submissions = [...listing.submissions, { ...deed, ...data, terms: listing.terms }];
  const own = data.steps
    .filter(({ actor }) => actor.kind === 'owner')
    .map(({ id }) => taken({ submissions }, deed, { step: id, opinion: null, papers: [] }, 'passed'));
  const next = { ...listing, submissions, steps: [...own, ...listing.steps], editors: withEditor(listing, deed) };
  return { ...next, state: reviewOrApproved(next) };
}

function passed(listing: Listing, data: DataOf<'step-passed'>, deed: Deed): Listing {
  const papers: readonly Paper[] = [...listing.terms.papers, ...data.papers];
  const next = withTerms(listing, { ...listing.terms, papers });
  const steps = [taken(listing, deed, data, 'passed'), ...listing.steps];
  return { ...next, steps, state: reviewOrApproved({ submissions: listing.submissions, steps }) };
}

function reviewOrApproved(listing: Pick<Listing, 'submissions' | 'steps'>): ListingState {
  return openSteps(listing).length === 0 ? 'approved' : 'review';
}

function taken(
  { submissions }: Pick<Listing, 'submissions'>,
  deed: Deed,
  data: DataOf<'step-passed'> | DataOf<'returned'>,
  outcome: StepTaken['outcome'],
): StepTaken {
  const words = 'reason' in data ? data.reason : data.opinion;
  const papers = 'papers' in data ? data.papers : [];
  return { ...deed, submission: submissions.length, step: data.step, outcome, words, papers };
}

function handedOver(listing: Listing, { packageSha256, documents }: DataOf<'handed-over'>, deed: Deed): Listing {
  const issued = documents.map((document) => ({ ...document, ...deed, scan: null }));
  const next: Listing = { ...listing, state: 'handed-over', documents: [...listing.documents, ...issued] };
  return inRound(next, { handedOver: { ...deed, packageSha256 } });
}

function amended(listing: Listing, { terms, reason }: DataOf<'amended'>, deed: Deed): Listing {
  const before = currentRound(listing).amendments;
  const amendments = [...before, { ...deed, number: before.length + 1, reason, terms }];
  return inRound(withTerms(listing, terms), { amendments });
}

function ended(listing: Listing, ending: RoundEnding, deed: Deed): Listing {
  const hammered = ending.outcome === 'sold' ? { hammered: { fen: ending.hammerFen, at: ending.at } } : {};
  return inRound({ ...listing, state: ending.outcome }, { ended: { ...deed, ending }, ...hammered });
}

function opened(listing: Listing, { terms, decidedBy, decidedOn }: DataOf<'round-opened'>, deed: Deed): Listing {
  const round = newRound(listing.rounds.length + 1, terms, deed, { by: decidedBy, on: decidedOn });
  const editors = withEditor(listing, deed);
  const next: Listing = {
    ...listing,
    state: 'draft',
    rounds: [...listing.rounds, round],
    drawAnnounced: null,
    editors,
  };
  return withTerms(next, terms);
}

function withScan(listing: Listing, { number, file }: DataOf<'scan-returned'>): Listing {
  const documents = listing.documents.map((document) =>
    document.number === number ? { ...document, scan: file } : document,
  );
  return { ...listing, documents };
}

function newRound(number: number, terms: ListingTerms, opened: Deed, decided: ListingRound['decided']): ListingRound {
  return {
    number,
    opened,
    terms,
    handedOver: null,
    placed: null,
    amendments: [],
    ended: null,
    hammered: null,
    decided,
  };
}

function inRound(listing: Listing, change: Partial<ListingRound>): Listing {
  const rounds = listing.rounds.map((round, index) =>
    index === listing.rounds.length - 1 ? { ...round, ...change } : round,
  );
  return { ...listing, rounds };
}

function withTerms(listing: Listing, terms: ListingTerms): Listing {
  return inRound({ ...listing, terms, assetsNamed: withAssets(listing.assetsNamed, terms.items) }, { terms });
}

function withAssets(known: readonly string[], items: readonly ListedItem[]): readonly string[] {
  return [...new Set([...known, ...items.map(({ assetId }) => assetId)])];
}

function withEditor({ editors }: Listing, { by }: Deed): readonly string[] {
  return editors.includes(by.id) ? editors : [...editors, by.id];
}
