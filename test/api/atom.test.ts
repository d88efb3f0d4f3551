import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { fen } from '#shared/domain/money.ts';
import { minute } from '#test/support/builders.ts';
import { aShownLot } from '#test/web/showing.ts';
import { newestChanged } from '#web/api/lots-atom.ts';
import { xmlText } from '#web/api/xml-text.ts';
import { aFilledApi, anApi } from './an-api.ts';

/** The text of an XML element, as an XML reader has it. */
function textOf(xml: string): string {
  const [root] = parseDocument(`<a>${xml}</a>`, { xmlMode: true }).childNodes;
  const children = root !== undefined && 'children' in root ? root.children : [];
  return children.map((child) => ('data' in child ? child.data : '?')).join('');
}

function values(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, inner]) => textOf(inner ?? ''));
}

describe('text in XML', () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom('<', '&', '>', '"', "'", '\0', '\u001f', '\ufffe', '\r', '😀'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
  });

  it('is read back as it was, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML cannot hold.
        const possible = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

        expect(textOf(xmlText(text))).toBe(possible);
      }),
    );
  });

  it('opens and closes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(xmlText(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('the lots that changed last', () => {
  it('are the newest, in order, whatever order they come in', () => {
    const ages = fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { maxLength: 60 });
    const { card } = aShownLot({});
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 5 }), (minutes, count) => {
        const cards = minutes.map(
          (at, id): LotCard => ({ ...card, lotId: `p.${id}`, asOf: at === null ? null : minute(at) }),
        );

        const found = newestChanged(cards, count).map(({ asOf }) => asOf ?? '');

        const expected = cards
          .map(({ asOf }) => asOf ?? '')
          .sort()
          .reverse()
          .slice(0, count);
        expect(found).toEqual(expected);
      }),
    );
  });
});

describe('the feed of a filter', () => {
  const api = anApi();
  let xml: string;

  beforeAll(async () => {
    const facts = { startPrice: fen(24_990_00), priceBasis: 'per_year' as const };
    await api.showLots({ externalId: '1', status: 'sold', facts: { title: '旧厂房', ...facts } });
    await api.showLots({ externalId: '2', status: 'bidding', facts: { title: '<b>新</b>&厂房', ...facts } });
    xml = await (await api.ask('/v1/lots.atom?q=厂房')).text();
  });

  it('says of each lot its status, name and price, the newest change first', () => {
    expect(values(xml, 'title')).toEqual([
      '公共资产拍卖汇总:“厂房”',
      '【竞价中】<b>新</b>&厂房 · 起拍价 24,990.00 元/年',
      '【成交】旧厂房 · 起拍价 24,990.00 元/年',
    ]);
    const [feed, ...entries] = values(xml, 'updated');
    expect(entries).toEqual([...entries].sort().reverse());
    expect(feed).toBe(entries[0]);
  });

  it('has an author, an address of its own and a page, and ids that are URNs', () => {
    expect(values(xml, 'name')).toHaveLength(1);
    expect(xml).toContain(
      '<link rel="self" type="application/atom+xml" href="https://auctions.example/v1/lots.atom?q=',
    );
    expect(xml).toContain('<link rel="alternate" type="text/html" href="https://auctions.example/?q=');
    const ids = values(xml, 'id');
    expect(new Set(ids).size).toBe(3);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('keeps the id of a lot when the lot changes', async () => {
    const before = values(xml, 'id');

    await api.showLots({ externalId: '2', status: 'sold', facts: {} });
    const after = await (await api.ask('/v1/lots.atom?q=厂房')).text();

    expect(values(after, 'id')).toEqual(before);
    expect(after).toContain('【成交】&lt;b&gt;新');
  });

  it('leaves addresses at the root of the site where the host cannot be trusted', async () => {
    const text = await (await api.ask('/v1/lots.atom', { host: 'a b' })).text();

    expect(text).toContain('href="/v1/lots.atom"');
  });

  it('is a feed, too, while there is nothing in it', async () => {
    const { ask } = await aFilledApi();

    const text = await (await ask('/v1/lots.atom?q=没有这样的标的')).text();

    expect(text).not.toContain('<entry>');
    expect(values(text, 'updated')).toEqual(['1970-01-01T08:00:00+08:00']);
  });
});
