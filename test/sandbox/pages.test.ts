import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lotNumbers } from '#adapters/addresses.ts';
import { aListing, type RunningSandbox, runSandbox } from './running.ts';
import { DAY, HOUR } from './terms.ts';

let sandbox: RunningSandbox;

beforeEach(async () => {
  sandbox = await runSandbox();
});

afterEach(() => sandbox.close());

const FILLED = {
  market: 'alibaba',
  reference: 'LST-20260610-1',
  title: '义皋村老街12号店面三年租赁权',
  seller: '义皋村股份经济合作社',
  kind: 'lease',
  startYuan: '26000',
  reserveYuan: '28000',
  depositYuan: '5000',
  incrementYuan: '500',
  extension: '5',
  starts: '2026-06-12T10:00',
  ends: '2026-06-12T16:00',
};

async function look(path: string) {
  const response = await fetch(`${sandbox.url}/sandbox${path}`);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** Sends a form as a browser does from a page of the same site, unless told otherwise. */
async function send(path: string, form: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  const said = Object.entries({ 'sec-fetch-site': 'same-origin', ...headers }).filter(([, value]) => value !== '');
  const response = await fetch(`${sandbox.url}/sandbox${path}`, {
    method: 'POST',
    headers: Object.fromEntries(said),
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() };
}

describe('the console of the sandbox', () => {
  it('shows the lots, says 演示, and loads nothing but its own style sheet', async () => {
    await sandbox.list(aListing());

    const { html, headers } = await look('/');

    expect(html).toContain('<a href="/sandbox/lots/DEMO-000001">');
    expect(html).toContain('不是真实交易');
    expect(html).not.toMatch(/<script|style="|http-equiv/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const [, css = ''] = /href="\/sandbox(\/static\/[^"]+)"/.exec(html) ?? [];
    expect((await look(css)).headers.get('content-type')).toContain('text/css');
  });

  it('turns the speed and moves an hour on', async () => {
    const sent = await send('/console/clock', { rate: '0' });
    await send('/console/leap', { ms: '3600000' });

    const { json } = await sandbox.ask('GET', '/control');
    expect([sent.status, sent.location]).toEqual([303, '/sandbox/']);
    expect(json).toMatchObject({ rate: 0, clock: '2026-06-10T01:00:00.000Z' });
  });

  it('switches faults on and off', async () => {
    await send('/console/faults', { endpoint: 'create', kind: 'lost-answer', times: '3' });
    const on = await look('/');
    await send('/console/faults', { endpoint: 'create', kind: 'lost-answer', times: '0' });

    expect(on.html).toContain('接口:发布:办好了但答复丢失,还有 3 次');
    expect((await look('/')).html).toContain('没有打开的故障');
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sub-domain', { 'sec-fetch-site': 'same-site' }],
    ['another site of an old browser', { 'sec-fetch-site': '', origin: 'https://elsewhere.example' }],
  ])('takes no form from %s', async (_, headers) => {
    const sent = await send('/console/clock', { rate: '3600' }, headers);

    expect(sent.status).toBe(403);
    expect((await sandbox.ask('GET', '/control')).json).toMatchObject({ rate: 1 });
  });

  it('takes a form of its own page from an old browser', async () => {
    const sent = await send('/console/clock', { rate: '60' }, { 'sec-fetch-site': '', origin: sandbox.url });

    expect(sent.status).toBe(303);
  });

  it('leaves to operators where events are pushed to', async () => {
    const sent = await send('/console/events', { url: 'http://127.0.0.1:9/' });

    expect(sent.status).toBe(404);
    expect((await sandbox.ask('GET', '/control')).json).not.toHaveProperty('eventAddress');
  });
});

describe('the public page of a lot', () => {
  it('shows bids, deposits and how it ended, and never the reserve price', async () => {
    const { json } = await sandbox.list({ ...aListing(), hasReserve: true, reserveFen: 1_987_654 });
    await sandbox.ask('POST', '/control/leap', { ms: 20 * DAY });

    const { html } = await look(`/lots/${json.lotId}`);
    const lot = (await sandbox.ask('GET', `/lots/${json.lotId}`)).json.lot;

    expect(lot?.['url']).toBe(`${sandbox.url}/sandbox/lots/${json.lotId}`);
    expect(lot?.['serviceAgency']).toBe('演示平台(沙箱),非真实交易');
    expect(html).toContain(`出价记录(${lot?.['bidCount']} 次)`);
    expect(html).toContain(`报名与保证金(${lot?.['registrationCount']} 人)`);
    expect(html).not.toContain('19,876.54');
  });

  it('takes hostile text for text', async () => {
    await sandbox.list({ ...aListing(), title: '<script>alert(1)</script>' });

    const { html } = await look('/lots/DEMO-000001');

    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('is missing for what is no lot', async () => {
    expect((await look('/lots/DEMO-999999')).status).toBe(404);
    expect((await look('/nothing')).status).toBe(404);
  });
});

describe('entry by hand on a marketplace', () => {
  it('gives an address such as the real ones, in which the lot number is found', async () => {
    const sent = await send('/enter', FILLED);
    const { html } = await look(sent.location.replace('/sandbox', ''));

    const number = sent.location.split('/').at(-1) ?? '';
    const [, address = ''] = /<code>([^<]+)<\/code>/.exec(html) ?? [];
    expect(sent.status).toBe(303);
    expect(lotNumbers.get('alibaba')?.(address)).toBe(number);
    expect(html).toMatch(new RegExp(`href="${sandbox.url}/sandbox/[^"]*${number}[^"]*"`));
  });

  it('makes one lot however often it is sent, and none behind the interface', async () => {
    const first = await send('/enter', FILLED);
    const again = await send('/enter', FILLED);
    const other = await send('/enter', { ...FILLED, title: '另一个标的' });

    expect(again.location).toBe(first.location);
    expect(other.status).toBe(422);
    expect(other.html).toContain('这个委托编号已用于另一份内容');
    expect((await sandbox.ask('GET', '/lots')).json).toMatchObject({ total: 0 });
  });

  it('holds one reference on each platform', async () => {
    const first = await send('/enter', FILLED);
    const second = await send('/enter', { ...FILLED, market: 'jd' });

    expect(second.status).toBe(303);
    expect(second.location).not.toBe(first.location);
  });

  it('makes another lot of another round under the same reference', async () => {
    const first = await send('/enter', FILLED);
    const second = await send('/enter', { ...FILLED, round: '2', startYuan: '20000' });

    expect(second.status).toBe(303);
    expect(second.location).not.toBe(first.location);
  });

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const { status, html } = await send('/enter', { ...FILLED, startYuan: '许多', starts: '2026-06-01T10:00' });
    const early = await send('/enter', { ...FILLED, starts: '2026-06-01T10:00' });

    expect(status).toBe(422);
    expect(html).toContain('id="f-startYuan-error"');
    expect(html).toContain(`value="${FILLED.title}"`);
    expect(early.html).toContain('id="f-starts-error"');
  });

  it('runs like any other auction', async () => {
    const { location } = await send('/enter', FILLED);
    await sandbox.ask('POST', '/control/leap', { ms: 2 * DAY + 12 * HOUR });

    const { html } = await look(location.replace('/sandbox/entered', '/lots'));

    expect(html).toMatch(/成交|流拍/);
  });
});
