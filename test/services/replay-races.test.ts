import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import type { Item, ItemStore } from '#shared/ports/item-store.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { aLotSaying, aPage } from '#test/support/builders.ts';
import { aReplayDesk, LOT } from './replay-desk.ts';

function isFlip(item: Item): boolean {
  return item.sk === 'STATE' && item['lastDocument'] === 'replay:replay-1#1';
}

/** The store, with something else happening once, right before the replay flips a lot. */
function beforeTheFlip(store: ItemStore, meanwhile: () => Promise<unknown>): ItemStore {
  let pending = true;
  return {
    ...store,
    async put(item, condition) {
      if (pending && isFlip(item)) {
        pending = false;
        await meanwhile();
      }
      return store.put(item, condition);
    },
  };
}

/** A desk where the first mapping read a round that is none, next to a title. */
async function aMisreadDesk() {
  const desk = aReplayDesk();
  const page = {
    ...aPage({ lots: [aLotSaying({ title: 'one' })] }),
    first: aPage({ lots: [aLotSaying({ title: 'one', round: 2 })] }),
  };
  const documentId = await desk.bring(page, 0);
  await desk.map(documentId);
  const card = async () => (await readLot(PUBLIC_CALLER, desk, LOT)).card;
  return { ...desk, documentId, card };
}

describe('a replay beside documents that arrive', () => {
  it('starts again when a document changes the lot under it', async () => {
    const desk = await aMisreadDesk();
    const newer = await desk.bring(aPage({ lots: [aLotSaying({ title: 'two' })] }), 1);

    await desk.replay({ lots: [LOT] }, { records: beforeTheFlip(desk.records, () => desk.map(newer)) });

    expect(await desk.card()).toMatchObject({ title: 'two', round: null, version: 3 });
    expect(desk.changes.sent.at(-1)?.body).toMatchObject({ causedBy: 'replay:replay-1', lots: [{ version: 3 }] });
  });

  it('leaves the last word to a document that found nothing to say against the record as it was', async () => {
    const desk = await aMisreadDesk();
    const round = await desk.bring(aPage({ lots: [aLotSaying({ round: 2 })] }), 1);

    await desk.replay({ lots: [LOT] }, { records: beforeTheFlip(desk.records, () => desk.map(round)) });

    expect(await desk.card()).toMatchObject({ title: 'one', round: 2 });
  });

  it('gives up for a while when the lot never stands still', async () => {
    const desk = await aMisreadDesk();
    const records: ItemStore = {
      ...desk.records,
      put: async (item, condition) => (isFlip(item) ? 'refused' : desk.records.put(item, condition)),
    };

    await expect(desk.replay({ lots: [LOT] }, { records })).rejects.toMatchObject({ code: 'STORE.CONTENTION' });
    expect(await desk.card()).toMatchObject({ round: 2, version: 1 });
  });
});

describe('a replay delivered again', () => {
  it('announces what a delivery before it wrote and did not announce', async () => {
    const desk = await aMisreadDesk();
    const deaf = { send: () => Promise.reject(new Error('the queue is away')) };
    await expect(desk.replay({ documents: [desk.documentId] }, { changes: deaf })).rejects.toThrow('the queue is away');
    const before = desk.state();

    const part = await desk.replay({ documents: [desk.documentId] });

    expect(desk.state()).toEqual(before);
    expect(desk.changes.sent.at(-1)?.body).toMatchObject({ causedBy: 'replay:replay-1', lots: [{ version: 2 }] });
    expect(part.lots).toMatchObject([{ lotId: LOT, changed: true, differences: [] }]);
  });

  it('still tells what the documents were before', async () => {
    const desk = aReplayDesk();
    const page = { ...aPage({ lots: [aLotSaying({ title: 'one' })] }), first: { refused: 'DOCUMENT.DRIFT' } as const };
    const documentId = await desk.bring(page, 0);
    await desk.map(documentId);
    await desk.replay({ documents: [documentId] });

    const part = await desk.replay({ documents: [documentId] });

    expect(part.documents).toMatchObject([{ before: 'refused', after: 'applied' }]);
  });

  it('leaves a document that is half way to its own delivery, which announces what it wrote', async () => {
    const desk = aReplayDesk();
    const documentId = await desk.bring(aPage({ lots: [aLotSaying({ title: 'one' })] }), 0);
    const deaf = { send: () => Promise.reject(new Error('the queue is away')) };
    await expect(desk.map(documentId, { changes: deaf })).rejects.toThrow('the queue is away');

    await desk.replay({ documents: [documentId] });

    await desk.map(documentId);
    expect(desk.changes.sent.map(({ body }) => body)).toMatchObject([{ lots: [{ lotId: LOT, version: 1 }] }]);
  });

  it('leaves no outcome of a document that is not stored, so that it is mapped when it comes', async () => {
    const desk = aReplayDesk();
    const content = aPage({ lots: [aLotSaying({ title: 'one' })] });
    const documentId = await aReplayDesk().bring(content, 0);

    const part = await desk.replay({ documents: [documentId] });

    expect(part.documents).toMatchObject([{ before: 'none', after: 'refused', code: 'RESOURCE.NOT_FOUND' }]);
    await desk.bring(content, 0);
    expect(await desk.map(documentId)).toMatchObject({ outcome: 'applied' });
  });
});
