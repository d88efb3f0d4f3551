import { mayBeAtPlatform } from '../../domain/placement/next.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Publishing } from '../../domain/placement/publishing.ts';
import { mayHappenTo } from '../../domain/placement/transitions.ts';
import type { Instant } from '../../domain/time.ts';

/** What the office may do about a placement, in the order in which it is offered. */
export const PLACEMENT_COMMANDS = [
  'resume',
  'identify',
  'switch',
  'ask-withdrawal',
  'confirm-amended',
  'confirm-withdrawn',
] as const;
export type PlacementCommand = (typeof PLACEMENT_COMMANDS)[number];

/** What it is decided by. */
export interface Situation {
  readonly placement: Placement;
  /** Of the placement's platform; undefined where nothing can be published. */
  readonly publishing: Publishing | undefined;
  /** The listing's package was handed over in this round. */
  readonly isHandedOver: boolean;
  readonly now: Instant;
}

/**
 * Whether a person may do this now. While a call to the platform is under way, its outcome is waited for: what a person
 * decides then would rest on what he cannot know yet.
 */
export function mayCommand(command: PlacementCommand, situation: Situation): boolean {
  return !isUnderWay(situation) && MAY[command](situation);
}

const MAY: Readonly<Record<PlacementCommand, (situation: Situation) => boolean>> = {
  resume: ({ placement }) => {
    const { way, state, refusal, postponedUntil } = placement;
    const isHeldUp = state === 'blocked' || state === 'unknown' || refusal !== null || postponedUntil !== null;
    return way === 'api' && isHeldUp && mayHappenTo(state, 'resumed');
  },
  identify: ({ placement: { way, state, lot, mayBeThere } }) => {
    const isDoubtful = mayBeThere || state === 'unknown' || state === 'blocked' || state === 'rejected';
    return way === 'api' && lot === null && isDoubtful && mayHappenTo(state, 'accepted');
  },
  switch: ({ placement: { way, state, lot } }) => way === 'api' && lot === null && mayHappenTo(state, 'switched'),
  'ask-withdrawal': ({ placement, isHandedOver }) =>
    placement.withdrawal === null &&
    mayBeAtPlatform(placement, isHandedOver) &&
    mayHappenTo(placement.state, 'withdrawal-asked'),
  'confirm-amended': ({ placement, publishing }) => {
    const { amendment, state } = placement;
    const isOpen = amendment !== null && amendment.doneAt === null;
    return isOpen && isForPeople(placement, publishing, 'amend') && mayHappenTo(state, 'amended');
  },
  'confirm-withdrawn': ({ placement, publishing }) =>
    placement.withdrawal !== null &&
    isForPeople(placement, publishing, 'withdraw') &&
    mayHappenTo(placement.state, 'withdrawn'),
};

/** People tell the platform: it has no way to be told, it was handed a package, or it refused for good. */
export function isForPeople(
  { way, state, refusal }: Pick<Placement, 'way' | 'state' | 'refusal'>,
  publishing: Publishing | undefined,
  step: 'amend' | 'withdraw',
): boolean {
  if (way === 'handoff' || publishing?.[step] !== 'api') return true;
  const isStopped =
    refusal !== null && refusal.retryAt === null && (refusal.step === step || refusal.step === 'prepare');
  return isStopped || (step === 'withdraw' && state === 'unknown');
}

function isUnderWay({ placement: { attempt }, now }: Situation): boolean {
  return attempt !== null && attempt.until > now;
}
