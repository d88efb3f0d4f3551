import { addMs, type Instant } from '../time.ts';
import type { Placement, PlacementStep } from './placement.ts';
import type { Publishing } from './publishing.ts';
import { isTaken } from './transitions.ts';

/** What is to be done for a placement, and not before when; `at` null: now. */
export interface NextStep {
  readonly step: PlacementStep;
  readonly at: Instant | null;
}

/** A lot just accepted is looked for after a minute, one that is shown every ten. */
const FIRST_LOOK_MS = 60_000;
const LATER_LOOKS_MS = 600_000;

/**
 * What the system does next for a placement without being asked; `null`: nothing, it is over or a person's turn. An attempt
 * without outcome keeps everybody else from the platform until its lease ends. `publishing` of the platform, undefined where
 * nothing is known of it: then people tell it.
 */
export function nextOf(placement: Placement, publishing: Publishing | undefined): NextStep | null {
  const step = stepOf(placement, publishing);
  if (step === null) return null;
  if (step === 'follow') return { step, at: nextLook(placement) };
  return { step, at: later(placement.attempt?.until ?? null, placement.postponedUntil) };
}

/**
 * Whether something of it may be on sale: a listing is not withdrawn behind its platform's back. Where people enter the
 * package, it may be from the moment they have it.
 */
export function mayBeAtPlatform(placement: Placement, isHandedOver = false): boolean {
  const { state, attempt, mayBeThere, lot, way } = placement;
  if (state === 'withdrawn' || state === 'ended') return false;
  if (way === 'handoff' && isHandedOver) return true;
  return lot !== null || mayBeThere || attempt !== null || state === 'submitted' || state === 'unknown';
}

/** An attempt to publish may have reached the platform, and no answer to it is known. */
export function mayHavePublished({ mayBeThere, attempt }: Pick<Placement, 'mayBeThere' | 'attempt'>): boolean {
  return mayBeThere || attempt?.step === 'publish';
}

/**
 * Whether the platform may be asked for a lot: where asking twice may make two, only while no earlier request can have
 * reached it. To be asked of the placement as it is before the attempt is begun.
 */
export function mayCreate(placement: Pick<Placement, 'mayBeThere' | 'attempt'>, { onceBy }: Publishing): boolean {
  return onceBy === 'reference' || !mayHavePublished(placement);
}

function stepOf(placement: Placement, publishing: Publishing | undefined): PlacementStep | null {
  const { state, withdrawal, way } = placement;
  if (state === 'ended' || state === 'withdrawn') return null;
  const follow = isTaken(state) ? 'follow' : null;
  if (way !== 'api' || publishing === undefined) return follow;
  if (withdrawal !== null) {
    // What never left us is taken back without asking anybody.
    const isOurs = publishing.withdraw === 'api' || !mayBeAtPlatform(placement);
    return (isOurs ? unlessStopped(placement, 'withdraw') : null) ?? follow;
  }
  if (follow === null) return stepOfPublishing(placement);
  return (publishing.amend === 'api' ? stepOfAmendment(placement) : null) ?? follow;
}

function stepOfPublishing(placement: Placement): PlacementStep | null {
  switch (placement.state) {
    case 'pending':
      return 'prepare';
    case 'validated':
    case 'submitted':
    case 'rejected':
      // What may be there already was made of the offer as it was: it is found first, then amended.
      return isOfferOld(placement) && !mayHavePublished(placement) ? 'prepare' : 'publish';
    default:
      return null;
  }
}

function stepOfAmendment(placement: Placement): PlacementStep | null {
  const { amendment } = placement;
  if (amendment === null || amendment.doneAt !== null) return null;
  return unlessStopped(placement, isOfferOld(placement) ? 'prepare' : 'amend');
}

/** An amendment was asked for that the offer does not contain. */
function isOfferOld({ amendment, offer }: Placement): boolean {
  return amendment !== null && amendment.doneAt === null && (offer?.amendment ?? -1) < amendment.number;
}

/** The platform said no to it once and for all: a person decides. */
function unlessStopped({ refusal }: Placement, step: PlacementStep): PlacementStep | null {
  return refusal !== null && refusal.step === step && refusal.retryAt === null ? null : step;
}

function nextLook({ state, since, shown }: Placement): Instant {
  return state === 'live' ? addMs(shown?.at ?? since, LATER_LOOKS_MS) : addMs(since, FIRST_LOOK_MS);
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
