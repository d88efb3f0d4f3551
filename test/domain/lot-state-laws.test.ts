import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictionsOf, type LotState, mergeLot, restsOn, statusOf, unknownLot } from '#shared/domain/lot-state.ts';
import { LOT_STATUSES } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { compareStamps, type Stamp } from '#shared/domain/stamp.ts';
import { aStamp, minute } from '#test/support/builders.ts';

interface Word {
  readonly stamp: Stamp;
  readonly observation: LotObservation;
}

function merged(words: readonly Word[], from: LotState = unknownLot('p', '1024')): LotState {
  return words.reduce((state, { observation, stamp }) => mergeLot(state, observation, stamp), from);
}

/** The state after words came in this order, each late one followed by those later than it that were there before. */
function mergedAsTheyCame(words: readonly Word[]): LotState {
  let state = unknownLot('p', '1024');
  for (const [index, word] of words.entries()) {
    state = merged([word], state);
    if (!restsOn(state, word.stamp.document)) continue;
    const later = words.slice(0, index).filter(({ stamp }) => compareStamps(stamp, word.stamp) > 0);
    state = merged(inSourceOrder(later), state);
  }
  return state;
}

function inSourceOrder(words: readonly Word[]): readonly Word[] {
  return words.toSorted((a, b) => compareStamps(a.stamp, b.stamp));
}

function said(state: LotState) {
  const facts = Object.entries(state.facts).map(([name, register]) => [name, register.value]);
  const outcomes = Object.keys(state.outcomes).sort();
  return {
    facts: Object.fromEntries(facts),
    status: statusOf(state),
    outcomes,
    contradictions: contradictionsOf(state),
  };
}

const observations = fc.record(
  {
    status: fc.constantFrom(...LOT_STATUSES),
    facts: fc.record(
      {
        title: fc.constantFrom('one', 'other'),
        startPrice: fc.constantFrom(fen(100), fen(200)),
        hammerPrice: fc.constantFrom(fen(50), fen(150)),
        startsAt: fc.constantFrom(minute(1), minute(3)),
        endsAt: fc.constantFrom(minute(2), minute(4)),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['facts'] },
);

/** Words in the order they come, each of a source time of its own. */
const words: fc.Arbitrary<readonly Word[]> = fc
  .array(observations, { maxLength: 10 })
  .map((all) => all.map((word, at) => ({ stamp: aStamp(at), observation: { externalId: '1024', ...word } })))
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));

describe('mergeLot', () => {
  it('leaves the same values whatever the order of arrival', () => {
    fc.assert(
      fc.property(words, (came) => {
        expect(said(mergedAsTheyCame(came))).toEqual(said(merged(inSourceOrder(came))));
      }),
      { numRuns: 3000 },
    );
  });

  it('returns the very same state when any document is merged once more', () => {
    fc.assert(
      fc.property(words, (came) => {
        const state = mergedAsTheyCame(came);

        for (const word of came) expect(merged([word], state)).toBe(state);
      }),
      { numRuns: 1000 },
    );
  });
});
