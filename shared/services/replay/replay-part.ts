import type { JsonValue } from '../../domain/json.ts';
import type { Instant } from '../../domain/time.ts';
import type { Item } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';
import type {
  DocumentTransition,
  LotDifference,
  LotReplay,
  ReplayCounts,
  ReplayPart,
  ReplayReport,
} from './replay-report.ts';

const DIFFERENCES_KEPT = 100;
const UNREADABLE_KEPT = 10;
const VALUE_CHARACTERS = 200;
/** Of lots; documents add at most 30 KB. */
const LOTS_BYTES = 60_000;
const utf8 = new TextEncoder();

const NOTHING: ReplayCounts = { documents: 0, refused: 0, mended: 0, broken: 0, lots: 0, changed: 0, unsupported: 0 };

/** Adds counts up. */
export function sumCounts(all: readonly ReplayCounts[]): ReplayCounts {
  const sum = (a: ReplayCounts, b: ReplayCounts): ReplayCounts => ({
    documents: a.documents + b.documents,
    refused: a.refused + b.refused,
    mended: a.mended + b.mended,
    broken: a.broken + b.broken,
    lots: a.lots + b.lots,
    changed: a.changed + b.changed,
    unsupported: a.unsupported + b.unsupported,
  });
  return all.reduce(sum, NOTHING);
}

/** Counts what a report tells. */
export function countReport({ documents, lots }: ReplayReport): ReplayCounts {
  const refused = documents.filter(({ after }) => after === 'refused');
  return {
    documents: documents.length,
    refused: refused.length,
    mended: documents.filter(({ before, after }) => before === 'refused' && after === 'applied').length,
    broken: refused.filter(({ before }) => before === 'applied').length,
    lots: lots.length,
    changed: lots.filter(({ changed }) => changed).length,
    unsupported: lots.filter(({ unsupported }) => unsupported === true).length,
  };
}

function hasNews({ before, after, complaintsBefore, complaintsAfter }: DocumentTransition): boolean {
  return after === 'refused' || before !== after || complaintsBefore !== complaintsAfter;
}

function cutValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.slice(0, VALUE_CHARACTERS).toWellFormed();
  const text = JSON.stringify(value);
  return text.length > VALUE_CHARACTERS ? text.slice(0, VALUE_CHARACTERS).toWellFormed() : value;
}

function cutDifference({ fact, before, after }: LotDifference): LotDifference {
  return { fact, before: cutValue(before), after: cutValue(after) };
}

/** The lots with something to tell, as far as their differences and their bytes go. */
function keptLots(lots: readonly LotReplay[]): readonly LotReplay[] {
  const kept: LotReplay[] = [];
  let differencesLeft = DIFFERENCES_KEPT;
  let bytesLeft = LOTS_BYTES;
  for (const lot of lots) {
    if (!lot.changed && lot.unsupported === undefined && lot.unreadable.length === 0) continue;
    const differences = lot.differences.slice(0, differencesLeft).map(cutDifference);
    const cut = { ...lot, differences, unreadable: lot.unreadable.slice(0, UNREADABLE_KEPT) };
    bytesLeft -= utf8.encode(JSON.stringify(cut)).length;
    if (bytesLeft < 0) return kept;
    differencesLeft -= differences.length;
    kept.push(cut);
  }
  return kept;
}

/** What is kept of a part: all counts; the documents and lots with something to tell, the first hundred differences, 100 KB. */
export function toReplayPart(part: number, finishedAt: Instant, report: ReplayReport): ReplayPart {
  const documents = report.documents.filter(hasNews);
  return { part, finishedAt, counts: countReport(report), documents, lots: keptLots(report.lots) };
}

/** Lays a part's report out as an item. */
export function toReplayPartItem(replayId: string, part: ReplayPart): Item {
  return { ...keys.replayPart(replayId, part.part), schema: 1, ...(part as unknown as Record<string, JsonValue>) };
}

/** Reads a part's report back. */
export function parseReplayPart(item: Item): ReplayPart {
  const { pk: _pk, sk: _sk, schema: _schema, ...part } = item;
  return part as unknown as ReplayPart;
}
