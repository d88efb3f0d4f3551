import { describe, expect, it } from 'vitest';
import { beijing } from '#test/support/round-facts.ts';
import { aFee, aSchedule } from '../domain/fees-builders.ts';
import { manyFacts } from '../services/comparison-facts.ts';
import { FACTS_HASH, figuresIn, lotsIn, PATHS, PERIOD, pagesOver } from './comparison-showing.ts';

const SCHEDULES = [
  aSchedule({ id: 'east-fees', platform: 'east', components: [aFee({ minFen: null })] }),
  aSchedule({ id: 'west-fees', platform: 'west', confidence: 'illustrative', components: [aFee({ payer: 'seller' })] }),
];
const FACTS = manyFacts(600, 5);
const show = pagesOver(FACTS, { schedules: SCHEDULES });

describe.each(PATHS)('the page %s', (path) => {
  it('keeps to the policy of pages: no script, no style but the style sheet', async () => {
    const { html, policy, status } = await show(`${path}?${PERIOD}&demo=1`);

    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'; style-src 'self'");
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
  });

  it('has one heading of the first rank, no id twice, and names what scrolls', async () => {
    const { html } = await show(`${path}?${PERIOD}`);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html.match(/class="scroll"(?! aria-label="[^"]+" tabindex="0")/g)).toBeNull();
  });

  it('is the same text again for the same facts', async () => {
    const again = pagesOver(FACTS.toReversed(), { schedules: SCHEDULES });

    expect((await again(`${path}?${PERIOD}`)).html).toBe((await show(`${path}?${PERIOD}`)).html);
  });

  it('can be shown before there are any facts', async () => {
    const { status, html } = await pagesOver([], { at: null })(path);

    expect(status).toBe(200);
    expect(html).not.toContain('facts=');
  });
});

describe('what a page of the comparison says of itself', () => {
  it('names as of when it is, its definitions, and the facts it can be printed from again', async () => {
    const { html } = await show(`/office/comparison?${PERIOD}`);
    const reprint = /数据指纹 <a href="([^"]*)"[^>]*>a{12}<\/a>/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

    const again = await show(reprint);

    expect(html).toMatch(/数据截至 <time[^>]*>/);
    expect(html).toContain('全区,2022年12月1日至2023年10月31日');
    expect(reprint).toContain(`facts=${FACTS_HASH}`);
    expect(again.html).toContain('本页按指定的数据指纹重现');
    expect(figuresIn(again.html)).toEqual(figuresIn(html));
  });

  it('keeps period and filters in the form, on the other pages and in every figure', async () => {
    const { html } = await show('/office/comparison?from=2023-01-01&to=2023-10-31&township=330502100&class=unknown');
    const tabs = /aria-label="平台比较">(.*?)<\/nav>/s.exec(html)?.[1] ?? '';

    expect(html).toContain('<input type="date" name="from" value="2023-01-01"');
    expect(html).toMatch(/<option value="330502100" selected="">/);
    expect(html).toMatch(/<option value="unknown" selected="">/);
    expect(html).toContain('全区(织里镇、资产类别不明)');
    for (const link of [...tabs.matchAll(/href="([^"]*)"/g), ...html.matchAll(/href="([^"]*figure=[^"]*)"/g)]) {
      expect(link[1]).toContain('township=330502100&amp;class=unknown');
    }
  });

  it('lets presets end on the day of the newest fact', async () => {
    const { html } = await pagesOver(FACTS, { at: beijing('2023-10-31 09:00') })('/office/comparison');
    const lastYear = /href="([^"]*)"[^>]*>去年同期</.exec(html)?.[1] ?? '';

    const earlier = await pagesOver(FACTS, { at: beijing('2023-10-31 09:00') })(lastYear);

    expect(html).toContain('2023年1月1日至');
    expect(earlier.html).toContain('2022年1月1日至');
  });

  it('marks illustrative schedules wherever they count, and leaves them out unless asked', async () => {
    const asked = await show(`/office/comparison/fees?${PERIOD}&demo=1`);
    const { html } = await show(`/office/comparison/fees?${PERIOD}`);

    expect(asked.html).toContain('只供演示');
    expect(asked.html).toContain('<th scope="row">west<span class="badge">示例</span></th>');
    expect(asked.html).toContain('<svg class="chart"');
    expect(html).not.toContain('class="badge"');
    expect(html).toContain('无协议费率,不可比:');
  });

  it('labels the cells of its tables for a phone', async () => {
    const { html } = await show(`/office/comparison?${PERIOD}`);

    expect(html).toMatch(/<td class="number" data-label="完成竞价">/);
  });
});

describe('the list behind a figure', () => {
  it('says what is counted, in words, and offers it as a table', async () => {
    const { html } = await show(`/office/comparison/lots?${PERIOD}&figure=east%2Fclock%2Frefund%2Fopen`);

    expect(html).toContain('<strong>east · 时效 · 保证金清退用时 · ');
    expect(html).toMatch(
      /href="\/office\/comparison\/report\?[^"]*format=csv&amp;figure=east%2Fclock%2Frefund%2Fopen"/,
    );
  });

  it('turns pages where it is long, and loses no lot', async () => {
    const many = pagesOver(manyFacts(6000, 3));
    const first = await many(`/office/comparison/lots?from=2022-01-01&to=2023-12-31&figure=all%2Flots`);
    const next = /rel="next" href="([^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';

    const second = await many(next);

    const total = Number(/共 (\d+) 个标的/.exec(first.html)?.[1]);
    expect(new Set([...lotsIn(first.html), ...lotsIn(second.html)]).size).toBe(Math.min(total, 2000));
  });

  it.each([
    ['a figure there is not', 'figure=east%2Fluck', 404],
    ['facts nobody has', `figure=all%2Fsold&facts=${'b'.repeat(64)}`, 404],
    ['a day there is not', 'from=2023-02-30&to=2023-03-01', 400],
    ['half a period', 'from=2023-01-01', 400],
    ['a period and a preset', `${PERIOD}&preset=this-month`, 400],
  ])('refuses %s with a page in Chinese', async (_, query, status) => {
    const answer = await show(`/office/comparison/lots?${query}`);

    expect(answer.status).toBe(status);
    expect(answer.html).toContain('<html lang="zh-CN">');
  });
});
