import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import type { DeskStatement } from '#shared/domain/listing/statement.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { aReplayDesk, LOT } from '#test/services/replay-desk.ts';
import { aDesk, aLot, aLotSaying, aPage, minute } from '#test/support/builders.ts';
import { cataloguePage, lotPage } from '#test/web/showing.ts';
import { aStatement, bytesWith, state, stateBadly } from './desk.ts';

describe('what the desk states of a lot', () => {
  it('reaches its record as a document does, with its approval, corrections and handing over', async () => {
    const desk = aDesk();
    await desk.map(await desk.bring(aPage({ lots: [aLot()] }), 100));

    const documentId = await state(desk.documents, LOT);
    const outcome = await desk.map(documentId);

    expect(outcome).toMatchObject({ outcome: 'applied', kind: 'desk', mappingVersion: 1, lots: 1, changed: [LOT] });
    expect(outcome).toMatchObject({ sourceTime: minute(50), quarantined: 0 });
    expect((await readLot(PUBLIC_CALLER, desk, LOT)).card).toMatchObject({
      version: 2,
      status: 'bidding',
      submittedAt: minute(10),
      corrections: [{ returnedAt: minute(20), resubmittedAt: minute(30) }],
      approvedAt: minute(40),
      materialsCompleteAt: minute(50),
      reference: 'listing00000001a',
      round: 2,
    });
    expect(desk.changes.sent).toHaveLength(2);
  });

  it('is the same object every time it is put, and mapped again changes nothing', async () => {
    const desk = aDesk();
    const documentId = await state(desk.documents, LOT);
    await desk.map(documentId);
    const before = desk.records.items();

    expect(await state(desk.documents, LOT)).toBe('');
    await desk.map(documentId);

    expect(desk.records.items()).toEqual(before);
  });

  it.each([
    [10, 'before'],
    [100, 'after'],
  ])('beats the platform’s word of when materials were complete, said at minute %i, %s ours', async (minutes) => {
    const desk = aDesk();
    const claimed = aPage({ lots: [aLotSaying({ materialsCompleteAt: minute(55) })] });
    const page = await desk.bring(claimed, minutes);
    const ours = await state(desk.documents, LOT);

    for (const documentId of minutes === 10 ? [page, ours] : [ours, page]) await desk.map(documentId);

    const { card, state: record } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(card.materialsCompleteAt).toBe(minute(50));
    expect(record.facts.materialsCompleteAt?.value).toBe(minute(55));
  });

  it('leaves to the platform what the platform says itself, in whatever order both arrive', async () => {
    const said = { url: 'https://example.invalid/lots/1024', round: 1, liveAt: minute(70), reference: '甲-7' };
    await fc.assert(
      fc.asyncProperty(fc.boolean(), async (isFirst) => {
        const desk = aDesk();
        const page = await desk.bring(aPage({ lots: [aLot(said)] }), 80);
        const ours = await state(desk.documents, LOT, aStatement({ liveAt: minute(65) }));

        for (const documentId of isFirst ? [ours, page] : [page, ours]) await desk.map(documentId);

        expect((await readLot(PUBLIC_CALLER, desk, LOT)).card).toMatchObject({ ...said, approvedAt: minute(40) });
      }),
      { numRuns: 4, seed: 7 },
    );
  });

  it('stands where the platform is silent', async () => {
    const desk = aDesk();
    await desk.map(await desk.bring(aPage({ lots: [aLot()] }), 80));

    await desk.map(
      await state(desk.documents, LOT, aStatement({ liveAt: minute(65), url: 'http://example.invalid/1' })),
    );

    const { card } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(card).toMatchObject({ liveAt: minute(65), url: null });
  });

  it('begins the record of a lot nobody has collected yet, of which people see its number and no status', async () => {
    const desk = aDesk();
    const lotId = toLotId('virtual', '标的#7');

    await desk.map(await state(desk.documents, lotId));

    const { card, state: record } = await readLot(PUBLIC_CALLER, desk, lotId);
    expect(card).toMatchObject({ externalId: '标的#7', status: 'unknown', title: null, tradeCategory: null });
    expect(card.url).toBe('https://example.invalid/from-the-desk');
    const catalogue = cataloguePage([card]);
    expect(catalogue).toContain('标的#7');
    expect(catalogue).toContain('状态未知');
    const page = lotPage({ card, state: record });
    expect(page).toContain('<h1>标的#7</h1>');
    expect(page).toContain('1 次:2024年5月6日 10:20 至 2024年5月6日 10:30');
    expect(page).toContain('本系统挂牌记录');
  });

  it('is read by replays too', async () => {
    const desk = aReplayDesk();
    const page = await desk.bring(
      { ...aPage({ lots: [aLot({ title: 'new' })] }), first: { refused: 'DOCUMENT.DRIFT' } },
      80,
    );
    await desk.map(page);
    await desk.map(await state(desk.documents, LOT));

    await desk.replay({ documents: [page], lots: [LOT] });

    expect((await readLot(PUBLIC_CALLER, desk, LOT)).card).toMatchObject({ title: 'new', approvedAt: minute(40) });
  });
});

describe('a statement that is not one', () => {
  it.each<[string, Uint8Array, string | undefined]>([
    ['of another schema', bytesWith({ schema: 'desk-statement.v2' }), '1024'],
    ['with a field nobody named', bytesWith({ clerk: '沈会计' }), '1024'],
    ['without a time', bytesWith({ approvedAt: undefined }), '1024'],
    ['with a time that is none', bytesWith({ approvedAt: 'soon' }), '1024'],
    ['that is no JSON', new TextEncoder().encode('<html>'), '1024'],
    ['that is not UTF-8', Uint8Array.of(0xff, 0xfe), '1024'],
    ['about no lot', bytesWith({}), undefined],
  ])('%s is refused as a whole', async (_, bytes, subject) => {
    const desk = aDesk();

    const outcome = await desk.map(await stateBadly(desk.documents, bytes, subject));

    expect(outcome).toMatchObject({ outcome: 'refused', code: 'DOCUMENT.DRIFT', mappingVersion: 1 });
    expect(desk.records.items('LOT#')).toEqual([]);
  });

  it('is refused where nobody knows the platform', async () => {
    const desk = aDesk();

    const outcome = await desk.map(await state(desk.documents, 'nowhere.1', aStatement()));

    expect(outcome).toMatchObject({ outcome: 'refused', code: 'PLATFORM.UNKNOWN' });
  });

  it('reads back as it was written', async () => {
    const desk = aDesk();
    const statement: DeskStatement = aStatement({ corrections: [], liveAt: minute(61) });

    await desk.map(await state(desk.documents, LOT, statement));

    expect((await readLot(PUBLIC_CALLER, desk, LOT)).card).toMatchObject({ corrections: [], liveAt: minute(61) });
  });
});
