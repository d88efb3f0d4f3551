import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { parseDocumentArrived } from '#shared/messages/document-arrived.ts';
import { recoverDocuments } from '#shared/services/recover-documents.ts';
import { aDesk, aLot, aPage } from '#test/support/builders.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';

const RECOVER = systemCaller('recover');

function aRecovery() {
  const desk = aDesk();
  const waiting = memoryQueue();
  return { ...desk, waiting, recover: () => recoverDocuments(RECOVER, { ...desk, waiting }) };
}

describe('recoverDocuments', () => {
  it('queues again what was stored and never mapped, and nothing else', async () => {
    const { bring, map, recover, waiting } = aRecovery();
    await map(await bring(aPage({ lots: [aLot()] }), 0));
    await map(await bring({ refused: 'DOCUMENT.DRIFT' }, 1));
    const lost = await bring(aPage({ lots: [aLot()] }), 2);

    const found = await recover();

    expect(found).toEqual({ seen: 3, queued: 1 });
    expect(waiting.sent.flatMap(({ body }) => parseDocumentArrived(body))).toEqual([lost]);
  });

  it('finds nothing once all is mapped', async () => {
    const { bring, map, recover } = aRecovery();
    await map(await bring(aPage(), 0));

    expect(await recover()).toEqual({ seen: 1, queued: 0 });
  });

  it('looks at every document, however many pages of keys there are', async () => {
    const { documents, recover } = aRecovery();
    for (let index = 0; index < 2001; index++) {
      const key = `documents/virtual.lot.20240506T020000000Z-${index.toString(16).padStart(64, '0')}`;
      await documents.putIfAbsent({ key, bytes: new Uint8Array(), contentType: 'text/plain' });
    }

    expect(await recover()).toEqual({ seen: 2001, queued: 2001 });
  });

  it('passes over objects that are no documents', async () => {
    const { documents, recover } = aRecovery();
    await documents.putIfAbsent({ key: 'documents/readme', bytes: new Uint8Array(), contentType: 'text/plain' });

    expect(await recover()).toEqual({ seen: 0, queued: 0 });
  });

  it('works for the system only', async () => {
    const desk = aDesk();

    const recovered = recoverDocuments(PUBLIC_CALLER, { ...desk, waiting: memoryQueue() });

    await expect(recovered).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});
