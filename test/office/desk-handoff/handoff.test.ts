import { describe, expect, it } from 'vitest';
import { EXPORTS_ACCESS } from '#functions/desk/exports.ts';
import { HANDOFF_ACCESS } from '#functions/handoff-routes.ts';
import { SCANS_ACCESS } from '#functions/handoff-scans.ts';
import { TEMPLATES_ACCESS } from '#functions/handoff-templates.ts';
import { LOT_ADDRESS, ready } from '#test/services/desk-handoff/handoff-desk.ts';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { end } from '#test/support/desk-journey.ts';
import { fileOf } from '#test/support/desk-terms.ts';
import { aHandoffApp, type HandoffInMemory } from './handoff-app.ts';

async function handedOver(app: HandoffInMemory): Promise<string> {
  const { id } = await ready(app);
  await app.send(PEOPLE.office, `/desk/handoff/${id}/package`);
  return `/desk/handoff/${id}`;
}

describe('the routes of handing over', () => {
  it('are all in the access tables, but for the one-time links', async () => {
    const { handoff } = await aHandoffApp();

    const routes = handoff.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    const closed = routes.filter((route) => !/ \/(?:handoff\/|desk\/static\/)/.test(route));

    const listed = Object.keys({ ...HANDOFF_ACCESS, ...SCANS_ACCESS, ...TEMPLATES_ACCESS, ...EXPORTS_ACCESS });
    expect(closed.toSorted()).toEqual(listed.toSorted());
  });

  it('send strangers to the sign-in, and answer foreigners as if there were nothing', async () => {
    const app = await aHandoffApp();
    const { id } = await ready(app);
    const paths = ['', '/package', '/print/notice', '/documents/x', '/scan?number=1'].map(
      (below) => `/desk/handoff/${id}${below}`,
    );

    for (const path of paths) {
      expect((await app.open(null, path)).status, path).toBe(303);
      expect((await app.open(PEOPLE.foreignClerk, path)).status, path).toBe(404);
    }
    for (const below of ['/package', '/link', '/address', '/documents/confirmation', '/scan']) {
      const response = await app.send(PEOPLE.foreignClerk, `/desk/handoff/${id}${below}`, { number: '1', scan: 'x' });
      expect(response.status, below).toBe(404);
    }
  });

  it('answer an address there is none of', async () => {
    const app = await aHandoffApp();

    expect((await app.open(PEOPLE.office, '/desk/handoff')).status).toBe(404);
    expect((await app.open(PEOPLE.office, '/desk/handoff/nothing0000000')).status).toBe(404);
  });
});

describe('the page of handing over', () => {
  it('offers the package, then the download and the way back', async () => {
    const app = await aHandoffApp();
    const { id } = await ready(app);
    const before = await (await app.open(PEOPLE.office, `/desk/handoff/${id}`)).text();

    const sent = await app.send(PEOPLE.office, `/desk/handoff/${id}/package`);

    const after = await (await app.open(PEOPLE.office, `/desk/handoff/${id}`)).text();
    const download = await app.open(PEOPLE.office, `/desk/handoff/${id}/package`);
    expect(before).toContain('移交并生成移交包');
    expect(before).not.toContain('52,345');
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/desk/handoff/${id}`]);
    expect(after).toContain('吴资交告〔2024〕1号');
    expect(after).toContain('登记上架网址');
    expect(after).toContain('未见过平台的录入页面');
    expect(download.status).toBe(303);
  });

  it('does not give out a package that was not handed over', async () => {
    const app = await aHandoffApp();
    const { id } = await ready(app);

    expect((await app.open(PEOPLE.office, `/desk/handoff/${id}/package`)).status).toBe(409);
    expect((await app.send(PEOPLE.office, `/desk/handoff/${id}/link`)).status).toBe(409);
  });

  it('shows a document with its style in it, under a policy that lets nothing else load', async () => {
    const app = await aHandoffApp();
    const page = await handedOver(app);

    const response = await app.open(PEOPLE.auditor, `${page}/print/notice`);

    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(await response.text()).toContain('吴资交告〔2024〕1号');
    expect((await app.open(PEOPLE.auditor, `${page}/print/confirmation`)).status).toBe(409);
  });

  it('takes the address of the lot from the operator, and refuses one elsewhere beside its field', async () => {
    const app = await aHandoffApp();
    const page = await handedOver(app);

    const wrong = await app.send(PEOPLE.operator, `${page}/address`, { url: 'https://elsewhere.invalid/lot/1' });
    const right = await app.send(PEOPLE.operator, `${page}/address`, { url: LOT_ADDRESS });

    expect(wrong.status).toBe(422);
    const shown = await wrong.text();
    expect(shown).toContain(`${PUBLIC}.example.invalid`);
    expect(shown).toContain('value="https://elsewhere.invalid/lot/1"');
    expect(right.status).toBe(303);
    expect(await (await app.open(PEOPLE.clerk, page)).text()).toContain(LOT_ADDRESS);
  });

  it('issues the documents about the result, and takes the stamped scan back', async () => {
    const app = await aHandoffApp();
    const page = await handedOver(app);
    await app.send(PEOPLE.operator, `${page}/address`, { url: LOT_ADDRESS });
    await end(app, page.slice('/desk/handoff/'.length), 'sold');

    const issued = await app.send(PEOPLE.office, `${page}/documents/village-publicity`);
    const number = '吴资村示〔2024〕1号';
    const form = await (await app.open(PEOPLE.clerk, `${page}/scan?number=${encodeURIComponent(number)}`)).text();
    const empty = await app.send(PEOPLE.clerk, `${page}/scan`, { number });
    const filed = await app.send(PEOPLE.clerk, `${page}/scan`, { number, scan: fileOf('other') });

    expect(issued.status).toBe(303);
    expect(form).toContain('盖章后的扫描件');
    expect([empty.status, filed.status]).toEqual([422, 303]);
    const shown = await (await app.open(PEOPLE.clerk, page)).text();
    const address = /\/documents\/[0-9a-f]{64}/.exec(shown)?.[0] ?? '';
    expect(shown).toContain(`/desk/files/${fileOf('other')}`);
    expect((await app.open(PEOPLE.clerk, `${page}${address}`)).status).toBe(303);
  });
});
