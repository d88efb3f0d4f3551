import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { parseReplayRequested } from '#shared/messages/replay-requested.ts';
import { readReplay } from '#shared/services/replay/read-replay.ts';
import { replayDocuments } from '#shared/services/replay/replay-documents.ts';
import { requestReplay } from '#shared/services/replay/request-replay.ts';
import { aLot, aPage } from '#test/support/builders.ts';
import { countingIds } from '#test/support/fixed-ambient.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';
import { aReplayDesk, LOT, OPERATOR } from './replay-desk.ts';

function aRequestDesk() {
  const desk = aReplayDesk();
  const replays = memoryQueue();
  const ports = { ...desk.ports, replays, ids: countingIds('r') };
  const request = (documents: readonly string[], lots: readonly string[]) =>
    requestReplay(OPERATOR, ports, { documents, lots, scope: '虚拟平台' });
  const parts = () => replays.sent.map(({ body }) => parseReplayRequested(body));
  return { ...desk, ports, replays, request, parts };
}

function documentIds(count: number, subject = ''): readonly string[] {
  const hash = (index: number) => String(index).padStart(64, '0');
  return Array.from({ length: count }, (_, index) => `virtual.lot.20240506T020000000Z-${hash(index)}${subject}`);
}

describe('requestReplay', () => {
  it('sends documents and lots in parts of twenty, each once', async () => {
    const desk = aRequestDesk();
    const documents = documentIds(41);

    const answer = await desk.request([...documents, ...documents], [LOT, LOT]);

    expect(answer).toEqual({ replayId: 'r1', parts: 4 });
    expect(desk.parts().map((part) => [part.part, part.documents.length, part.lots.length])).toEqual([
      [1, 20, 0],
      [2, 20, 0],
      [3, 1, 0],
      [4, 0, 1],
    ]);
    expect(desk.parts().flatMap((part) => part.documents)).toEqual(documents);
  });

  it('keeps every message within 16 KB, however long the ids are', async () => {
    const desk = aRequestDesk();

    await desk.request(documentIds(20, `.${'x'.repeat(600)}`), []);

    expect(desk.parts().flatMap(({ documents }) => documents)).toHaveLength(20);
    for (const { body } of desk.replays.sent) expect(JSON.stringify(body).length).toBeLessThanOrEqual(16 * 1024);
  });

  it.each([
    ['a document id', ['../etc'], []],
    ['a lot id', [], ['no lot']],
    ['anything', [], []],
  ])('refuses what is not %s', async (_, documents, lots) => {
    const desk = aRequestDesk();

    await expect(desk.request(documents, lots)).rejects.toMatchObject({ code: 'REQUEST.INVALID' });
    expect(desk.replays.sent).toEqual([]);
  });

  it('is for operators', async () => {
    const desk = aRequestDesk();
    const asked = requestReplay(PUBLIC_CALLER, desk.ports, { documents: [], lots: [LOT], scope: '' });

    await expect(asked).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(readReplay(PUBLIC_CALLER, desk, 'r1')).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

describe('readReplay', () => {
  it('tells how far a replay is and, in the end, what it changed', async () => {
    const desk = aRequestDesk();
    const page = { ...aPage({ lots: [aLot()] }), first: { refused: 'DOCUMENT.DRIFT' } as const };
    const documentId = await desk.bring(page, 0);
    await desk.map(documentId);
    const { replayId } = await desk.request([documentId], [LOT]);
    expect(await readReplay(OPERATOR, desk, replayId)).toMatchObject({ parts: 2, done: false, reports: [] });

    for (const part of desk.parts()) await replayDocuments(systemCaller('replay'), desk.ports, part);

    const progress = await readReplay(OPERATOR, desk, replayId);
    expect(progress).toMatchObject({ scope: '虚拟平台', requestedBy: 'operator-1', requestedAt: desk.clock.now() });
    expect(progress).toMatchObject({ done: true, counts: { documents: 1, mended: 1, lots: 2 } });
    expect(progress.reports.map(({ part }) => part)).toEqual([1, 2]);
  });

  it.each(['nobody-asked', '#', 'x'.repeat(3000)])('does not find a replay nobody asked for', async (replayId) => {
    await expect(readReplay(OPERATOR, aReplayDesk(), replayId)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});

describe('the report of a part', () => {
  it('keeps within 100 KB and counts what it leaves out', async () => {
    const desk = aReplayDesk();
    const lots = Array.from({ length: 300 }, (_, index) => ({
      externalId: `${index}`,
      facts: { title: '厂'.repeat(400), seller: '村'.repeat(400) },
    }));
    const documentId = await desk.bring({ ...aPage({ lots }), first: { refused: 'DOCUMENT.DRIFT' } }, 0);

    await desk.replay({ documents: [documentId] });

    const [item] = desk.records.items('REPLAY#');
    expect(new TextEncoder().encode(JSON.stringify(item)).length).toBeLessThan(100_000);
    expect(item?.['counts']).toMatchObject({ lots: 300, changed: 300 });
  });
});
