import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { nextOf } from '#shared/domain/placement/next.ts';
import { PLACEMENT_STATES, type Placement } from '#shared/domain/placement/placement.ts';
import { mayHappenTo, PLACEMENT_EVENT_TYPES } from '#shared/domain/placement/transitions.ts';
import { minute } from '#test/support/builders.ts';
import {
  accepted,
  amended,
  amendmentAsked,
  aPublishing,
  attempted,
  doubted,
  ended,
  further,
  opened,
  postponed,
  refused,
  resumed,
  shown,
  switched,
  validated,
  withdrawalAsked,
  withdrawn,
} from './events.ts';

const SEED = { seed: 20261125, numRuns: 400 };
const STEPS = ['publish', 'amend', 'withdraw'] as const;

const stepAsked = fc.constantFrom(...STEPS);
const anEvent: fc.Arbitrary<PlacementEvent> = fc.oneof(
  fc.constantFrom('api' as const, 'handoff' as const).map(opened),
  fc.nat(2).map(validated),
  fc.tuple(fc.nat(50), stepAsked).map(([number, step]) => attempted(number, step)),
  fc.tuple(fc.boolean(), stepAsked).map(([mayBeThere, step]) => postponed(mayBeThere, step)),
  fc
    .tuple(fc.constantFrom(...STEPS, 'prepare' as const), fc.constantFrom(null, minute(3_000)))
    .map(([step, retryAt]) => refused({ step, retryAt })),
  fc.integer({ min: 1, max: 3 }).map(amendmentAsked),
  fc.integer({ min: 1, max: 3 }).map((number) => amended(number)),
  fc.constantFrom(doubted, accepted, shown, resumed, switched, withdrawalAsked),
  fc.constantFrom(accepted, withdrawn, ended, shown),
);

/** Every placement on the way of what is allowed of these. */
function lived(events: readonly PlacementEvent[]): readonly Placement[] {
  const all: Placement[] = [];
  for (const event of [opened(), ...events]) {
    const before = all.at(-1);
    if (mayHappenTo(before?.state, event.type)) all.push(further(before, event));
  }
  return all;
}

const lives = fc.array(anEvent, { maxLength: 40 }).map(lived);
const platforms = fc.constantFrom(
  aPublishing(),
  aPublishing({ onceBy: 'look' }),
  aPublishing({ amend: { no: '人工' }, withdraw: { no: '人工' } }),
  undefined,
);

describe('a life of allowed events', () => {
  it('folds, and its version is the number of its events', () => {
    fc.assert(
      fc.property(lives, (placements) => {
        expect(placements.map(({ version }) => version)).toEqual(placements.map((_, index) => index + 1));
      }),
      SEED,
    );
  });

  it('reaches every state', () => {
    const reached = new Set<string>();

    fc.assert(
      fc.property(lives, (placements) => {
        for (const { state } of placements) reached.add(state);
      }),
      SEED,
    );

    expect([...reached].toSorted()).toEqual([...PLACEMENT_STATES].toSorted());
  });

  it('has nothing next once it is over, and without a wish to take it down nothing where people are asked', () => {
    fc.assert(
      fc.property(lives, platforms, (placements, publishing) => {
        for (const placement of placements) {
          const { state, withdrawal } = placement;
          const isOver = state === 'ended' || state === 'withdrawn';
          const isPeoples = state === 'blocked' || state === 'unknown' || state === 'awaiting-handoff';
          if (isOver || (isPeoples && withdrawal === null)) expect(nextOf(placement, publishing)).toBeNull();
        }
      }),
      SEED,
    );
  });

  it('sends nothing while a lease runs, before its time, or where people enter the package', () => {
    fc.assert(
      fc.property(lives, platforms, (placements, publishing) => {
        for (const placement of placements) {
          const next = nextOf(placement, publishing);
          if (next === null || next.step === 'follow') continue;
          expect(placement.way).toBe('api');
          if (next.step === 'prepare') continue;
          expect((next.at ?? '') >= (placement.attempt?.until ?? '')).toBe(true);
          expect((next.at ?? '') >= (placement.postponedUntil ?? '')).toBe(true);
        }
      }),
      SEED,
    );
  });

  it('waits for the system or for a person whose turn can be seen, and is never forgotten', () => {
    fc.assert(
      fc.property(lives, (placements) => {
        for (const placement of placements) {
          const { state, way } = placement;
          const isPeoples = state === 'blocked' || state === 'unknown' || way === 'handoff';
          const isOver = state === 'ended' || state === 'withdrawn';
          const isStopped = placement.refusal?.retryAt === null;
          const isSystems = nextOf(placement, aPublishing()) !== null;
          expect(isSystems || isPeoples || isOver || isStopped).toBe(true);
        }
      }),
      SEED,
    );
  });
});

describe('the table of transitions of a placement', () => {
  it('begins with an opening only, and lets nothing follow an end and only an opening a withdrawal', () => {
    const possible = (state: Placement['state'] | undefined) =>
      PLACEMENT_EVENT_TYPES.filter((type) => mayHappenTo(state, type));

    expect(possible(undefined)).toEqual(['opened']);
    expect(possible('withdrawn')).toEqual(['opened']);
    expect(possible('ended')).toEqual([]);
  });

  it('lets every kind of event happen somewhere', () => {
    for (const type of PLACEMENT_EVENT_TYPES) {
      expect(PLACEMENT_STATES.some((state) => mayHappenTo(state, type))).toBe(true);
    }
  });
});
