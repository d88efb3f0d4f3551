import { describe, expect, it } from 'vitest';
import { aFee, aSchedule } from '../domain/fees-builders.ts';
import { manyFacts } from '../services/comparison-facts.ts';
import { figuresIn, lotsIn, PATHS, PERIOD, pagesOver } from './comparison-showing.ts';

const SEED = 31;
const FACTS = manyFacts(700, SEED);
const SCHEDULES = [
  aSchedule({ id: 'east-fees', platform: 'east' }),
  aSchedule({ id: 'west-fees', platform: 'west', confidence: 'illustrative', components: [aFee({ payer: 'seller' })] }),
];

describe(`the figures of the comparison (seed ${SEED})`, () => {
  const show = pagesOver(FACTS, { schedules: SCHEDULES });

  it('open, on every page, to a list with exactly as many rows', async () => {
    const pages = await Promise.all(PATHS.map((path) => show(`${path}?${PERIOD}&demo=1`)));
    const figures = new Map(pages.flatMap(({ html }) => figuresIn(html)).map((figure) => [figure.href, figure]));

    const listed = await Promise.all(
      [...figures.values()].map(async ({ href, lots }) => {
        const { status, html } = await show(href);
        const rows = lotsIn(html);
        return { href, status, lots, rows: rows.length, different: new Set(rows).size };
      }),
    );

    expect(figures.size).toBeGreaterThan(400);
    expect(
      listed.filter(({ status, lots, rows, different }) => status !== 200 || lots !== rows || rows !== different),
    ).toEqual([]);
    expect(listed.some(({ rows }) => rows > 100)).toBe(true);
  });

  it('say as a number of lots what they open to', async () => {
    const pages = await Promise.all(PATHS.map((path) => show(`${path}?${PERIOD}&demo=1`)));
    const figures = pages.flatMap(({ html }) => figuresIn(html));
    const counts = figures.filter(({ text }) => /^\d+$/.test(text));
    const shares = figures.filter(({ text }) => /^\d+\/\d+$/.test(text));

    expect(counts.length).toBeGreaterThan(400);
    expect(counts.filter(({ text, lots }) => Number(text) !== lots)).toEqual([]);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.filter(({ text, lots }) => Number(text.split('/')[1]) !== lots)).toEqual([]);
  });

  it.each(PATHS.slice(0, 5))('are links wherever a cell of %s shows one', async (path) => {
    const { html } = await show(`${path}?${PERIOD}`);

    const cells = [...html.matchAll(/<td class="number"[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell);

    expect(cells.length).toBeGreaterThan(80);
    expect(cells.filter((cell) => /\d/.test(cell) && !cell.includes('<a href='))).toEqual([]);
  });
});
