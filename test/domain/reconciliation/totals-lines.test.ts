import { describe, expect, it } from 'vitest';
import { type Fen, fen, ppm } from '#shared/domain/money.ts';
import { lotsInScope, lotsOfPeriod, lotsOnBasis } from '#shared/domain/reconciliation/our-lots.ts';
import type { StatedTotals } from '#shared/domain/reconciliation/stated-totals.ts';
import { totalsLines } from '#shared/domain/reconciliation/totals-lines.ts';
import { day } from '#test/support/desk-terms.ts';
import { aRound, aSoldRound, beijing } from '#test/support/round-facts.ts';

const JUNE = { from: day('2023-06-01'), to: day('2023-06-30') };

/** Two rounds of one property, the second sold; another sold; one withdrawn; one agreed on. */
const LOTS = [
  aRound({ lotId: 'virtual.1', status: 'passed-in', propertyKey: 'a' }),
  aSoldRound({ lotId: 'virtual.2', propertyKey: 'a' }),
  aSoldRound({ lotId: 'virtual.3', hammerPriceFen: fen(150_00) }),
  aRound({ lotId: 'virtual.4', status: 'withdrawn' }),
  aSoldRound({ lotId: 'virtual.5', saleMode: 'agreement' }),
];

function stated(of: Partial<StatedTotals>): StatedTotals {
  return { ...JUNE, scope: null, ...of };
}

describe("a platform's totals held against ours", () => {
  it('agree measure by measure, rounds and properties apart', () => {
    const lines = totalsLines(
      stated({
        ...{ published: 4, publishedDistinct: 3, ended: 3, endedDistinct: 2, sold: 2 },
        ...{ amount: fen(260_00), meanPremium: ppm(300_000) },
      }),
      LOTS,
    );

    expect(lines.map(({ measure, ours, agrees }) => [measure, ours, agrees])).toEqual([
      ['published', 4, true],
      ['publishedDistinct', 3, true],
      ['ended', 3, true],
      ['endedDistinct', 2, true],
      ['sold', 2, true],
      ['amount', 260_00, true],
      ['meanPremium', 300_000, true],
    ]);
  });

  it('open to the lots behind ours', () => {
    const [line] = totalsLines(stated({ sold: 3 }), LOTS);

    expect(line).toMatchObject({ difference: -1, agrees: false, lots: ['virtual.2', 'virtual.3'], uncounted: [] });
  });

  it('name the lots whose amount cannot be worked out', () => {
    const lease = aSoldRound({ lotId: 'virtual.6', priceBasis: 'per_year', termMonths: null });

    const [line] = totalsLines(stated({ amount: 260_00 as Fen }), [...LOTS, lease]);

    expect(line).toMatchObject({ agrees: true, uncounted: ['virtual.6'] });
  });

  it('have no line for what the platform does not say, and no figure of ours over nothing', () => {
    expect(totalsLines(stated({ meanPremium: ppm(0) }), [])).toMatchObject([
      { measure: 'meanPremium', ours: null, difference: null, agrees: false },
    ]);
  });

  it.each([
    [ppm(300_000), true],
    [ppm(300_100), false],
    [ppm(300_001), false],
  ])('take a premium of %d as exact as it is written', (meanPremium, agrees) => {
    expect(totalsLines(stated({ meanPremium }), LOTS)[0]?.agrees).toBe(agrees);
  });

  it('take a premium in ten-thousandths as rounded to them', () => {
    const lots = [aSoldRound({ hammerPriceFen: fen(133_33), startPriceFen: fen(100_01) })];

    expect(totalsLines(stated({ meanPremium: ppm(333_200) }), lots)[0]).toMatchObject({ ours: 333_167, agrees: true });
  });
});

describe('our lots of a statement', () => {
  it('are those of the platform whose bidding ended in the period, both days in', () => {
    const at = (lotId: string, text: string) => aRound({ lotId, endsAt: beijing(text) });
    const lots = [at('virtual.d', '2023-07-01 00:00'), at('virtual.c', '2023-06-30 23:59')];
    const more = [at('virtual.b', '2023-06-01 00:00'), at('virtual.a', '2023-05-31 23:59')];
    const other = aRound({ lotId: 'other.1', platform: 'other' });

    const found = lotsOfPeriod([...lots, ...more, other], 'virtual', JUNE);

    expect(found.map(({ lotId }) => lotId)).toEqual(['virtual.b', 'virtual.c']);
  });

  it('follow the scope the source names, and are none where it names nothing of ours', () => {
    const court = aRound({ lotId: 'virtual.1', seller: '某法院', jurisdiction: '330503' });
    const home = aRound({ lotId: 'virtual.2' });
    const found = [null, '吴兴区', '某法院', '某法'].map((scope) => lotsInScope([court, home], scope));

    expect(found.map(({ basis, lots }) => [basis, lots.length])).toEqual([
      ['platform', 2],
      ['district', 1],
      ['seller', 1],
      [null, 0],
    ]);
  });

  it('are the official ones where a person chose so', () => {
    const judicial = aRound({ lotId: 'virtual.9', tradeCategory: 'judicial' });

    expect(lotsOnBasis([...LOTS, judicial], 'official').lots).toEqual(LOTS);
    expect(lotsOnBasis([...LOTS, judicial], 'platform').lots).toHaveLength(6);
  });
});
