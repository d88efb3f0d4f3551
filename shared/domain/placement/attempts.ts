import type { PlacementEvent } from './events.ts';
import type { Placement } from './placement.ts';

type DataOf<T extends PlacementEvent['type']> = Extract<PlacementEvent, { type: T }>['data'];

/** The next step may be done at once. */
export const NOT_POSTPONED = { postponedUntil: null, postponedFor: null, postponedTimes: 0 } as const;

/** Nothing under way, nothing refused, nothing put off. */
export function settled(placement: Placement): Placement {
  return { ...placement, attempt: null, refusal: null, ...NOT_POSTPONED };
}

/** After an attempt was begun: nobody else calls the platform until its lease ends. */
export function attempted(placement: Placement, { number, step, until }: DataOf<'attempted'>): Placement {
  const { attempt, attempts, mayBeThere, postponedTimes, state } = placement;
  // The attempt before left no outcome: whoever made it may have been answered, and never told.
  const mayBe = mayBeThere || attempt?.step === 'publish';
  return {
    ...placement,
    state: step === 'publish' ? 'submitted' : state,
    attempts: attempts + 1,
    attempt: { number, step, until },
    mayBeThere: mayBe,
    postponedUntil: null,
    postponedFor: null,
    postponedTimes: mayBe && !mayBeThere ? 0 : postponedTimes,
  };
}

/** After an attempt, or before one, that came to nothing which is known. */
export function postponed(placement: Placement, { step, code, until, mayBeThere }: DataOf<'postponed'>): Placement {
  const mayBe = placement.mayBeThere || (step === 'publish' && mayBeThere);
  const times = mayBe && !placement.mayBeThere ? 1 : placement.postponedTimes + 1;
  return {
    ...placement,
    // Nothing was sent that could be answered: it waits to be sent.
    state: placement.state === 'submitted' && !mayBe ? 'validated' : placement.state,
    attempt: null,
    mayBeThere: mayBe,
    postponedUntil: until,
    postponedFor: code,
    postponedTimes: times,
  };
}
