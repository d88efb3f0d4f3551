import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { statusOf } from '#shared/domain/lot-state.ts';
import { fen } from '#shared/domain/money.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Item } from '#shared/ports/item-store.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { readDocumentOutcome } from '#shared/services/read-document.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { meteredStore } from '#shared/services/records/write-meter.ts';
import { aBid, aDesk, aLot, aLotSaying, aPage, minute } from '#test/support/builders.ts';

const LOT = 'virtual.1024';
const OPERATOR = { id: 'operator-1', roles: ['operator'] } as const;

describe('normaliseDocument', () => {
  it('makes a record of a lot it never saw and announces it', async () => {
    const desk = aDesk();
    const documentId = await desk.bring(aPage({ lots: [aLot({ currentPrice: fen(5) })] }), 0);

    const outcome = await desk.map(documentId);

    const { card } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(card).toMatchObject({
      version: 1,
      title: '梧桐村厂房',
      status: 'bidding',
      currentPriceFen: 5,
      asOf: minute(0),
    });
    expect(outcome).toMatchObject({ outcome: 'applied', lots: 1, changed: [LOT], correlationId: 'correlation-1' });
    expect(desk.changes.sent.map(({ body }) => body)).toEqual([
      {
        schema: 'lots-changed.v1',
        causedBy: documentId,
        correlationId: 'correlation-1',
        lots: [{ lotId: LOT, version: 1 }],
      },
    ]);
  });

  it('takes the clock of the page over the time it was taken', async () => {
    const desk = aDesk();
    const early = await desk.bring(aPage({ clock: minute(1), lots: [aLotSaying({ title: 'old' })] }), 30);
    const late = await desk.bring(aPage({ clock: minute(2), lots: [aLotSaying({ title: 'new' })] }), 20);

    await desk.map(late);
    await desk.map(early);

    expect((await readLot(PUBLIC_CALLER, desk, LOT)).card).toMatchObject({ title: 'new', asOf: minute(2) });
  });

  it.each<ErrorCode>(['DOCUMENT.DRIFT', 'DOCUMENT.BLOCKED', 'DOCUMENT.EMPTY', 'DOCUMENT.ENCODING'])(
    'leaves an outcome of a document refused with %s and changes nothing',
    async (code) => {
      const desk = aDesk();
      await desk.map(await desk.bring(aPage({ lots: [aLot()] }), 0));
      const before = desk.records.items();
      const documentId = await desk.bring({ refused: code }, 1);

      const outcome = await desk.map(documentId);

      expect(outcome).toMatchObject({ outcome: 'refused', code });
      expect(await readDocumentOutcome(OPERATOR, desk, documentId)).toMatchObject({ outcome: 'refused', code });
      const others = ({ pk, sk }: Item) => pk !== `DOCUMENT#${documentId}` && sk !== documentId;
      expect(desk.records.items().filter(others)).toEqual(before);
      expect(desk.changes.sent).toHaveLength(1);
    },
  );

  it('refuses a page whose lot has no usable id', async () => {
    const desk = aDesk();
    const documentId = await desk.bring(aPage({ lots: [{ externalId: '', facts: {} }, aLot()] }), 0);

    expect(await desk.map(documentId)).toMatchObject({ outcome: 'refused', code: 'DOCUMENT.DRIFT' });
    expect(desk.records.items('LOT#')).toEqual([]);
  });

  it('refuses a document nobody stored', async () => {
    const desk = aDesk();

    const outcome = await desk.map(`virtual.lot.20240506T020000000Z-${'0'.repeat(64)}`);

    expect(outcome).toMatchObject({ outcome: 'refused', code: 'RESOURCE.NOT_FOUND' });
  });

  it('tells what it could not read', async () => {
    const desk = aDesk();
    const rows = Array.from({ length: 12 }, (_, row) => ({ path: `/rows/${row}`, reason: 'x'.repeat(300) }));

    const outcome = await desk.map(await desk.bring(aPage({ lots: [aLot()], quarantined: rows }), 0));

    const complaints = rows.slice(0, 10).map(({ path }) => ({ path, reason: 'x'.repeat(200) }));
    expect(outcome).toMatchObject({ quarantined: 12, complaints });
  });

  it('works for the system only', async () => {
    const desk = aDesk();
    const documentId = await desk.bring(aPage(), 0);

    await expect(normaliseDocument(OPERATOR, desk.ports, documentId)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

describe('normaliseDocument, delivered again', () => {
  it('changes nothing and writes nothing once the outcome is there', async () => {
    const desk = aDesk();
    const documentId = await desk.bring(aPage({ lots: [aLot()] }), 0);
    const outcome = await desk.map(documentId);
    const meter = meteredStore(desk.records);

    const again = await desk.map(documentId, { records: meter.store });

    expect(again).toEqual(outcome);
    expect(meter.usage().puts).toEqual({});
  });

  it('sends the change again and writes no lot when it had stopped before sending', async () => {
    const desk = aDesk();
    const documentId = await desk.bring(aPage({ lots: [aLot()], bids: [{ externalId: '1024', bids: [aBid(1)] }] }), 0);
    const deaf = { send: () => Promise.reject(new Error('the queue is away')) };
    await expect(desk.map(documentId, { changes: deaf })).rejects.toThrow('the queue is away');
    const meter = meteredStore(desk.records);

    const outcome = await desk.map(documentId, { records: meter.store });

    expect(desk.changes.sent.map(({ body }) => body)).toMatchObject([{ lots: [{ lotId: LOT, version: 1 }] }]);
    expect(outcome).toMatchObject({ changed: [LOT] });
    expect(meter.usage().puts['LOT']).toBeUndefined();
  });

  it('announces the version that stands when another wrote meanwhile', async () => {
    const desk = aDesk();
    const first = await desk.bring(aPage({ lots: [aLot()] }), 0);
    const deaf = { send: () => Promise.reject(new Error('the queue is away')) };
    await expect(desk.map(first, { changes: deaf })).rejects.toThrow('the queue is away');
    await desk.map(await desk.bring(aPage({ lots: [aLot({ currentPrice: fen(7) })] }), 1));

    await desk.map(first);

    const said = { lots: [{ lotId: LOT, version: 2 }] };
    expect(desk.changes.sent.map(({ body }) => body)).toMatchObject([said, said]);
  });
});

describe('a status word', () => {
  it('reverses nothing when an older page comes late', async () => {
    const desk = aDesk();
    await desk.map(await desk.bring(aPage({ lots: [aLot({ hammerPrice: fen(9) }, 'sold')] }), 9));

    await desk.map(await desk.bring(aPage({ lots: [aLot({}, 'bidding')] }), 5));

    const { state, card } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(statusOf(state)).toBe('sold');
    expect(card).toMatchObject({ hammerPriceFen: 9, contradictions: [] });
  });
});
