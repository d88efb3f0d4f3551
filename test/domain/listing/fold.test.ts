import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldListing } from '#shared/domain/listing/fold.ts';
import { LISTING_STATES } from '#shared/domain/listing/listing.ts';
import { currentRound, openSteps, waitingStep } from '#shared/domain/listing/progress.ts';
import { isAllowed, LISTING_EVENT_TYPES, mayHappen } from '#shared/domain/listing/transitions.ts';
import { attempts, eventOf, KINDS, logged, wandered } from './events.ts';

const SEED = { seed: 20240506 };

describe('the fold of a listing', () => {
  it('takes every allowed sequence, and its version is the number of its events', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const listings = wandered(tries);

        expect(listings.map(({ version }) => version)).toEqual(listings.map((_, index) => index + 1));
      }),
      SEED,
    );
  });

  it('never reopens what was withdrawn or let by agreement', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const states = wandered(tries).map(({ state }) => state);
        const over = states.findIndex((state) => state === 'withdrawn' || state === 'agreed');

        if (over !== -1) expect(new Set(states.slice(over)).size).toBe(1);
      }),
      SEED,
    );
  });

  it('is approved only when every step was passed since the last submission', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        for (const listing of wandered(tries)) {
          if (listing.state === 'approved') expect(openSteps(listing)).toEqual([]);
          if (listing.state === 'review') expect(waitingStep(listing)).toBeDefined();
        }
      }),
      SEED,
    );
  });

  it('keeps the terms of the running round and of the listing the same, and every asset it named', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const named = new Set<string>();
        for (const listing of wandered(tries)) {
          for (const { assetId } of listing.terms.items) named.add(assetId);
          expect(currentRound(listing).terms).toEqual(listing.terms);
          expect(new Set(listing.assetsNamed)).toEqual(named);
        }
      }),
      SEED,
    );
  });

  it('reaches every state', () => {
    const reached = new Set<string>();

    fc.assert(
      fc.property(attempts, (tries) => {
        for (const { state } of wandered(tries)) reached.add(state);
      }),
      { ...SEED, numRuns: 400 },
    );

    expect([...reached].toSorted()).toEqual([...LISTING_STATES].toSorted());
  });

  it('refuses a log that does not begin with its draft', () => {
    expect(() => foldListing(undefined, logged(eventOf(1, undefined, 1), 1), 'listing')).toThrow(RangeError);
  });
});

describe('the table of transitions', () => {
  it('lets a hammered sale turn into nothing but a default', () => {
    const endings = Array.from({ length: KINDS }, (_, kind) => eventOf(kind, undefined, 1)).filter(
      ({ type }) => type === 'round-ended',
    );

    const allowed = endings.filter((event) => isAllowed('sold', event));

    expect(allowed.map(({ data }) => (data as { outcome: string }).outcome)).toEqual(['defaulted']);
  });

  it('lets nothing but a draft begin a listing, and that only once', () => {
    expect(LISTING_EVENT_TYPES.filter((type) => mayHappen(undefined, type))).toEqual(['drafted']);
    expect(LISTING_STATES.filter((state) => mayHappen(state, 'drafted'))).toEqual([]);
  });
});
