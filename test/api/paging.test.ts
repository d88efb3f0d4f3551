import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { type CatalogueQuery, WHOLE_CATALOGUE } from '#shared/services/catalogue/catalogue-query.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { readCursor, writeCursor } from '#web/api/cursor.ts';
import { anApi, SITE } from './an-api.ts';

const digest = (text: string) => sha256.sha256(text);
const COUNT = 23;

interface Page {
  readonly total: number;
  readonly next: string | null;
  readonly lots: readonly { readonly lotId: string }[];
}

function linkOf(response: Response): string | null {
  return /^<(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1]?.replace(SITE, '') ?? null;
}

describe('reading lots page by page', () => {
  const api = anApi();

  beforeAll(async () => {
    const lots = Array.from({ length: COUNT }, (_, at) => ({
      externalId: String(at),
      status: 'bidding' as const,
      facts: { title: `厂房${at}`, startPrice: fen((at % 5) * 100), priceBasis: 'total' as const },
    }));
    await api.showLots(...lots);
  });

  it.each(['/v1/lots?limit=5', '/v1/lots?limit=5&sort=price-desc', '/v1/lots?limit=4&q=厂房&status=bidding'])(
    'follows Link to every lot once: %s',
    async (first) => {
      const seen: string[] = [];
      let total = 0;
      for (let path: string | null = first; path !== null; ) {
        const response = await api.ask(path);
        const page = (await response.json()) as Page;
        seen.push(...page.lots.map(({ lotId }) => lotId));
        total = page.total;
        path = linkOf(response);
        expect(path === null).toBe(page.next === null);
        if (page.next !== null) expect(path).toContain(`cursor=${page.next}`);
      }

      expect(total).toBe(COUNT);
      expect(seen).toHaveLength(COUNT);
      expect(new Set(seen).size).toBe(COUNT);
    },
  );

  it.each(['csv', 'jsonl'])('follows Link to every row of a %s export, saying how many there are', async (form) => {
    const rows: string[] = [];
    for (let path: string | null = `/v1/lots.${form}?limit=10`; path !== null; ) {
      const response = await api.ask(path);
      const text = (await response.text())
        .trimEnd()
        .split('\n')
        .slice(form === 'csv' ? 1 : 0);
      rows.push(...text);
      expect(response.headers.get('x-total-count')).toBe(String(COUNT));
      expect(response.headers.get('x-row-count')).toBe(String(text.length));
      expect(response.headers.get('content-disposition')).toContain(`lots-${text.length}-of-${COUNT}.${form}`);
      path = linkOf(response);
    }

    expect(new Set(rows).size).toBe(COUNT);
  });

  it('names the next page from the root of the site where the host cannot be trusted', async () => {
    const response = await api.ask('/v1/lots?limit=5', { host: 'evil.example/x' });

    expect(response.headers.get('link')).toMatch(/^<\/v1\/lots\?limit=5&cursor=/);
  });

  it.each([
    ['another filter', '/v1/lots?status=bidding&cursor='],
    ['another order', '/v1/lots?sort=newest&cursor='],
  ])('refuses a cursor with %s', async (_, path) => {
    const { next } = (await (await api.ask('/v1/lots?limit=5')).json()) as Page;

    const response = await api.ask(`${path}${next}`);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'CURSOR.INVALID', title: '翻页位置无效' });
  });
});

describe('a cursor', () => {
  const query: CatalogueQuery = { ...WHOLE_CATALOGUE, text: '织里' };

  it('comes back as it was, in letters that need no escaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (key, lotId) => {
        const cursor = writeCursor(query, { key, lotId }, digest);

        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(readCursor(query, cursor, digest)).toEqual({ key, lotId });
      }),
    );
  });

  it('is refused with its own code when it is anything else', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((json) => btoa(unescape(encodeURIComponent(json)))),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(() => readCursor(query, text, digest)).toThrow(expect.objectContaining({ code: 'CURSOR.INVALID' }));
      }),
    );
  });
});
