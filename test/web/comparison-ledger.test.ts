import { describe, expect, it } from 'vitest';
import { ppm } from '#shared/domain/money.ts';
import type { PlatformLedger } from '#shared/services/quarantine/read-ledger.ts';
import { aRound, beijing } from '#test/support/round-facts.ts';
import { FACTS_HASH, PATHS, PERIOD, pagesOver } from './comparison-showing.ts';

const QUALITY = `/office/comparison/quality?${PERIOD}`;
const EAST: PlatformLedger = {
  platform: 'east',
  complained: 8,
  repaired: 6,
  open: 2,
  repairRate: ppm(750_000),
  total: { listed: 61, documentId: 'east.lots.20231101T020000000Z-abc', at: beijing('2023-11-01 10:00') },
};
const WEST: PlatformLedger = {
  platform: 'west',
  complained: 0,
  repaired: 0,
  open: 0,
  repairRate: null,
  total: null,
};
const FACTS = [
  aRound({ lotId: 'east.1', platform: 'east' }),
  aRound({ lotId: 'east.2', platform: 'east', endsAt: beijing('2019-01-01 10:00') }),
  aRound({ lotId: 'east.3', platform: 'east', tradeCategory: 'judicial' }),
  aRound({ lotId: 'west.1', platform: 'west' }),
];

/** The cells of the ledger's row of a platform, the markup around their text left out. */
function rowOf(html: string, platform: string): readonly string[] {
  const [, table = ''] = html.split('<caption>采集台账');
  const [, row = ''] = table.split(`<th scope="row">${platform}</th>`);
  const cells = (row.split('</tr>')[0] ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs);
  return [...cells].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, ''));
}

describe('the ledger on the page of data quality', () => {
  const show = pagesOver(FACTS, { ledger: [EAST, WEST] });

  it('shows what was repaired, and the platform’s own total beside all lots received', async () => {
    const { html } = await show(QUALITY);

    expect(rowOf(html, 'east')).toEqual([
      '8',
      '6',
      '2',
      '75.00%',
      expect.stringMatching(/^61\(2023.*10:00.*\)$/),
      '3',
      '58',
    ]);
    expect(html).toContain('现时状态,不属于快照');
  });

  it('shows a dash where nobody complained and the platform states no total', async () => {
    const { html } = await show(QUALITY);

    expect(rowOf(html, 'west')).toEqual(['0', '0', '0', '–', '–', '1', '–']);
  });

  it('leads to what waits for a person and to the document that states the total', async () => {
    const { html } = await show(QUALITY);

    expect(html).toContain('<a href="/office/quarantine">2</a>');
    expect(html).toContain('href="/office/documents/east.lots.20231101T020000000Z-abc"');
    expect(html).toContain('<a href="/?platform=east">3</a>');
  });

  it('is the same whatever period, filter and facts the page is asked for', async () => {
    const other = `/office/comparison/quality?from=2019-01-01&to=2019-12-31&class=shop&facts=${FACTS_HASH}`;

    const [{ html }, asked] = await Promise.all([show(QUALITY), show(other)]);

    expect(rowOf(html, 'east')).toHaveLength(7);
    expect(rowOf(asked.html, 'east')).toEqual(rowOf(html, 'east'));
  });

  it('counts received lots as of now on a page that is printed again from older facts', async () => {
    const older = pagesOver(FACTS, { ledger: [EAST, WEST], older: FACTS.slice(0, 1) });

    const { html } = await older(`${QUALITY}&facts=${FACTS_HASH}`);

    expect(rowOf(html, 'east').slice(5)).toEqual(['3', '58']);
  });

  it('is on no other page', async () => {
    const others = PATHS.filter((path) => !path.endsWith('/quality'));

    const pages = await Promise.all(others.map((path) => show(`${path}?${PERIOD}`)));

    expect(pages.filter(({ html }) => html.includes('采集台账'))).toEqual([]);
  });
});
