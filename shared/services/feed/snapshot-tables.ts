import { FACT_COLUMNS, type RoundFacts } from '../../domain/comparison/round-facts.ts';
import type { JsonValue } from '../../domain/json.ts';
import { type LotCard, NOTHING_KNOWN } from '../../domain/lot-card.ts';
import { beijingDate } from '../../domain/time.ts';
import type { SnapshotTable } from './snapshot-object.ts';

type Column = keyof LotCard;

const ALL_COLUMNS = Object.keys(NOTHING_KNOWN).sort() as Column[];

export const CATALOGUE_SCHEMA = 'catalogue.v2';
export const FACTS_SCHEMA = 'facts.v1';
export const FACTS_INDEX_SCHEMA = 'facts-index.v1';

/** What names of facts snapshots begin with; the year follows. */
export const FACTS = 'facts-';

/** The snapshot that holds the facts of a lot: of the year of its end, else its start, else its newest fact, in Beijing. */
export function factsSnapshotOf(card: LotCard): string {
  const at = card.endsAt ?? card.startsAt ?? card.asOf;
  return `${FACTS}${at === null ? 'undated' : beijingDate(at).slice(0, 4)}`;
}

/** What snapshots of this program hold, by schema and columns: another program's are published anew, content or not. */
export const SNAPSHOT_SHAPE: string = [
  CATALOGUE_SCHEMA,
  ...ALL_COLUMNS,
  FACTS_SCHEMA,
  ...FACT_COLUMNS,
  FACTS_INDEX_SCHEMA,
].join();

function tableOf(schema: string, columns: readonly Column[], cards: Iterable<LotCard>): SnapshotTable {
  const sorted = [...cards].sort((a, b) => (a.lotId < b.lotId ? -1 : 1));
  const rows = function* () {
    for (const card of sorted) yield columns.map((name) => card[name] as unknown as JsonValue);
  };
  return { schema, columns, length: sorted.length, rows: { [Symbol.iterator]: rows } };
}

/** The catalogue as a table: every column, by lot id. */
export function catalogueTable(cards: Iterable<LotCard>): SnapshotTable {
  return tableOf(CATALOGUE_SCHEMA, ALL_COLUMNS, cards);
}

/** The facts of one year as a table, by lot id. */
export function factsTable(cards: Iterable<LotCard>): SnapshotTable {
  return tableOf(FACTS_SCHEMA, FACT_COLUMNS, cards);
}

/** Rows as objects, each begun as a copy of one template: so they share a shape, which a hundred thousand lots notice. */
function rowsOf<T extends object>({ columns, rows }: SnapshotTable, template: T): readonly T[] {
  return Array.from(rows, (row) => {
    const read: Record<string, JsonValue> = { ...(template as Record<string, JsonValue>) };
    for (let index = 0; index < columns.length; index++) read[columns[index] as string] = row[index] ?? null;
    return read as T;
  });
}

/** Cards of a catalogue snapshot. */
export function cardsOf(table: SnapshotTable): readonly LotCard[] {
  return rowsOf(table, NOTHING_KNOWN);
}

/** Facts of a facts snapshot. */
export function factsOf(table: SnapshotTable): readonly RoundFacts[] {
  const known = FACT_COLUMNS.map((name) => [name, NOTHING_KNOWN[name]]);
  return rowsOf(table, Object.fromEntries(known) as unknown as RoundFacts);
}

/** The facts of every year that has any, by name. */
export function factsTables(
  cards: Iterable<LotCard>,
): readonly { readonly name: string; readonly table: SnapshotTable }[] {
  const years = Map.groupBy(cards, factsSnapshotOf);
  return [...years].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, ofYear]) => ({ name, table: factsTable(ofYear) }));
}

/** One year's facts as an index of facts names them. */
export interface FactsOfYear {
  /** `facts-<year>`. */
  readonly name: string;
  readonly etag: string;
}

/** The index of all years' facts: its hash identifies every figure made from them. */
export function factsIndexTable(years: readonly FactsOfYear[]): SnapshotTable {
  const rows = years.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, etag }) => [name, etag]);
  return { schema: FACTS_INDEX_SCHEMA, columns: ['name', 'etag'], length: rows.length, rows };
}

/** Reads an index of facts back. */
export function factsIndexOf({ rows }: SnapshotTable): readonly FactsOfYear[] {
  return Array.from(rows, ([name, etag]) => ({ name: String(name), etag: String(etag) }));
}
