import { describe, expect, it } from 'vitest';
import { readClaims } from '#shared/services/events/asset-lock.ts';
import { aDesk, type DeskInMemory } from '#test/office/desk-app.ts';
import { PEOPLE, POND } from '#test/support/desk.ts';
import { aDraft, approved, end, inReview, place } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const TITLE = '云村12亩鱼塘三年承租权';

async function assetPage(desk: DeskInMemory, form = 'text/html'): Promise<string> {
  return (await desk.get(PEOPLE.clerk, `/desk/assets/${POND}`, form)).text();
}

async function sold(desk: DeskInMemory): Promise<void> {
  const { id } = await approved(desk, aLease(POND));
  await place(desk, id);
  await end(desk, id, 'sold');
}

describe('the listings on the page of an asset', () => {
  it('are none at first', async () => {
    const desk = await aDesk();

    expect(await assetPage(desk)).toContain('没有挂牌过。');
  });

  it('hold a draft that takes nothing yet, by its title', async () => {
    const desk = await aDesk();
    const { id } = await aDraft(desk, aLease(POND));

    const page = await assetPage(desk);

    expect(await readClaims(desk.deskPorts, POND)).toEqual([]);
    expect(page).toContain(`<a href="/desk/listings/${id}">${TITLE}</a>:草稿`);
    expect(page).toContain('状态:<strong>空闲</strong>');
  });

  it('say at which step one waits', async () => {
    const desk = await aDesk();
    const { id } = await inReview(desk, aLease(POND));

    expect(await assetPage(desk)).toContain(`<a href="/desk/listings/${id}">${TITLE}</a>:审核中:镇街三资办审核`);
  });

  it('say of one on sale what it takes', async () => {
    const desk = await aDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);

    const page = await assetPage(desk);

    expect(page).toContain(`${TITLE}</a>:已上架`);
    expect(page).toContain('占用整体,使用期 2025-01-01 至 2027-12-31');
    expect(page).toContain('状态:<strong>挂牌中</strong>');
  });

  it('say of one that is sold that it is, though its claim stays open until nobody can default any more', async () => {
    const desk = await aDesk();
    await sold(desk);

    const page = await assetPage(desk);

    expect(await readClaims(desk.deskPorts, POND)).toMatchObject([{ state: 'open' }]);
    expect(page).toContain('已成交整体,使用期 2025-01-01 至 2027-12-31');
    expect(page).toContain('状态:<strong>已成交,待起租至 2027-12-31</strong>');
    expect(page).not.toContain('挂牌中');
  });

  it('come with the asset as JSON', async () => {
    const desk = await aDesk();
    const { id } = await aDraft(desk, aLease(POND));

    expect(JSON.parse(await assetPage(desk, 'application/json'))).toMatchObject({
      listings: [{ id, title: TITLE, state: 'draft' }],
    });
  });
});

describe('the register after a sale', () => {
  it.each([
    ['let-later', true],
    ['listed', false],
  ])('finds the asset as %s: %s', async (state, isFound) => {
    const desk = await aDesk();
    await sold(desk);

    const list = await (await desk.get(PEOPLE.clerk, `/desk/assets?state=${state}`)).text();

    expect(list.includes(`/desk/assets/${POND}`)).toBe(isFound);
  });
});
