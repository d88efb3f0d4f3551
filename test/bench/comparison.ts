import { createHash } from 'node:crypto';
import { feeSchedules } from '#adapters/fees.ts';
import { manifests } from '#adapters/manifests.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import type { Hash } from '#shared/ports/ambient.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import { comparisonJson } from '#shared/services/comparison/comparison-json.ts';
import { decodeSnapshot, encodeSnapshot } from '#shared/services/feed/snapshot-object.ts';
import { FACTS_SCHEMA, factsOf, factsTables } from '#shared/services/feed/snapshot-tables.ts';
import { compression } from '#test/support/compression.ts';
import { ComparisonPage } from '#web/pages/comparison/pages.tsx';
import { GENERATED_NOW, generatedCards } from './generated-lots.ts';
import { report } from './measure.ts';

const hash: Hash = { sha256: (data) => createHash('sha256').update(data).digest('hex') };
const PERIOD = { from: '2025-01-01' as LocalDate, to: '2025-12-31' as LocalDate };

function timed<T>(run: () => T): readonly [T, milliseconds: number] {
  const from = performance.now();
  return [run(), performance.now() - from];
}

/** The comparison of one year out of all facts: what is read, how long it takes, how large what comes out is. */
export function benchComparison(counts: readonly number[]): void {
  for (const count of counts) {
    const label = (what: string) => `comparison over ${count.toLocaleString('en')} facts: ${what}`;
    const years = factsTables(generatedCards(count, 11)).map(({ table }) =>
      encodeSnapshot({ hash, compression }, table),
    );
    const bytes = years.reduce((sum, year) => sum + year.bytes.length, 0);
    const [facts, readMs] = timed(() =>
      years.flatMap((year) => factsOf(decodeSnapshot(compression, year.bytes, FACTS_SCHEMA))),
    );
    const request = { period: PERIOD, preset: null, filters: {}, demo: true, factsHash: null };
    const names = Object.fromEntries(manifests.map(({ id, name }) => [id, name]));
    const [comparison, compareMs] = timed(() =>
      compare({ facts, request, asOf: GENERATED_NOW, factsHash: hash.sha256('bench'), schedules: feeSchedules, names }),
    );
    const view = { comparison, stylesheet: '/assets/site.css' };
    const [page, pageMs] = timed(() => String(ComparisonPage({ view, tab: 'overview' })));
    report(label('requests, head and index included'), String(years.length + 2));
    report(label('bytes read'), String(bytes));
    report(label('read'), `${readMs.toFixed(0)} ms`);
    report(label('lots of the period'), String(comparison.all.lots.length));
    report(label('all figures'), `${compareMs.toFixed(0)} ms`);
    report(label('overview page'), `${pageMs.toFixed(0)} ms, ${page.length} characters`);
    report(label('as JSON'), `${comparisonJson(comparison).length} characters`);
  }
}
