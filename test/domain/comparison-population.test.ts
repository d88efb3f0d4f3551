import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod, presetPeriod, yearEarlier } from '#shared/domain/comparison/period.ts';
import { populationOf, type Selection, standingOf } from '#shared/domain/comparison/population.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { aRound, beijing, rounds } from '#test/support/round-facts.ts';

const JUNE: Selection = {
  period: { from: '2023-06-01' as LocalDate, to: '2023-06-30' as LocalDate },
  standing: 'official',
  filters: {},
};

describe('standingOf', () => {
  it.each([
    ['collective', '330502', 'official'],
    ['state', '330502', 'official'],
    ['judicial', '330502', 'reference'],
    ['collective', '330503', 'reference'],
    ['commercial', null, 'reference'],
    [null, '330503', 'reference'],
    ['state', null, 'unclear'],
    [null, '330502', 'unclear'],
  ] as const)('calls a %s lot in %s %s', (tradeCategory, jurisdiction, standing) => {
    expect(standingOf(aRound({ tradeCategory, jurisdiction }))).toBe(standing);
  });
});

describe('populationOf', () => {
  it('counts the Beijing days of both ends', () => {
    const ends = ['2023-05-31 23:59', '2023-06-01 00:00', '2023-06-30 23:59', '2023-07-01 00:00'];
    const facts = rounds(4, (index) => aRound({ endsAt: beijing(ends[index] ?? '') }));

    expect(populationOf(facts, JUNE).lots.map(({ lotId }) => lotId)).toEqual(['virtual.2', 'virtual.3']);
  });

  it('places a lot without an end by its result, else by its start', () => {
    const facts = [
      aRound({
        lotId: 'a',
        endsAt: null,
        resultKnownAt: beijing('2023-06-02 10:00'),
        startsAt: beijing('2023-05-02 10:00'),
      }),
      aRound({ lotId: 'b', endsAt: null, startsAt: beijing('2023-06-03 10:00') }),
      aRound({ lotId: 'c', endsAt: beijing('2023-07-02 10:00'), startsAt: beijing('2023-06-03 10:00') }),
    ];

    expect(populationOf(facts, JUNE).lots.map(({ lotId }) => lotId)).toEqual(['a', 'b']);
  });

  it('keeps apart lots that say too little to count', () => {
    const facts = [
      aRound({ lotId: 'a', tradeCategory: null }),
      aRound({ lotId: 'b', endsAt: null }),
      aRound({ lotId: 'c', jurisdiction: null, endsAt: null }),
      aRound({ lotId: 'd', tradeCategory: 'judicial' }),
    ];

    const { lots, unclear, undated } = populationOf(facts, JUNE);

    expect(lots).toEqual([]);
    expect(unclear.map(({ lotId }) => lotId)).toEqual(['a', 'c']);
    expect(undated.map(({ lotId }) => lotId)).toEqual(['b']);
  });

  it('shows market reference only when asked, and then nothing else', () => {
    const facts = [aRound({ lotId: 'a' }), aRound({ lotId: 'b', tradeCategory: 'judicial' })];

    expect(populationOf(facts, { ...JUNE, standing: 'reference' }).lots.map(({ lotId }) => lotId)).toEqual(['b']);
  });

  it.each([
    [{ township: '330502100' }, ['a']],
    [{ township: null }, ['b']],
    [{ assetClass: 'factory' }, ['b']],
    [{ tradeCategory: 'state' }, ['b']],
    [{ tradeKind: 'lease', platform: 'virtual' }, ['a']],
    [{ platform: 'other' }, []],
  ] as const)('narrows to %o', (filters, ids) => {
    const facts = [
      aRound({ lotId: 'a', township: '330502100', assetClass: 'shop', tradeKind: 'lease' }),
      aRound({ lotId: 'b', assetClass: 'factory', tradeCategory: 'state', tradeKind: 'transfer' }),
    ];

    expect(populationOf(facts, { ...JUNE, filters }).lots.map(({ lotId }) => lotId)).toEqual(ids);
  });

  it('does not depend on the order facts come in', () => {
    const facts = rounds(12, (index) => aRound({ tradeCategory: index % 3 === 0 ? null : 'state' }));

    fc.assert(
      fc.property(fc.shuffledSubarray([...facts], { minLength: 12 }), (shuffled) => {
        expect(populationOf(shuffled, JUNE)).toEqual(populationOf(facts, JUNE));
      }),
    );
  });
});

describe('a period', () => {
  const at = beijing('2024-03-05 00:30');

  it.each([
    ['this-month', '2024-03-01', '2024-03-05'],
    ['year-to-date', '2024-01-01', '2024-03-05'],
    ['same-period-last-year', '2023-01-01', '2023-03-05'],
  ] as const)('%s runs from %s to %s', (preset, from, to) => {
    expect(presetPeriod(preset, at)).toEqual({ from, to });
  });

  it('takes 28 February for the 29th of the year before', () => {
    const leap = { from: '2024-02-01' as LocalDate, to: '2024-02-29' as LocalDate };

    expect(yearEarlier(leap)).toEqual({ from: '2023-02-01', to: '2023-02-28' });
  });

  it('is read from two days, the first not after the last', () => {
    expect(parsePeriod('2023-01-01', '2023年10月31日')).toEqual({ from: '2023-01-01', to: '2023-10-31' });
    expect(parsePeriod('2023-02-30', '2023-10-31')).toBeUndefined();
    expect(parsePeriod('2023-02-02', '2023-02-01')).toBeUndefined();
  });
});
