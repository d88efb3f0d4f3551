import { describe, expect, it } from 'vitest';
import { auditFindings } from '#shared/domain/events/audit.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { fen } from '#shared/domain/money.ts';
import { pairId } from '#shared/domain/same-asset/decision.ts';
import type { Instant } from '#shared/domain/time.ts';
import { readLog } from '#shared/services/events/load.ts';
import { confirmPair } from '#shared/services/same-asset/commands.ts';
import { readSameAssetBoard } from '#shared/services/same-asset/view.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { againInJune, aPond, aSameAsset } from './a-same-asset.ts';

const MAY = aPond('1');
const JUNE = againInJune('2');
const JULY = aPond('3', {
  platform: 'elsewhere',
  startsAt: '2024-07-02T02:00:00.000Z' as Instant,
  endsAt: '2024-07-03T02:00:00.000Z' as Instant,
});

const ids = (...cards: readonly LotCard[]) => cards.map(({ lotId }) => lotId);

async function proposedBy(desk: Awaited<ReturnType<typeof aSameAsset>>) {
  const { proposals } = await readSameAssetBoard(PEOPLE.office, desk.ports);
  return proposals.map(({ pair }) => pair);
}

describe('lots that may be one asset', () => {
  it('are proposed once for any two groups, and joined by nobody but a person', async () => {
    const desk = await aSameAsset([MAY, JUNE, JULY]);

    expect(await proposedBy(desk)).toHaveLength(3);
    expect(await desk.groupOf(MAY)).toEqual(ids(MAY));

    await desk.confirm(MAY, JUNE);

    expect(await proposedBy(desk)).toHaveLength(1);
    expect(await desk.groupOf(JUNE)).toEqual(ids(MAY, JUNE));
  });

  it('are the same groups whichever was confirmed first, and after an undo the groups before', async () => {
    const [one, other] = [await aSameAsset([MAY, JUNE, JULY]), await aSameAsset([MAY, JUNE, JULY])];
    await one.confirm(MAY, JUNE);
    await one.confirm(JUNE, JULY);
    await other.confirm(JULY, JUNE);
    await other.confirm(JUNE, MAY);

    expect(await one.groupOf(MAY)).toEqual(ids(MAY, JUNE, JULY));
    expect(await other.groupOf(MAY)).toEqual(await one.groupOf(MAY));

    await one.undo(JULY, JUNE);

    expect(await one.groupOf(MAY)).toEqual(ids(MAY, JUNE));
    expect(await one.groupOf(JULY)).toEqual(ids(JULY));
  });

  it('are kept in a log with the evidence as it was seen, the reason, and who', async () => {
    const desk = await aSameAsset([MAY, JUNE]);
    await desk.confirm(MAY, JUNE);
    desk.put({ ...JUNE, area: null });
    await desk.undo(MAY, JUNE, '是两口塘');

    const stream = { kind: 'same-asset', id: pairId(sha256, MAY.lotId, JUNE.lotId) } as const;
    const log = await readLog(desk.ports, stream);

    expect(log.map(({ event, by }) => [event.type, by.name])).toEqual([
      ['confirmed', '交易中心'],
      ['undone', '交易中心'],
    ]);
    expect(log[0]?.event.data).toMatchObject({
      evidence: expect.arrayContaining([{ code: 'area', left: '12 亩', right: '12 亩' }]),
    });
    expect(log[1]?.event.data).toMatchObject({ reason: '是两口塘' });
    expect(auditFindings(sha256, [{ stream, log }], [])).toEqual([]);
  });
});

describe('a pair that was refused', () => {
  it('is not proposed again, nor by another lot of its group, until its evidence changes', async () => {
    const desk = await aSameAsset([MAY, JUNE, JULY]);
    await desk.confirm(MAY, JUNE);
    await desk.refuse(JUNE, JULY);

    expect(await proposedBy(desk)).toEqual([]);

    desk.put({ ...JULY, startPriceFen: fen(23_000_00) });

    expect(await proposedBy(desk)).toHaveLength(1);
  });

  it('is not proposed again after an undo, but may be confirmed anew', async () => {
    const desk = await aSameAsset([MAY, JUNE]);
    await desk.confirm(MAY, JUNE);
    await desk.undo(MAY, JUNE);

    expect(await proposedBy(desk)).toEqual([]);

    await desk.confirm(MAY, JUNE);

    expect(await desk.groupOf(MAY)).toEqual(ids(MAY, JUNE));
  });

  it('is shown as a conflict where links a person confirmed join it all the same', async () => {
    const desk = await aSameAsset([MAY, JUNE, JULY]);
    await desk.refuse(MAY, JULY);
    await desk.confirm(MAY, JUNE);
    expect((await readSameAssetBoard(PEOPLE.office, desk.ports)).conflicts).toEqual([]);
    await desk.confirm(JUNE, JULY);

    const { conflicts } = await readSameAssetBoard(PEOPLE.office, desk.ports);

    expect(conflicts.map(({ pair }) => pair)).toEqual([ids(MAY, JULY).toSorted()]);
  });
});

describe('a decision on a pair', () => {
  it('is refused when the evidence is another than the person saw, or not enough', async () => {
    const desk = await aSameAsset([MAY, JUNE]);
    const command = desk.command();
    const stale = { ...desk.sides(MAY, JUNE), hash: 'of what stood there before' };

    await expect(confirmPair(PEOPLE.office, desk.ports, command, stale)).rejects.toMatchObject({
      code: 'SAME_ASSET.CHANGED',
    });
    desk.put({ ...JUNE, seller: null, location: null, area: null });
    await expect(desk.confirm(MAY, JUNE)).rejects.toMatchObject({ code: 'SAME_ASSET.STATE' });
  });

  it('is for the office alone', async () => {
    const desk = await aSameAsset([MAY, JUNE]);

    for (const person of [PEOPLE.auditor, PEOPLE.clerk, PEOPLE.operator]) {
      await expect(desk.confirm(MAY, JUNE, person)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    }
  });

  it('is undone only with a reason, and only while it is a merge', async () => {
    const desk = await aSameAsset([MAY, JUNE]);

    await expect(desk.undo(MAY, JUNE, ' ')).rejects.toMatchObject({ code: 'FORM.INVALID' });
    await expect(desk.undo(MAY, JUNE)).rejects.toMatchObject({ code: 'SAME_ASSET.STATE' });
  });
});
