import type { JsonValue } from '../../domain/json.ts';
import { type LotCard, NOTHING_KNOWN } from '../../domain/lot-card.ts';
import { beijingDate } from '../../domain/time.ts';
import type { SnapshotTable } from './snapshot-object.ts';

type Column = keyof LotCard;

const ALL_COLUMNS = Object.keys(NOTHING_KNOWN).sort() as Column[];

/** What the comparison (比较) needs of a lot, one lot being one round on one platform. */
export const FACT_COLUMNS = [
  'lotId',
  'version',
  'platform',
  'status',
  'round',
  'tradeCategory',
  'assetClass',
  'tradeKind',
  'venue',
  'saleMode',
  'jurisdiction',
  'township',
  'area',
  'termMonths',
  'startPriceFen',
  'hammerPriceFen',
  'appraisalFen',
  'depositFen',
  'priceBasis',
  'startsAt',
  'endsAt',
  'registrationEndsAt',
  'bidCount',
  'registrationCount',
  'propertyKey',
  'materialsCompleteAt',
  'liveAt',
  'resultKnownAt',
  'confirmedAt',
  'publicityStartsAt',
  'publicityEndsAt',
  'contractSignedAt',
  'paidAt',
  'handedOverAt',
  'depositsRefundedAt',
  'outcomeSeenAt',
  'asOf',
  'contradictions',
] as const satisfies readonly Column[];

/** Facts (事实) of one lot-round, a projection of its card. */
export type RoundFacts = Pick<LotCard, (typeof FACT_COLUMNS)[number]>;

export const CATALOGUE_SCHEMA = 'catalogue.v2';
export const FACTS_SCHEMA = 'facts.v1';

/** What names of facts snapshots begin with; the year follows. */
export const FACTS = 'facts-';

/** The snapshot that holds the facts of a lot: of the year of its end, else its start, else its newest fact, in Beijing. */
export function factsSnapshotOf(card: LotCard): string {
  const at = card.endsAt ?? card.startsAt ?? card.asOf;
  return `${FACTS}${at === null ? 'undated' : beijingDate(at).slice(0, 4)}`;
}

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
