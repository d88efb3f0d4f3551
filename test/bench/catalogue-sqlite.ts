import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CATALOGUE_SORTS,
  type CatalogueQuery,
  type CatalogueSort,
  FACETS,
  type Facet,
} from '#shared/services/catalogue/catalogue-query.ts';
import { sortRank } from '#shared/services/catalogue/sort-keys.ts';
import { wordsOf } from '#shared/services/catalogue/text-words.ts';
import type { ScannedLot } from './catalogue-scan.ts';
import { GENERATED_NOW } from './generated-lots.ts';

const DAY_MS = 86_400_000;
const ENDING_IS_OPEN = 300_000_000_000_000;

function facetColumn(facet: Facet): string {
  return `facet_${facet}`;
}

function rankColumn(sort: CatalogueSort): string {
  return `rank_${sort.replace('-', '_')}`;
}

/** Two units as one token of letters and digits, which the tokenizer leaves alone. */
function bigramTokens(text: string): readonly string[] {
  const code = (at: number) => text.charCodeAt(at).toString(16).padStart(4, '0');
  return Array.from({ length: text.length - 1 }, (_, at) => `x${code(at)}${code(at + 1)}`);
}

function bigramMatch(word: string): string {
  if (word.length === 1) return `x${word.charCodeAt(0).toString(16).padStart(4, '0')}*`;
  return `"${bigramTokens(word).join(' ')}"`;
}

function trigramMatch(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** The same lots in SQLite: filter columns and ranks indexed one by one, texts in FTS5 by bigrams and by trigrams. */
export function sqliteCatalogue(lots: readonly ScannedLot[]): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  const columns = [...FACETS.map(facetColumn), ...CATALOGUE_SORTS.map(rankColumn)];
  database.exec(`CREATE TABLE lots (id INTEGER PRIMARY KEY, lot_id TEXT, ${columns.join(', ')})`);
  database.exec("CREATE VIRTUAL TABLE bigrams USING fts5(text, content='')");
  database.exec("CREATE VIRTUAL TABLE trigrams USING fts5(text, content='', tokenize='trigram')");
  const insert = database.prepare(`INSERT INTO lots VALUES (?, ?${', ?'.repeat(columns.length)})`);
  const index = database.prepare('INSERT INTO bigrams (rowid, text) VALUES (?, ?)');
  const indexTrigrams = database.prepare('INSERT INTO trigrams (rowid, text) VALUES (?, ?)');
  database.exec('BEGIN');
  for (const [id, { card, values, text }] of lots.entries()) {
    const ranks = CATALOGUE_SORTS.map((sort) => sortRank(sort, card));
    insert.run(id, card.lotId, ...FACETS.map((facet) => values[facet]), ...ranks);
    index.run(id, bigramTokens(text).join(' '));
    indexTrigrams.run(id, text);
  }
  database.exec('COMMIT');
  for (const column of columns) database.exec(`CREATE INDEX by_${column} ON lots (${column})`);
  database.exec('ANALYZE');
  return database;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

function conditionOf(query: CatalogueQuery, except?: Facet): Condition {
  const parts: Condition[] = [{ sql: '1', values: [] }];
  for (const facet of FACETS) {
    const asked = query.filters[facet];
    if (asked === undefined || facet === except) continue;
    parts.push({ sql: `${facetColumn(facet)} IN (${asked.map(() => '?').join(', ')})`, values: asked });
  }
  if (query.endsWithinDays !== null) {
    const now = Date.parse(GENERATED_NOW);
    const to = Math.min(now + query.endsWithinDays * DAY_MS, ENDING_IS_OPEN);
    parts.push({ sql: 'rank_ending BETWEEN ? AND ?', values: [now, to] });
  }
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

/** Total and first page of a filter; with facet counts when wanted. */
export function sqliteFilter(database: DatabaseSync, query: CatalogueQuery, withFacets: boolean) {
  const { sql, values } = conditionOf(query);
  const total = database.prepare(`SELECT count(*) AS total FROM lots WHERE ${sql}`).get(...values)?.['total'];
  const page = `SELECT lot_id FROM lots WHERE ${sql} ORDER BY ${rankColumn(query.sort)}, lot_id LIMIT 20`;
  const ids = database.prepare(page).all(...values);
  if (withFacets) {
    for (const facet of FACETS) {
      const others = conditionOf(query, facet);
      const column = facetColumn(facet);
      database
        .prepare(`SELECT ${column}, count(*) FROM lots WHERE ${others.sql} GROUP BY ${column}`)
        .all(...others.values);
    }
  }
  return { total, ids: ids.map((row) => row['lot_id']) };
}

/** Total and first page of a search. */
export function sqliteSearch(database: DatabaseSync, query: CatalogueQuery, table: 'bigrams' | 'trigrams') {
  const toMatch = table === 'bigrams' ? bigramMatch : trigramMatch;
  const match = wordsOf(query.text).map(toMatch).join(' AND ');
  const count = database.prepare(`SELECT count(*) AS total FROM ${table} WHERE ${table} MATCH ?`);
  const page = database.prepare(
    `SELECT lot_id FROM ${table} JOIN lots ON lots.id = ${table}.rowid WHERE ${table} MATCH ?
     ORDER BY ${rankColumn(query.sort)}, lot_id LIMIT 20`,
  );
  return { total: count.get(match)?.['total'], ids: page.all(match).map((row) => row['lot_id']) };
}
