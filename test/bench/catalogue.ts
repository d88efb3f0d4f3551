import type { DatabaseSync } from 'node:sqlite';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import {
  CATALOGUE_SORTS,
  type CatalogueIndex,
  type CatalogueQuery,
  WHOLE_CATALOGUE,
} from '#shared/services/catalogue/catalogue-query.ts';
import { filterQueries, searchQueries } from './catalogue-queries.ts';
import { type ScannedLot, scan, scannedLots } from './catalogue-scan.ts';
import { sqliteCatalogue, sqliteFilter, sqliteSearch } from './catalogue-sqlite.ts';
import { GENERATED_NOW, generatedCards } from './generated-lots.ts';
import { bytesInUse, quantile, report, timesOf } from './measure.ts';

const SEED = 20_260_520;

interface Answer {
  readonly total: unknown;
  readonly ids: readonly unknown[];
}

interface Contenders {
  readonly index: CatalogueIndex;
  readonly lots: readonly ScannedLot[];
  readonly database: DatabaseSync;
}

function answer(index: CatalogueIndex, query: CatalogueQuery): Answer {
  const { total, lots } = index.find(query, { now: GENERATED_NOW, limit: 20, start: { offset: 0 } });
  return { total, ids: lots.map(({ lotId }) => lotId) };
}

/** What a word costs that most lots contain, before it is kept at hand. */
function showFirstSearch(index: CatalogueIndex): void {
  const from = performance.now();
  const { total } = answer(index, { ...WHOLE_CATALOGUE, text: '湖州市吴兴区' });
  report(`  first search of a word in ${total} lots`, `${(performance.now() - from).toFixed(3)} ms`);
}

function show(label: string, times: readonly number[], goal?: string): void {
  report(`  ${label}: p50 / p99`, `${quantile(times, 0.5).toFixed(3)} / ${quantile(times, 0.99).toFixed(3)} ms`, goal);
}

function built(cards: readonly LotCard[]): CatalogueIndex {
  const before = bytesInUse();
  const from = performance.now();
  const index = catalogueIndex(cards);
  const took = performance.now() - from;
  const sorting = performance.now();
  for (const sort of CATALOGUE_SORTS) answer(index, { ...WHOLE_CATALOGUE, sort });
  report(
    '  index built, and its four orders at their first use',
    `${took.toFixed(0)} + ${(performance.now() - sorting).toFixed(0)} ms`,
  );
  const after = bytesInUse();
  const bytes =
    before === undefined || after === undefined ? 'needs --expose-gc' : `${((after - before) / 1e6).toFixed(1)} MB`;
  report('  memory beside the cards', bytes);
  return index;
}

/** Every contender must find the same, or its time means nothing. */
function checkAnswers(
  { index, lots, database }: Contenders,
  filters: readonly CatalogueQuery[],
  searches: readonly CatalogueQuery[],
) {
  const same = (a: Answer, b: Answer) => a.total === b.total && a.ids.join() === b.ids.join();
  const wrong = [
    ...filters.filter((query) => !same(answer(index, query), scan(lots, query))),
    ...filters.filter((query) => !same(answer(index, query), sqliteFilter(database, query, false))),
    ...searches.filter((query) => !same(answer(index, query), sqliteSearch(database, query, 'bigrams'))),
  ];
  if (wrong.length > 0) throw new Error(`the contenders disagree on ${JSON.stringify(wrong[0])}`);
}

function benchFilters(
  { index, lots, database }: Contenders,
  queries: readonly CatalogueQuery[],
  slow: number,
  goal?: string,
) {
  const few = queries.slice(0, slow);
  show(
    'filter, all facet counts, first page of 20',
    timesOf(queries, (query) => answer(index, query)),
    goal,
  );
  show(
    'the same by a full scan',
    timesOf(few, (query) => scan(lots, query)),
  );
  show(
    'the same by SQLite, one GROUP BY a facet',
    timesOf(few, (query) => sqliteFilter(database, query, true)),
  );
  show(
    'SQLite without facet counts',
    timesOf(few, (query) => sqliteFilter(database, query, false)),
  );
}

function benchSearches(
  { index, lots, database }: Contenders,
  queries: readonly CatalogueQuery[],
  slow: number,
  goal?: string,
) {
  const few = queries.slice(0, slow);
  show(
    'search, all facet counts, first page of 20',
    timesOf(queries, (query) => answer(index, query)),
    goal,
  );
  show(
    'the same by a full scan',
    timesOf(few, (query) => scan(lots, query)),
  );
  show(
    'SQLite FTS5 bigram phrases, no facet counts',
    timesOf(few, (query) => sqliteSearch(database, query, 'bigrams')),
  );
  show(
    'SQLite FTS5 trigram, no facet counts',
    timesOf(few, (query) => sqliteSearch(database, query, 'trigrams')),
  );
}

function benchRecall({ index, lots, database }: Contenders, queries: readonly CatalogueQuery[]): void {
  const sum = (find: (query: CatalogueQuery) => Answer) =>
    queries.reduce((all, query) => all + Number(find(query).total), 0);
  const expected = sum((query) => scan(lots, query));
  const recall = (found: number) => `${found} of ${expected}`;
  report('  lots found by these searches', recall(sum((query) => answer(index, query))), 'all');
  report('  SQLite FTS5 bigram phrases', recall(sum((query) => sqliteSearch(database, query, 'bigrams'))));
  report(
    '  SQLite FTS5 trigram (none for two characters)',
    recall(sum((query) => sqliteSearch(database, query, 'trigrams'))),
  );
}

function benchSize(count: number, slow: number, goals: { readonly filter?: string; readonly search?: string }): void {
  console.log(`\ncatalogue of ${count} lots (seed ${SEED})`);
  const cards = generatedCards(count, SEED);
  const index = built(cards);
  const lots = scannedLots(cards);
  const from = performance.now();
  const contenders = { index, lots, database: sqliteCatalogue(lots) };
  report('  SQLite filled and indexed', `${(performance.now() - from).toFixed(0)} ms`);
  const filters = filterQueries(cards, 2000, SEED);
  const searches = searchQueries(cards, 2000, SEED);
  checkAnswers(contenders, filters.slice(0, 20), searches.slice(0, 20));
  benchFilters(contenders, filters, slow, goals.filter);
  showFirstSearch(index);
  benchSearches(contenders, searches, slow, goals.search);
  benchRecall(contenders, searches.slice(0, slow));
  contenders.database.close();
}

/** The catalogue in memory beside a full scan and SQLite, which answer the same queries on the same lots. */
export function benchCatalogue(): void {
  benchSize(10_000, 200, {});
  benchSize(100_000, 60, { filter: 'p99 ≤ 1 ms', search: 'p99 ≤ 5 ms' });
  if (process.env['BENCH_MILLION'] === '1') benchSize(1_000_000, 20, {});
  else console.log('\ncatalogue of 1000000 lots: skipped, set BENCH_MILLION=1');
}
