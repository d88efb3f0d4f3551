import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import { aReply } from './reply-fixtures.ts';

type Sum = Readonly<Record<string, number | null>>;

function read(call: 'monthly' | 'annually', period: string, sum: Sum = {}) {
  const rows = { row: [{ period, courts_bid_stat_sum: sum }] };
  const reply = { [`auction_gov_data_${call}_get_response`]: { results: rows } };
  return alibaba.map(aReply('statistics', reply));
}

describe('the totals of a month or a year', () => {
  it.each([
    ['monthly', '2026-03', '2026-03-01', '2026-03-31'],
    ['monthly', '202604', '2026-04-01', '2026-04-30'],
    ['monthly', '2026/12', '2026-12-01', '2026-12-31'],
    ['monthly', '2024年2月', '2024-02-01', '2024-02-29'],
    ['monthly', '2026年02月', '2026-02-01', '2026-02-28'],
    ['annually', '2026', '2026-01-01', '2026-12-31'],
    ['annually', '2026年', '2026-01-01', '2026-12-31'],
  ] as const)('of %s %s are from %s to %s', (call, period, from, to) => {
    expect(read(call, period).totals).toEqual([{ from, to, scope: null }]);
  });

  it.each([
    ['monthly', '2026'],
    ['monthly', '2026-13'],
    ['monthly', '2026-00'],
    ['monthly', '2026-03-01'],
    ['monthly', '三月'],
    ['annually', '2026-03'],
    ['annually', '1899'],
    ['annually', ''],
  ] as const)('of %s %j are set aside', (call, period) => {
    const { totals, quarantined } = read(call, period);

    expect(totals).toEqual([]);
    expect(quarantined.map(({ path }) => path)).toEqual(['/results/row/0/period']);
  });

  it('count rounds, and properties once where the platform says so', () => {
    const sum = { publish_count: 34, publish_count_dist: 27, end_count: 32, end_count_dist: 25, hammer_count: 14 };

    expect(read('monthly', '2026-03', sum).totals).toMatchObject([
      { published: 34, publishedDistinct: 27, ended: 32, endedDistinct: 25, sold: 14 },
    ]);
  });

  it.each([
    [1_540, 154_000],
    [-35.5, -3_550],
    [35.57, 3_557],
    [0, 0],
    [0.001, 0],
    [-0.001, 0],
  ])('have a mean premium of %d ten-thousandths as %d ppm', (avg_addv_percent, meanPremium) => {
    expect(read('monthly', '2026-03', { avg_addv_percent }).totals?.[0]?.meanPremium).toBe(meanPremium);
  });

  it('have no amount, for its unit is said nowhere', () => {
    const [totals] = read('annually', '2026', { hammer_price: 98_765_432_100, avg_addv_percent: null }).totals ?? [];

    expect(totals).toEqual({ from: '2026-01-01', to: '2026-12-31', scope: null });
  });
});

describe('statistics that say no period', () => {
  it.each([
    ['topn', { ranks: { row: [{ rank: 1, court_name: '湖州市吴兴区人民法院', publish_count_dist: 250 }] } }],
    ['realtime', { real_time_data: { auction_online_number: 41 } }],
  ])('state no totals: %s', (call, body) => {
    const mapped = alibaba.map(aReply('statistics', { [`auction_gov_data_${call}_get_response`]: body }));

    expect(mapped).not.toHaveProperty('totals');
    expect(mapped.quarantined).toEqual([]);
  });
});
