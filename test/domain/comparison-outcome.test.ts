import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOME_DEFINITIONS } from '#shared/domain/comparison/definitions.ts';
import { outcomeMeasures } from '#shared/domain/comparison/outcome.ts';
import { outcomeGroups } from '#shared/domain/comparison/outcome-groups.ts';
import { successRates } from '#shared/domain/comparison/success.ts';
import { LOT_STATUSES } from '#shared/domain/lot-status.ts';
import { aRound, aSoldRound, beijing, rounds } from '#test/support/round-facts.ts';

const MIXED = [
  aSoldRound({ lotId: 'a', round: 1, bidCount: 5, registrationCount: 3 }),
  aRound({ lotId: 'b', round: 1, status: 'passed-in', bidCount: 0 }),
  aSoldRound({ lotId: 'c', round: 2, status: 'defaulted' }),
  aRound({ lotId: 'd', round: 'again', status: 'withdrawn' }),
  aRound({ lotId: 'e', status: 'ended' }),
  aSoldRound({ lotId: 'f', saleMode: 'agreement' }),
  aRound({ lotId: 'g', saleMode: 'agreement', status: 'announced' }),
];

describe('measures of outcome', () => {
  it('count lots by what became of them and name them', () => {
    const measures = outcomeMeasures(MIXED);

    expect(measures.sold.lots).toEqual(['a', 'c']);
    expect(measures.soldNet.lots).toEqual(['a']);
    expect(measures.passedIn.lots).toEqual(['b']);
    expect(measures.completed.lots).toEqual(['a', 'b', 'c']);
    expect(measures.withdrawn.lots).toEqual(['d']);
    expect(measures.open.lots).toEqual(['e']);
  });

  it('keep agreements apart from everything that was bid for', () => {
    const { agreements, agreementAmount, amount, premiums } = outcomeMeasures(MIXED);

    expect(agreements).toMatchObject({ part: ['f'], whole: ['f', 'g'], rate: 500_000 });
    expect(agreementAmount).toMatchObject({ fen: 110_00, lots: ['f'] });
    expect(amount).toMatchObject({ fen: 220_00, lots: ['a', 'c'] });
    expect(premiums.mean.lots).toEqual(['a', 'c']);
  });

  it('take defaults out of the net amount', () => {
    expect(outcomeMeasures(MIXED).amountNet).toMatchObject({ fen: 110_00, lots: ['a'] });
  });

  it('average bids over completed lots that say them', () => {
    const { bids, bidders } = outcomeMeasures(MIXED);

    expect(bids).toEqual({ definition: 'bids', total: 5, mean: 2_500_000, lots: ['a', 'b'], unknown: ['c'] });
    expect(bidders).toEqual({ definition: 'bidders', total: 3, mean: 3_000_000, lots: ['a'], unknown: ['b', 'c'] });
  });

  it('put every attempt in exactly one group', () => {
    const status = fc.constantFrom(...LOT_STATUSES);

    fc.assert(
      fc.property(fc.array(status, { maxLength: 20 }), (statuses) => {
        const lots = rounds(statuses.length, (index) => aRound({ status: statuses[index] ?? 'unknown' }));

        const { attempts, sold, passedIn, withdrawn, open, soldNet, defaulted } = outcomeGroups(lots);

        expect([...sold, ...passedIn, ...withdrawn, ...open].map(({ lotId }) => lotId).sort()).toEqual(
          attempts.map(({ lotId }) => lotId).sort(),
        );
        expect(soldNet.length + defaulted.length).toBe(sold.length);
      }),
    );
  });

  it('are the same whatever order the lots come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(MIXED, { minLength: MIXED.length }), (shuffled) => {
        expect(outcomeMeasures(shuffled)).toEqual(outcomeMeasures(MIXED));
      }),
    );
  });
});

describe('success rates', () => {
  const chain = (lotId: string, of: Parameters<typeof aRound>[0]) => aRound({ lotId, propertyKey: 'shop-7', ...of });
  const property = [
    chain('a1', { round: 1, status: 'passed-in', endsAt: beijing('2023-03-01 10:00') }),
    chain('a2', { round: 2, status: 'sold', endsAt: beijing('2023-04-01 10:00') }),
    aRound({ lotId: 'b', round: 1, status: 'passed-in' }),
    aRound({ lotId: 'c1', round: 1, status: 'passed-in', propertyKey: 'pond', endsAt: beijing('2023-05-01 10:00') }),
    aRound({ lotId: 'c2', round: 2, status: 'bidding', propertyKey: 'pond' }),
    aRound({ lotId: 'd', round: 1, status: 'withdrawn' }),
    aRound({ lotId: 'e', round: 1, status: 'defaulted' }),
  ];

  it('stand side by side with the lots of their denominators', () => {
    const { official, attempts, properties, finished, net } = successRates(property);

    expect(official).toMatchObject({ part: ['a2', 'e'], whole: ['a1', 'a2', 'b', 'c1', 'e'], rate: 400_000 });
    expect(attempts).toMatchObject({ rate: 285_714, whole: ['a1', 'a2', 'b', 'c1', 'c2', 'd', 'e'] });
    expect(properties).toMatchObject({ rate: 400_000, whole: ['a2', 'b', 'c2', 'd', 'e'] });
    expect(finished).toMatchObject({ rate: 500_000, whole: ['a2', 'b', 'd', 'e'] });
    expect(net).toMatchObject({ part: ['a2'], rate: 200_000 });
  });

  it('go by round, numbered rounds first', () => {
    const more = [
      ...property,
      aRound({ lotId: 'f', round: null, status: 'passed-in' }),
      aSoldRound({ lotId: 'g', round: 'sell-off' }),
      aSoldRound({ lotId: 'h', round: 'again' }),
    ];

    expect(successRates(more).byRound.map(({ round, part, whole }) => [round, part.length, whole.length])).toEqual([
      [1, 1, 4],
      [2, 1, 1],
      ['again', 1, 1],
      ['sell-off', 1, 1],
      [null, 0, 1],
    ]);
  });

  it('tell properties of different platforms apart', () => {
    const lots = [chain('a', { status: 'sold' }), chain('b', { status: 'passed-in', platform: 'other' })];

    expect(successRates(lots).properties.whole).toEqual(['a', 'b']);
  });

  it('are unknown where nothing was completed', () => {
    expect(successRates([aRound()]).official).toMatchObject({ whole: [], rate: null });
  });

  it('print the district’s 376 of 610', () => {
    const lots = rounds(610, (index) => aRound({ status: index < 376 ? 'sold' : 'passed-in' }));

    expect(successRates(lots).official.rate).toBe(616_393);
  });
});

describe('definitions', () => {
  it('carry their own id and a Chinese sentence', () => {
    for (const [id, definition] of Object.entries(OUTCOME_DEFINITIONS)) {
      expect(definition.id).toBe(id);
      expect(definition.sentence).toMatch(/^[^。]+。$/);
    }
  });
});
