import { gzipSync } from 'node:zlib';
import type { LambdaEvent } from 'hono/aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '#functions/browse.ts';
import { siteCss } from '#web/site-css.ts';
import { aShownLot, cataloguePage, EVERY_FACT, lotPage } from './showing.ts';

const PAGES = [
  ['catalogue', cataloguePage([aShownLot(EVERY_FACT).card])],
  ['lot', lotPage(aShownLot(EVERY_FACT))],
] as const;

async function get(
  path: string,
  query = '',
): Promise<{ statusCode: number; body: string; headers: Record<string, string> }> {
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { host: 'catalogue.example' },
    requestContext: { domainName: 'catalogue.example', http: { method: 'GET', path } },
    isBase64Encoded: false,
  };
  return (await handler(event as unknown as LambdaEvent, {} as never)) as never;
}

describe.each(PAGES)('the frame of the %s page', (_, html) => {
  it('says its language, has one heading of the first rank and one main part', () => {
    expect(html).toMatch(/^<!DOCTYPE html><html lang="zh-CN">/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<main id="main">/g)).toHaveLength(1);
  });

  it('labels every field, and uses no id twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const referred = [...html.matchAll(/ (?:for|aria-labelledby)="([^"]+)"/g)].map(([, id]) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('an address that asks for what there is not', () => {
  it('is answered with what is wrong and the way to the whole catalogue', async () => {
    const { statusCode, body, headers } = await get('/', 'status=offen&page=0&colour=red');

    expect(statusCode).toBe(400);
    expect(headers['content-type']).toContain('text/html');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    for (const fault of ['<code>status</code>', '<code>page</code>', '<code>colour</code>'])
      expect(body).toContain(fault);
    expect(body).toContain('<a href="/">查看全部标的</a>');
  });

  it('is not refused for what messengers add to it', async () => {
    const { body } = await get('/', 'from=groupmessage&isappinstalled=0&status=offen');

    expect(body).not.toContain('isappinstalled');
  });
});

/** Relative luminance (WCAG 2) of a colour written #rgb or #rrggbb. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Colours by name: the light scheme, the dark one, the printed one. */
const SCHEMES = [...siteCss.matchAll(/:root \{([^}]*)\}/g)].map(
  ([, text = '']) =>
    new Map([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6})/g)].map(([, name, colour]) => [name, colour])),
);

describe('the style sheet', () => {
  it.each([
    ['light', 0],
    ['dark', 1],
  ])('can be read in the %s scheme (AA)', (_, at) => {
    const colour = (name: string) => SCHEMES[at]?.get(name) ?? '';
    const texts = ['ink', 'soft', 'link', 'open', 'soon', 'done', 'off'];
    const pairs = texts.flatMap((text) => ['paper', 'ground'].map((ground) => [text, ground] as const));

    for (const [text, ground] of [...pairs, ['on-link', 'link'], ['ink', 'mark'], ['link', 'mark'], ['soft', 'mark']]) {
      expect(contrast(colour(text ?? ''), colour(ground ?? '')), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colour('edge'), colour('paper'))).toBeGreaterThanOrEqual(3);
  });

  it('stays within its 12 kB', () => {
    expect(gzipSync(siteCss).length).toBeLessThan(12_000);
  });

  it('loads nothing from elsewhere', () => {
    expect(siteCss).not.toMatch(/url\(|@import/);
  });
});
