import { describe, expect, it } from 'vitest';
import type { LotObservation } from '#shared/domain/observation.ts';
import { addMs } from '#shared/domain/time.ts';
import { keys } from '#shared/services/records/keys.ts';
import { countFill, findSilentFacts } from '#shared/services/watch-fill-rates.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

function lots(count: number, saying: number): readonly LotObservation[] {
  return Array.from({ length: count }, (_, index) => ({
    externalId: String(index),
    facts: index < saying ? { title: 't', location: 'l' } : { title: 't' },
  }));
}

/** Enters documents at rising times, each as [lots, lots that state a location], and asks after the last. */
async function silentAfter(documents: readonly (readonly [count: number, saying: number, kind?: string])[]) {
  const records = memoryItemStore();
  let stamp = { at: START, rank: 1, document: 'd0' };
  for (const [index, [count, saying, kind = 'list']] of documents.entries()) {
    stamp = { at: addMs(START, index * 1000), rank: 1, document: `d${index}` };
    const entry = { document: stamp.document, kind, lots: [], fill: countFill(lots(count, saying)) };
    await records.put({ ...keys.sighting('p', stamp), ...entry }, 'absent');
  }
  return findSilentFacts(records, 'p', 'list', stamp);
}

describe('the watch over fill rates', () => {
  it('names a fact that two documents in a row no longer state', async () => {
    const silent = await silentAfter([
      [20, 20],
      [20, 19],
      [20, 5],
      [20, 4],
    ]);

    expect(silent).toEqual([{ fact: 'location', before: 97, now: 22 }]);
  });

  it.each([
    [
      'was never stated much',
      [
        [20, 18],
        [20, 18],
        [20, 0],
        [20, 0],
      ],
    ],
    [
      'is still stated by half',
      [
        [20, 20],
        [20, 20],
        [20, 10],
        [20, 10],
      ],
    ],
    [
      'has too little behind it',
      [
        [3, 3],
        [3, 3],
        [20, 0],
        [20, 0],
      ],
    ],
    [
      'is missing from documents of another kind',
      [
        [20, 20],
        [20, 20],
        [20, 20],
        [20, 20],
        [20, 0, 'item'],
        [20, 0, 'item'],
      ],
    ],
  ] as const)('is quiet about a fact that %s', async (_, documents) => {
    expect(await silentAfter(documents)).toEqual([]);
  });
});
