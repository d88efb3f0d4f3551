import { createHash } from 'node:crypto';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import { decodeSnapshot, encodeSnapshot, type SnapshotCodec } from '#shared/services/feed/snapshot-object.ts';
import { CATALOGUE_SCHEMA, cardsOf, catalogueTable, factsTable } from '#shared/services/feed/snapshot-tables.ts';
import { compression } from '#test/support/compression.ts';
import { generatedCards } from './generated-lots.ts';
import { report } from './measure.ts';

const codec: SnapshotCodec = {
  hash: { sha256: (data) => createHash('sha256').update(data).digest('hex') },
  compression,
};

const MEGABYTE = 1_048_576;

function timed<T>(run: () => T): readonly [T, milliseconds: number] {
  const from = performance.now();
  return [run(), performance.now() - from];
}

function heapMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

/** A catalogue snapshot: how large, how long to publish, how long a cold reader takes to load it, and what it then holds. */
export function benchSnapshots(counts: readonly number[]): void {
  for (const count of counts) {
    const label = (what: string) => `snapshot of ${count.toLocaleString('en')} lots: ${what}`;
    const cards = generatedCards(count, 7);
    const [{ bytes }, encodeMs] = timed(() => encodeSnapshot(codec, catalogueTable(cards)));
    const facts = encodeSnapshot(codec, factsTable(cards));
    report(label('bytes, compressed'), String(bytes.length));
    report(label('bytes a lot'), (bytes.length / count).toFixed(1));
    report(label('facts of the same lots, bytes'), String(facts.bytes.length));
    report(label('encode'), `${encodeMs.toFixed(0)} ms`);
    const before = heapMegabytes();
    const [index, loadMs] = timed(() => catalogueIndex(cardsOf(decodeSnapshot(compression, bytes, CATALOGUE_SCHEMA))));
    report(label('load and index'), `${loadMs.toFixed(0)} ms`);
    report(label('memory of the loaded catalogue'), `${(heapMegabytes() - before).toFixed(0)} MB`);
    if (index.size !== count) throw new Error('the snapshot does not hold every lot');
  }
}
