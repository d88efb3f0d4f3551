import type { JsonValue } from '../domain/json.ts';
import { STATEMENT_KIND } from '../domain/listing/statement.ts';
import type { LotObservation } from '../domain/observation.ts';
import type { Stamp } from '../domain/stamp.ts';
import type { Item, ItemStore } from '../ports/item-store.ts';
import { keys } from './records/keys.ts';

/** How many lots a document shows, and how many of them state each fact. */
export interface FillCounts extends Record<string, JsonValue> {
  readonly lots: number;
  readonly facts: Readonly<Record<string, number>>;
}

/** A fact (字段) that documents of one kind used to state and now do not: the page has probably changed. */
export interface SilentFact {
  readonly fact: string;
  /** Percent of lots that stated it before, and that state it now. */
  readonly before: number;
  readonly now: number;
}

const USED_TO_STATE = 95;
const HARDLY_STATES = 50;
/** The newest documents of the kind, this one included. */
const NOW_DOCUMENTS = 2;
/** Fewer lots than this prove no habit. */
const LEAST_LOTS_BEFORE = 10;
const LEAST_LOTS_NOW = 2;
const LOOK_BACK = 60;

/** Counts what the lots of one document state; the status counts as a fact. */
export function countFill(lots: readonly LotObservation[]): FillCounts {
  const facts: Record<string, number> = {};
  for (const { facts: said, status } of lots) {
    for (const name of [...Object.keys(said), ...(status === undefined ? [] : ['status'])]) {
      facts[name] = (facts[name] ?? 0) + 1;
    }
  }
  return { lots: lots.length, facts };
}

function sum(entries: readonly Item[]): FillCounts {
  const facts: Record<string, number> = {};
  let lots = 0;
  for (const entry of entries) {
    const fill = entry['fill'] as unknown as FillCounts;
    lots += fill.lots;
    for (const [name, count] of Object.entries(fill.facts)) facts[name] = (facts[name] ?? 0) + count;
  }
  return { lots, facts };
}

/**
 * Facts that at least 95 % of the lots in earlier documents of the kind stated and fewer than 50 % in the last two do.
 * Looks only at what documents leave behind anyway; the same answer whenever it is asked.
 */
export async function findSilentFacts(
  records: ItemStore,
  platform: string,
  kind: string,
  stamp: Stamp,
): Promise<readonly SilentFact[]> {
  // Our own statements are of several shapes, and no page that could change under us.
  if (kind === STATEMENT_KIND) return [];
  const range = { ...keys.sightingsUpTo(platform, stamp), reverse: true, limit: LOOK_BACK };
  const ofKind = (await records.query(range)).filter((entry) => entry['kind'] === kind);
  const now = sum(ofKind.slice(0, NOW_DOCUMENTS));
  const before = sum(ofKind.slice(NOW_DOCUMENTS));
  if (before.lots < LEAST_LOTS_BEFORE || now.lots < LEAST_LOTS_NOW) return [];
  return Object.entries(before.facts)
    .map(([fact, count]) => ({
      fact,
      before: Math.floor((count * 100) / before.lots),
      now: Math.floor(((now.facts[fact] ?? 0) * 100) / now.lots),
    }))
    .filter((rate) => rate.before >= USED_TO_STATE && rate.now < HARDLY_STATES);
}
