import type { DocumentTransition, LotReplay, ReplayReport } from '#shared/services/replay/replay-report.ts';
import { type HostAddress, sendJson } from '../host-client.ts';
import { printError } from '../output.ts';

/** The host previews this many documents or lots a request. */
const BATCH = 20;

interface Names {
  readonly documents: readonly string[];
  readonly lots: readonly string[];
}

/** What a replay would change, asked for batch by batch; a lot that several documents show counts once. */
export async function previewAll(host: HostAddress, { documents, lots }: Names): Promise<ReplayReport> {
  const transitions: DocumentTransition[] = [];
  const byLot = new Map<string, LotReplay>();
  const batches: readonly Names[] = [
    ...batchesOf(documents).map((batch) => ({ documents: batch, lots: [] })),
    ...batchesOf(lots).map((batch) => ({ documents: [], lots: batch })),
  ];
  for (const [index, batch] of batches.entries()) {
    const report = (await sendJson(host, '/v1/replays', { ...batch, dryRun: true })) as ReplayReport;
    transitions.push(...report.documents);
    for (const lot of report.lots) byLot.set(lot.lotId, lot);
    if (batches.length > 1 && (index + 1) % 10 === 0) printError(`已比对 ${index + 1} / ${batches.length} 批`);
  }
  const sorted = [...byLot.values()].sort((a, b) => (a.lotId < b.lotId ? -1 : 1));
  return { documents: transitions, lots: sorted };
}

function batchesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => index * BATCH);
  return starts.map((from) => all.slice(from, from + BATCH));
}
