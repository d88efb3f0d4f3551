import { describe, expect, it } from 'vitest';
import { verifyDraw } from '#shared/domain/listing/draw.ts';
import { announceDraw } from '#shared/services/desk/listing/announce-draw.ts';
import { choosePlatform } from '#shared/services/desk/listing/choose-platform.ts';
import { drawPlatform } from '#shared/services/desk/listing/draw-platform.ts';
import { aListingDesk, HOUSE, PEOPLE, POND, PUBLIC, UNADMITTED } from '#test/support/desk.ts';
import { aDraft, submit } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';

const BOTH = { candidates: [PUBLIC, HOUSE] };

describe('drawing the platform by lot', () => {
  it('publishes the hash of the seed first, and can be computed again by anybody after', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));

    const announced = await announceDraw(PEOPLE.clerk, desk.ports, id, desk.command(), BOTH);
    const { state } = await drawPlatform(PEOPLE.clerk, desk.ports, id, desk.command());

    const draw = state.choice?.draw;
    if (!draw) throw new Error('nothing was drawn');
    expect(draw.seedHash).toBe(announced.state.drawAnnounced?.seedHash);
    expect(verifyDraw(sha256, id, draw)).toEqual({ isSeedPublished: true, chosen: state.choice?.platform });
    expect(verifyDraw(sha256, id, { ...draw, seed: 'another' }).isSeedPublished).toBe(false);
  });

  it('keeps the seed out of the log until it is drawn', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));
    await announceDraw(PEOPLE.clerk, desk.ports, id, desk.command(), BOTH);

    const [sealed] = desk.records.items('DRAW#');

    expect(JSON.stringify(desk.records.items('LISTING#'))).not.toContain(String(sealed?.['seed']));
    expect(JSON.stringify(desk.records.items('CARDS#'))).not.toContain(String(sealed?.['seed']));
  });

  it('keeps its seed when the announcement breaks off before its event', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));
    const crashing = desk.over({
      ...desk.records,
      put: (item, condition) => {
        if (item.sk.startsWith('EVENT#')) throw new Error('crash');
        return desk.records.put(item, condition);
      },
    });

    await expect(announceDraw(PEOPLE.clerk, crashing, id, desk.command(), BOTH)).rejects.toThrow('crash');
    const [before] = desk.records.items('DRAW#');
    await announceDraw(PEOPLE.clerk, desk.ports, id, desk.command(), BOTH);

    expect(desk.records.items('DRAW#')).toEqual([before]);
  });

  it('happens once: no second seed, no second draw, no choice beside it', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));
    await expect(drawPlatform(PEOPLE.clerk, desk.ports, id, desk.command())).rejects.toMatchObject({
      code: 'LISTING.DRAW',
    });
    await announceDraw(PEOPLE.clerk, desk.ports, id, desk.command(), BOTH);

    const second = announceDraw(PEOPLE.clerk, desk.ports, id, desk.command(), BOTH);
    await expect(second).rejects.toMatchObject({ code: 'LISTING.DRAW' });
    const chosen = choosePlatform(PEOPLE.clerk, desk.ports, id, desk.command(), { platform: HOUSE, reason: '近' });
    await expect(chosen).rejects.toMatchObject({ code: 'LISTING.DRAW' });
    await drawPlatform(PEOPLE.clerk, desk.ports, id, desk.command());
    const again = drawPlatform(PEOPLE.clerk, desk.ports, id, desk.command());
    await expect(again).rejects.toMatchObject({ code: 'LISTING.DRAW' });
  });

  it('cannot be left out once it was announced', async () => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));
    await announceDraw(PEOPLE.clerk, desk.ports, id, desk.command(), BOTH);

    await expect(submit(desk, id)).rejects.toMatchObject({
      code: 'LISTING.INCOMPLETE',
      details: { errors: [{ pointer: '/choice', detail: '已公布摇号,请先抽取' }] },
    });
  });

  it.each([
    [[PUBLIC, PUBLIC], 'FORM.INVALID'],
    [[PUBLIC, UNADMITTED], 'LISTING.NOT_ADMITTED'],
  ])('refuses %j', async (candidates, code) => {
    const desk = await aListingDesk();
    const { id } = await aDraft(desk, aLease(POND));

    await expect(announceDraw(PEOPLE.clerk, desk.ports, id, desk.command(), { candidates })).rejects.toMatchObject({
      code,
    });
  });
});
