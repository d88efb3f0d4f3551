import { beforeEach, describe, expect, it } from 'vitest';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { aDesk, type DeskInMemory, hidden } from '#test/office/desk-app.ts';
import { PEOPLE, POND } from '#test/support/desk.ts';
import { approved, place } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

let desk: DeskInMemory;
let id: string;
let address: string;

beforeEach(async () => {
  desk = await aDesk();
  ({ id } = await approved(desk, aLease(POND)));
  address = `/desk/listings/${id}/amend`;
});

async function listing() {
  return (await readListing(PEOPLE.office, desk.deskPorts, id)).listing;
}

describe('the page that amends a listing', () => {
  it('is offered to the office once a platform has it, and to nobody else', async () => {
    const before = await (await desk.get(PEOPLE.office, `/desk/listings/${id}`)).text();
    const early = await desk.get(PEOPLE.office, address);
    await place(desk, id);
    const office = await (await desk.get(PEOPLE.office, `/desk/listings/${id}`)).text();
    const clerk = await (await desk.get(PEOPLE.clerk, `/desk/listings/${id}`)).text();

    expect([before, office, clerk].map((html) => html.includes(address))).toEqual([false, true, false]);
    expect([early.status, early.headers.get('location')]).toEqual([303, `/desk/listings/${id}`]);
    expect((await desk.get(PEOPLE.clerk, address)).status).toBe(403);
  });

  it('shows what may change, filled in, and how the platform will hear of it', async () => {
    await place(desk, id);

    const html = await (await desk.get(PEOPLE.office, address)).text();

    expect(html).toMatch(/value="2024-06-20T10:00"[^>]*name="windows.biddingStartsAt"/);
    expect(html).toContain('value="沈会计"');
    expect(html).not.toMatch(/name="(?:windows.noticeOn|startPriceYuan|reserveYuan)"/);
    expect(html).toContain('请人工告知平台');
    expect(html).toContain(`href="/desk/placements/${id}-1"`);
  });

  it('saves a form as it was filled in, and tells what to do next', async () => {
    await place(desk, id);
    const version = hidden(await (await desk.get(PEOPLE.office, address)).text(), '_version');
    const fields = {
      _version: version,
      title: '云村12亩鱼塘三年承租权',
      'windows.biddingEndsAt': '2024-06-22T10:00',
      'contact.phone': '0572-1111111',
      reason: '换了联系电话',
    };

    const saved = await desk.submit(PEOPLE.office, address, fields);
    const page = await (await desk.get(PEOPLE.office, saved.headers.get('location') ?? '')).text();
    const seen = await (await desk.get(PEOPLE.clerk, `/desk/listings/${id}`)).text();

    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${address}?saved`]);
    expect((await listing()).terms).toMatchObject({
      contact: { name: '沈会计', phone: '0572-1111111' },
      windows: { noticeOn: '2024-06-03', biddingEndsAt: '2024-06-22T02:00:00.000Z' },
    });
    expect(page).toMatch(/role="status">变更已保存。请现在告知平台。/);
    expect(seen).toContain('换了联系电话');
  });

  it('shows what a rule says with its source beside the field, what was entered, and asks for the reason', async () => {
    await place(desk, id);
    const fields = {
      'windows.viewingFrom': '2024-06-03',
      'windows.viewingUntil': '2024-06-04',
      'windows.registrationEndsAt': '2024-06-05T09:00',
      'windows.biddingStartsAt': '2024-06-05T10:00',
      'deposit.dueAt': '2024-06-05T09:00',
      reason: '提前',
    };

    const refused = await desk.submit(PEOPLE.office, address, fields);
    const html = await refused.text();
    const asked = /name="(reasons\.[^"]+)"/.exec(html)?.[1] ?? '';
    const saved = await desk.submit(PEOPLE.office, address, { ...fields, [asked]: '报名人均已同意' });

    expect(refused.status).toBe(422);
    expect(html).toContain('value="2024-06-05T10:00"');
    expect(html).toMatch(
      /id="f-windows-biddingStartsAt-checks"[^>]*><p class="verdict warning"><strong>提示<\/strong>/,
    );
    expect(html).toMatch(/<span class="soft source">[^<]+<\/span>/);
    expect(saved.status).toBe(303);
  });

  it('says what is wrong where nothing was changed or no reason given', async () => {
    await place(desk, id);

    const same = await desk.submit(PEOPLE.office, address, { reason: '没有' });
    const bare = await desk.submit(PEOPLE.office, address, { remarks: '自带证件' });

    expect([same.status, (await same.text()).includes('没有改动任何内容')]).toEqual([422, true]);
    expect([bare.status, (await bare.text()).includes('请写明变更的原因')]).toEqual([422, true]);
  });

  it('refuses what somebody else changed meanwhile', async () => {
    await place(desk, id);
    const { version } = await listing();
    await desk.submit(PEOPLE.office, address, { remarks: '一', reason: '补充' });

    const late = await desk.submit(PEOPLE.office, address, { _version: `${version}`, remarks: '二', reason: '补充' });

    expect(late.status).toBe(422);
    expect((await listing()).terms.remarks).toBe('一');
  });

  it('takes JSON as programs send it', async () => {
    await place(desk, id);

    const saved = await desk.sendJson(PEOPLE.office, address, { 'contact.phone': '0572-2222222', reason: '更正' });

    expect(saved.status).toBe(200);
    expect((await listing()).terms.contact).toEqual({ name: '沈会计', phone: '0572-2222222' });
  });
});
