import { describe, expect, it } from 'vitest';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { aDesk } from '#test/office/desk-app.ts';
import { PEOPLE, POND } from '#test/support/desk.ts';
import { approved, failed, inReview, place } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

describe('the page of a listing', () => {
  it('says in plain words where it stands, what comes next, by whom and until when', async () => {
    const desk = await aDesk();
    const { id } = await inReview(desk, aLease(POND));

    const response = await desk.get(PEOPLE.clerk, `/desk/listings/${id}`);

    const html = await response.text();
    expect(html).toContain('<strong>审核中</strong>');
    expect(html).toMatch(/下一步:镇街三资办审核,由 镇街三资办 办理,最迟 2024-05-\d\d。/);
    expect(html).toContain('云村12亩鱼塘三年承租权');
    expect(response.headers.get('etag')).toMatch(/^"\d+"$/);
  });

  it('marks what an accountant of the township entered in the village’s place', async () => {
    const desk = await aDesk();
    const drafted = await desk.submit(PEOPLE.accountant, '/desk/listings', { ownerId: 'village00000001a' });
    const id = drafted.headers.get('location')?.split('/')[3] ?? '';

    const html = await (await desk.get(PEOPLE.clerk, `/desk/listings/${id}`)).text();

    expect(html).toContain('镇农经站 代录');
  });

  it('offers each person the acts he may do, and no others', async () => {
    const desk = await aDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);

    const of = async (person: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
      [...(await (await desk.get(person, `/desk/listings/${id}`)).text()).matchAll(/\/act\/([a-z-]+)"/g)].map(
        ([, act]) => act,
      );

    expect(await of(PEOPLE.office)).toEqual(['withdraw', 'end-round']);
    expect(await of(PEOPLE.operator)).toEqual(['end-round']);
    expect(await of(PEOPLE.clerk)).toEqual([]);
    expect(await of(PEOPLE.auditor)).toEqual([]);
  });
});

describe('acts on a listing', () => {
  it('withdraw it with a reason, never without', async () => {
    const desk = await aDesk();
    const { id } = await inReview(desk, aLease(POND));
    const address = `/desk/listings/${id}/act/withdraw`;

    const without = await desk.submit(PEOPLE.clerk, address, { reason: '' });
    const withdrawn = await desk.submit(PEOPLE.clerk, address, { reason: '村里要自用' });

    expect([without.status, (await without.text()).includes('请写明撤回的原因')]).toEqual([422, true]);
    expect(withdrawn.status).toBe(303);
    expect(await (await desk.get(PEOPLE.clerk, `/desk/listings/${id}`)).text()).toContain('村里要自用');
  });

  it('end a round by hand: what, when and why, as a form and as JSON', async () => {
    const desk = await aDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);
    const address = `/desk/listings/${id}/act/end-round`;
    const ending = { at: '2024-05-06T09:00', cause: '平台成交公告' };

    const bare = await desk.submit(PEOPLE.office, address, { ...ending, outcome: 'sold' });
    const sold = await desk.sendJson(PEOPLE.office, address, { ...ending, outcome: 'sold', hammerYuan: '56000' });
    const defaulted = await desk.submit(PEOPLE.office, address, {
      ...ending,
      outcome: 'defaulted',
      cause: '逾期未付款',
    });

    expect([bare.status, (await bare.text()).includes('请填写成交价')]).toEqual([422, true]);
    expect([sold.status, defaulted.status]).toEqual([200, 303]);
    expect((await readListing(PEOPLE.clerk, desk.deskPorts, id)).listing.state).toBe('defaulted');
  });

  it('open the next round with old price, cut and cumulative cut in sight', async () => {
    const desk = await aDesk();
    const { id } = await failed(desk, aLease(POND));
    const address = `/desk/listings/${id}/act/next-round`;

    const form = await (await desk.get(PEOPLE.clerk, address)).text();
    const opened = await desk.submit(PEOPLE.clerk, address, {
      startPriceYuan: '45000',
      'windows.noticeOn': '2024-07-01',
      'windows.biddingStartsAt': '2024-07-20T10:00',
      decidedBy: '社管会',
      decidedOn: '2024-05-05',
    });
    const page = await (await desk.get(PEOPLE.clerk, `/desk/listings/${id}`)).text();

    expect(form).toContain('50,000.00 元/年');
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/desk/listings/${id}/edit/times`]);
    expect(page).toMatch(/<td data-label="比上一轮">降 10%<\/td><td data-label="累计">降 10%<\/td>/);
    expect(page).toContain('社管会,2024-05-05');
  });

  it('let by agreement only on the office’s record, and say what is missing', async () => {
    const desk = await aDesk();
    const { id } = await failed(desk, aLease(POND));
    const address = `/desk/listings/${id}/act/agreement`;

    const byClerk = await desk.submit(PEOPLE.clerk, address, {});
    const tooEarly = await desk.submit(PEOPLE.office, address, {
      priceYuan: '44000',
      publicityFrom: '2024-05-06',
      publicityUntil: '2024-05-07',
      reason: '三轮流拍',
    });

    const html = await tooEarly.text();
    expect([byClerk.status, tooEarly.status]).toEqual([403, 422]);
    expect(html).toContain('不能低于最后一次批准的最低价');
    expect(html).toContain('value="44000"');
  });
});
