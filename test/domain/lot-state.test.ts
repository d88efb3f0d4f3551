import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Contradiction,
  contradictionsOf,
  type LotState,
  mergeLot,
  restsOn,
  stampsOf,
  statusOf,
  unknownLot,
} from '#shared/domain/lot-state.ts';
import { type LotStatus, OUTCOMES } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import type { Stamp } from '#shared/domain/stamp.ts';
import { aLotSaying, aStamp, minute } from '#test/support/builders.ts';

interface Word {
  readonly stamp: Stamp;
  readonly observation: LotObservation;
}

function merged(words: readonly Word[], from: LotState = unknownLot('p', '1024')): LotState {
  return words.reduce((state, { observation, stamp }) => mergeLot(state, observation, stamp), from);
}

function titles(...said: readonly (readonly [number, string])[]): LotState {
  return merged(said.map(([at, title]) => ({ stamp: aStamp(at), observation: aLotSaying({ title }) })));
}

function statuses(...shown: readonly (readonly [number, LotStatus])[]): LotState {
  const words = shown.map(([at, status]) => ({
    stamp: aStamp(at),
    observation: { externalId: '1024', status, facts: {} },
  }));
  return merged(words);
}

describe('mergeLot', () => {
  it('keeps the newest value, also when it comes first', () => {
    expect(titles([1, 'a'], [2, 'b']).facts.title?.value).toBe('b');
    expect(titles([2, 'b'], [1, 'a']).facts.title?.value).toBe('b');
  });

  it('lets a value come back', () => {
    expect(titles([1, 'a'], [2, 'b'], [3, 'a']).facts.title).toEqual({ value: 'a', stamp: aStamp(3) });
  });

  it('keeps the stamp of the first sighting while the value stays, and says so by the same object', () => {
    const once = titles([1, 'a']);

    const again = mergeLot(once, aLotSaying({ title: 'a' }), aStamp(2));

    expect(again).toBe(once);
  });

  it('takes the document closer to the lot among those of one time', () => {
    const list = { stamp: aStamp(1, { rank: 1, document: 'z' }), observation: aLotSaying({ title: 'list' }) };
    const page = { stamp: aStamp(1, { rank: 5, document: 'a' }), observation: aLotSaying({ title: 'page' }) };

    expect(merged([list, page]).facts.title?.value).toBe('page');
    expect(merged([page, list]).facts.title?.value).toBe('page');
  });

  it('never lets what is not said replace what is known', () => {
    const known = merged([{ stamp: aStamp(1), observation: aLotSaying({ title: 'a', deposit: fen(0) }) }]);
    const silent = { facts: { title: undefined } } as unknown as { readonly facts: Partial<LotFacts> };

    const later = mergeLot(known, { externalId: '1024', ...silent }, aStamp(2));

    expect(later).toBe(known);
    expect(
      statusOf(mergeLot(statuses([1, 'bidding']), { externalId: '1024', status: 'unknown', facts: {} }, aStamp(2))),
    ).toBe('bidding');
  });
});

describe('statusOf', () => {
  it('is unknown until a document says otherwise', () => {
    expect(statusOf(unknownLot('p', '1'))).toBe('unknown');
  });

  it.each(OUTCOMES)('never reopens a lot that is %s', (outcome) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('announced', 'bidding', 'suspended', 'ended', 'unknown')), (phases) => {
        const later = phases.map((phase, index) => [index + 2, phase] as const);

        expect(statusOf(statuses([1, outcome], ...later))).toBe(outcome);
      }),
    );
  });

  it('follows phases to and fro before there is an outcome', () => {
    expect(statusOf(statuses([1, 'bidding'], [2, 'suspended'], [3, 'bidding']))).toBe('bidding');
  });

  it('takes the newest of several outcomes', () => {
    expect(statusOf(statuses([1, 'sold'], [2, 'passed-in'], [3, 'sold']))).toBe('sold');
    expect(statusOf(statuses([3, 'sold'], [2, 'passed-in'], [1, 'sold']))).toBe('sold');
  });
});

describe('contradictionsOf', () => {
  const sold = { hammerPrice: fen(150) };

  it.each<[string, LotState, readonly Contradiction[]]>([
    ['nothing in an ordinary course', statuses([1, 'announced'], [2, 'bidding'], [3, 'passed-in']), []],
    ['no sale that fell through', statuses([1, 'sold'], [2, 'defaulted']), []],
    ['a reversed outcome', statuses([1, 'passed-in'], [2, 'withdrawn']), ['outcome-reversed']],
    ['a lot bid on after its outcome', statuses([1, 'passed-in'], [2, 'bidding']), ['reopened-after-outcome']],
    [
      'the same phase shown again after the outcome',
      statuses([1, 'bidding'], [2, 'passed-in'], [3, 'bidding']),
      ['reopened-after-outcome'],
    ],
    ['no lot that merely ended after its outcome', statuses([1, 'passed-in'], [2, 'ended']), []],
    ['a sale without a hammer price', statuses([1, 'sold']), ['sold-without-hammer']],
  ])('finds %s', (_, state, expected) => {
    expect(contradictionsOf(state)).toEqual(expected);
  });

  it('finds a reopening whichever of two equal outcomes came first', () => {
    expect(contradictionsOf(statuses([1, 'passed-in'], [2, 'bidding'], [3, 'passed-in']))).toEqual([
      'reopened-after-outcome',
    ]);
    expect(contradictionsOf(statuses([3, 'passed-in'], [2, 'bidding'], [1, 'passed-in']))).toEqual([
      'reopened-after-outcome',
    ]);
  });

  it.each<[string, Partial<LotFacts>, readonly Contradiction[]]>([
    ['a hammer price below the start price', { ...sold, startPrice: fen(151) }, ['hammer-below-start']],
    ['no hammer price at the start price', { ...sold, startPrice: fen(150) }, []],
    ['no low price where prices do not rise', { ...sold, startPrice: fen(151), saleMode: 'agreement' }, []],
    ['an end before the start', { startsAt: minute(2), endsAt: minute(1) }, ['ends-before-start']],
    ['an end at the start', { startsAt: minute(2), endsAt: minute(2) }, ['ends-before-start']],
  ])('finds %s', (_, facts, expected) => {
    expect(contradictionsOf(merged([{ stamp: aStamp(1), observation: aLotSaying(facts) }]))).toEqual(expected);
  });
});

describe('restsOn', () => {
  it('names every document a fact, the phase or an outcome was read in', () => {
    const state = merged([
      { stamp: aStamp(1), observation: aLotSaying({ title: 'a' }) },
      { stamp: aStamp(2), observation: { externalId: '1024', status: 'bidding', facts: {} } },
      { stamp: aStamp(3), observation: { externalId: '1024', status: 'sold', facts: { title: 'a' } } },
    ]);

    expect(stampsOf(state)).toHaveLength(3);
    expect([1, 2, 3, 4].map((at) => restsOn(state, aStamp(at).document))).toEqual([true, true, true, false]);
  });
});
