import { describe, expect, it } from 'vitest';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { aDesk, hidden } from '#test/office/desk-app.ts';
import { HOUSE, PEOPLE, POND, PUBLIC, VILLAGE } from '#test/support/desk.ts';
import { aDraft } from '#test/support/desk-journey.ts';
import { aLease, fileOf } from '#test/support/desk-terms.ts';

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

async function draftedAt(desk: Awaited<ReturnType<typeof aDesk>>): Promise<string> {
  const response = await desk.submit(PEOPLE.clerk, '/desk/listings', { ownerId: VILLAGE.id, asset: POND });
  return /\/desk\/listings\/([0-9a-z]{16})\//.exec(response.headers.get('location') ?? '')?.[1] ?? '';
}

describe('entering a listing', () => {
  it('opens a draft by a form and goes on with the first step', async () => {
    const desk = await aDesk();

    const form = await (await desk.get(PEOPLE.clerk, `/desk/listings/new?asset=${POND}`)).text();
    const response = await desk.submit(PEOPLE.clerk, '/desk/listings', {
      _key: hidden(form, '_key'),
      ownerId: VILLAGE.id,
      asset: hidden(form, 'asset'),
    });

    expect(response.status).toBe(303);
    const step = await desk.get(PEOPLE.clerk, response.headers.get('location') ?? '');
    expect(step.status).toBe(200);
    expect(await step.text()).toMatch(new RegExp(`value="${POND}"[^>]* checked`));
  });

  it('finds the draft again when the same form is sent twice', async () => {
    const desk = await aDesk();
    const fields = { _key: 'the-same-key', ownerId: VILLAGE.id };

    const first = await desk.submit(PEOPLE.clerk, '/desk/listings', fields);
    const second = await desk.submit(PEOPLE.clerk, '/desk/listings', fields);

    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('saves a step as a form and as JSON alike, and keeps what the step does not ask for', async () => {
    const desk = await aDesk();
    const id = await draftedAt(desk);
    const address = `/desk/listings/${id}/edit/terms`;

    const form = await desk.submit(PEOPLE.clerk, address, {
      tradeKind: 'lease',
      startPriceYuan: '5万',
      'lease.months': '36',
      _go: 'next',
      _version: '1',
    });
    const json = await desk.sendJson(PEOPLE.clerk, address, { incrementYuan: 500 }, { 'if-match': '"2"' });

    expect([form.status, form.headers.get('location')]).toEqual([303, `/desk/listings/${id}/edit/times`]);
    expect([json.status, json.headers.get('etag'), await json.json()]).toEqual([200, '"3"', { id, version: 3 }]);
    const { listing } = await readListing(PEOPLE.clerk, desk.deskPorts, id);
    expect(listing.terms).toMatchObject({
      items: [{ assetId: POND, parts: null }],
      tradeKind: 'lease',
      startPriceFen: 50_000_00,
      incrementFen: 500_00,
      lease: { months: 36 },
    });
  });

  it('shows a faulty form again with what was entered, what is wrong, and the way to the field', async () => {
    const desk = await aDesk();
    const id = await draftedAt(desk);

    const response = await desk.submit(PEOPLE.clerk, `/desk/listings/${id}/edit/terms`, {
      startPriceYuan: '十二块',
      'appraisal.agency': HOSTILE,
    });

    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('value="十二块"');
    expect(html).toContain('<a href="#f-startPriceYuan">请填写金额');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script>|<img/);
    expect((await readListing(PEOPLE.clerk, desk.deskPorts, id)).version).toBe(1);
  });

  it('tells a program the same fault at its pointer', async () => {
    const desk = await aDesk();
    const id = await draftedAt(desk);

    const response = await desk.sendJson(PEOPLE.clerk, `/desk/listings/${id}/edit/terms`, { startPriceYuan: 'x' });

    expect([response.status, response.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await response.json()).toMatchObject({ code: 'FORM.INVALID', errors: [{ pointer: '/startPriceYuan' }] });
  });

  it('refuses a save over a version somebody else has changed, to both, and loses nothing typed', async () => {
    const desk = await aDesk();
    const id = await draftedAt(desk);
    const address = `/desk/listings/${id}/edit/assets`;
    await desk.submit(PEOPLE.accountant, address, { title: '镇里改的', _version: '1' });

    const json = await desk.sendJson(PEOPLE.clerk, address, { title: '村里改的' }, { 'if-match': '"1"' });
    const form = await desk.submit(PEOPLE.clerk, address, { title: '村里改的', _version: '1' });

    expect(json.status).toBe(412);
    const html = await form.text();
    expect([form.status, html.includes('value="村里改的"'), html.includes('内容已被别人修改')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('says beside the field what each admitted platform asks, and offers the first lawful day', async () => {
    const desk = await aDesk();
    const late = aLease(POND, { windows: { ...aLease(POND).windows, noticeOn: '2024-06-15' as never } });
    const { id } = await aDraft(desk, late, { platform: HOUSE });

    const html = await (await desk.get(PEOPLE.clerk, `/desk/listings/${id}/edit/times`)).text();
    const checks = await desk.get(PEOPLE.clerk, `/desk/listings/${id}/edit/times/checks`, 'application/json');

    expect(html).toContain('第四十五条');
    expect(html).toMatch(/按最早合规日 2024-\d\d-\d\d/);
    expect(JSON.stringify(await checks.json())).toContain('"kind":"breach"');
  });

  it('keeps the papers ticked, and takes none of another owner', async () => {
    const desk = await aDesk();
    const id = await draftedAt(desk);
    const address = `/desk/listings/${id}/edit/decision`;
    const own = fileOf('resolution');

    const kept = await desk.submit(PEOPLE.clerk, address, { 'papers.resolution': own });
    const foreign = await desk.submit(PEOPLE.clerk, address, { 'papers.resolution': 'foreignfile00001' });

    expect([kept.status, foreign.status]).toEqual([303, 404]);
    const { listing } = await readListing(PEOPLE.clerk, desk.deskPorts, id);
    expect(listing.terms.papers).toEqual([{ kind: 'resolution', file: own, note: null }]);
  });

  it('chooses a platform with a reason, and names the missing one', async () => {
    const desk = await aDesk();
    const id = await draftedAt(desk);
    const address = `/desk/listings/${id}/edit/platform`;

    const without = await desk.submit(PEOPLE.clerk, address, { platform: PUBLIC, reason: ' ' });
    const chosen = await desk.submit(PEOPLE.clerk, address, { platform: PUBLIC, reason: '费用低' });

    expect([without.status, (await without.text()).includes('请写明选择这个平台的理由')]).toEqual([422, true]);
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `/desk/listings/${id}/edit/submit`]);
  });

  it('draws a platform that anybody can compute again', async () => {
    const desk = await aDesk();
    const id = await draftedAt(desk);
    const address = `/desk/listings/${id}/edit/platform`;

    await desk.sendJson(PEOPLE.clerk, `${address}/draw/announce`, { candidates: [PUBLIC, HOUSE] });
    const announced = await (await desk.get(PEOPLE.clerk, address)).text();
    const drawn = await desk.submit(PEOPLE.clerk, `${address}/draw`, {});
    const html = await (await desk.get(PEOPLE.clerk, address)).text();

    expect(announced).toContain('事先公布的校验值');
    expect(announced).not.toContain('name="reason"');
    expect(drawn.status).toBe(303);
    expect(html).toContain('种子与事先公布的校验值一致');
    const page = await (await desk.get(PEOPLE.auditor, `/desk/listings/${id}`)).text();
    expect(page).toContain('种子与事先公布的校验值一致');
  });
});
