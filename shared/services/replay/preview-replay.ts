import type { Caller } from '../../domain/caller.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import type { MappingPorts } from '../map-stored-document.ts';
import { foldLot } from './fold-lot.ts';
import { type LotBefore, readLotBefore, toLotReplay } from './lot-before.ts';
import type { LotReplay, ReplayReport } from './replay-report.ts';
import { documentsShowing, type Survey, shownLots, sourcesOf, survey } from './survey.ts';
import { readToday } from './today.ts';
import { toTransition } from './transition.ts';

export interface PreviewPorts extends MappingPorts {
  readonly records: ItemStore;
}

/** The surveyed documents that show a lot today, entered or not. */
function documentsOf(surveyed: Survey, lotId: LotId): readonly string[] {
  const showing = surveyed.documents.filter(({ source }) => shownLots(source).includes(lotId));
  return showing.map(({ documentId }) => documentId);
}

/**
 * What a replay would change, without changing anything: for the documents and the lots given, and every lot the documents
 * show or were ever said to show. No differences in any lot: the records are the fold of their documents.
 * @throws AppError `ACCESS.DENIED`, and retryable ones
 */
export async function previewReplay(
  caller: Caller,
  ports: PreviewPorts,
  scope: { readonly documents: readonly string[]; readonly lots: readonly LotId[] },
): Promise<ReplayReport> {
  requireRole(caller, 'operator', 'system', 'office', 'auditor');
  const surveyed = await survey(ports, scope);
  const found: LotBefore[] = [];
  for (const lotId of surveyed.lots) found.push(await readLotBefore(ports.records, lotId));
  const entered = await documentsShowing(ports.records, surveyed.lots);
  const today = readToday(ports, surveyed.lots, sourcesOf(surveyed));
  const lots: LotReplay[] = [];
  for (const before of found) {
    const { lotId, record } = before;
    const documents = new Set([...(entered.get(lotId) ?? []), ...documentsOf(surveyed, lotId)]);
    const folded = await foldLot(today, lotId, documents);
    lots.push(toLotReplay(ports.hash, before, folded, record?.version ?? 0));
  }
  return { documents: surveyed.documents.map((document) => toTransition(document)), lots };
}
