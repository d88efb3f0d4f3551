import { expect, it } from 'vitest';
import { rmfysszc } from '#adapters/rmfysszc/index.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { describeReal, realMaterial } from '#test/support/real-material.ts';
import { aReply } from './reply-fixtures.ts';

const PATH = 'rmfysszc/ProjectHandle-guangdong-2022-11.response.json';

describeReal('the captured list of November 2022', () => {
  const mapped = (observedAt = fromEpochMs(Date.UTC(2026, 10, 23))) => {
    const bytes = realMaterial(PATH) ?? expect.unreachable(`no ${PATH} among the real material`);
    return rmfysszc.map({ ...aReply('list', bytes), observedAt });
  };

  it('shows 20 lots: 4 announced, 3 sold, 13 passed in', () => {
    const { lots, quarantined, unread } = mapped();

    const statuses = Object.groupBy(lots, ({ status }) => status ?? 'unknown');
    expect(lots).toHaveLength(20);
    expect(statuses.announced).toHaveLength(4);
    expect(statuses.sold).toHaveLength(3);
    expect(statuses['passed-in']).toHaveLength(13);
    expect({ quarantined, unread }).toEqual({ quarantined: [], unread: ['/page'] });
  });

  it('gives the three sales their price and time, and no start price', () => {
    const sold = mapped().lots.filter(({ status }) => status === 'sold');

    const shown = sold.map(({ externalId, facts }) => [externalId, facts.hammerPrice, facts.endsAt, facts.startPrice]);
    expect(shown).toEqual([
      ['131219', 87_719_031, '2022-10-29T02:03:00.000Z', undefined],
      ['129901', 2_424_800, '2022-08-25T08:13:00.000Z', undefined],
      ['129769', 11_811_240, '2022-08-16T02:00:00.000Z', undefined],
    ]);
  });

  it('reads amounts with six decimals of 万 to the fen', () => {
    const { facts } = mapped().lots[0] ?? expect.unreachable();

    expect(facts).toMatchObject({ startPrice: 50_712_946, appraisal: 66_291_433, tradeCategory: 'judicial' });
  });

  it('dates the coming lots in 2022 although the page is brought in four years later', () => {
    const coming = mapped().lots.filter(({ status }) => status === 'announced');

    expect(coming.map(({ externalId, facts }) => [externalId, facts.startsAt])).toEqual([
      ['132030', '2022-11-24T02:00:00.000Z'],
      ['132004', '2022-11-24T02:00:00.000Z'],
      ['131987', '2022-12-07T02:00:00.000Z'],
      ['131986', '2022-11-28T02:00:00.000Z'],
    ]);
    expect(mapped(fromEpochMs(Date.UTC(2022, 10, 20)))).toEqual(mapped());
  });

  it('links its six chains of rounds, and nothing else', () => {
    const { lots } = mapped();

    const groups = Map.groupBy(
      lots.filter(({ facts }) => facts.propertyKey !== undefined),
      ({ facts }) => facts.propertyKey,
    );
    const chains = [...groups.values()].filter((rounds) => rounds.length > 1);
    expect(chains.map((rounds) => rounds.map(({ externalId }) => externalId))).toEqual([
      ['132030', '130568'],
      ['132004', '130343'],
      ['131986', '130990'],
      ['131593', '129448'],
      ['131237', '130935'],
      ['131219', '130720', '129976'],
    ]);
    expect(chains.filter((rounds) => new Set(rounds.map(({ facts }) => facts.title)).size > 1)).toEqual([]);
  });

  it('shows start prices that never rise from round to round', () => {
    const groups = Map.groupBy(mapped().lots, ({ facts }) => facts.propertyKey);

    const risen = [...groups].filter(([key, rounds]) => {
      const prices = rounds.flatMap(({ facts }) => facts.startPrice ?? []);
      return key !== undefined && prices.some((price, index) => price > (prices[index + 1] ?? price));
    });

    expect(risen).toEqual([]);
  });
});
