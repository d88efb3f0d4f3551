import { DEFINITIONS_VERSION } from '../../domain/comparison/definitions.ts';
import { idsOf } from '../../domain/comparison/figure.ts';
import { outcomeGroups } from '../../domain/comparison/outcome-groups.ts';
import { yearEarlier } from '../../domain/comparison/period.ts';
import { byLotId, populationOf, type Selection } from '../../domain/comparison/population.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import { feeBook } from '../../domain/fees/book.ts';
import { LEGAL_MAXIMA } from '../../domain/fees/legal-maxima.ts';
import type { FeeSchedule } from '../../domain/fees/schedule.ts';
import type { Instant } from '../../domain/time.ts';
import { breachesOf } from '../../domain/timeliness/breaches.ts';
import { clockCases, reportingOf } from '../../domain/timeliness/clock-cases.ts';
import { CLOCKS } from '../../domain/timeliness/clocks.ts';
import { appendixOf } from './appendix.ts';
import { breakevensOf } from './breakevens.ts';
import { type ColumnBasis, columnOf } from './columns.ts';
import { DEFINITIONS } from './definitions.ts';
import { schedulesUsed } from './fee-schedules-used.ts';
import { headlinesOf } from './headlines.ts';
import type { Comparison } from './model.ts';
import { nameOf, type PlatformNames } from './pairs.ts';
import { priceSales, saleFees } from './price-sales.ts';
import type { ComparisonRequest } from './request.ts';
import { platformsIn } from './success-pairs.ts';
import { townshipRows } from './townships.ts';

/** What a comparison is made of: the same input gives the same comparison, whatever the order of the facts. */
export interface ComparisonInput {
  /** All facts there are, of every year: the period is taken out of them here. */
  readonly facts: readonly RoundFacts[];
  readonly request: ComparisonRequest;
  /** The cut-off: open cases are followed up to here. */
  readonly asOf: Instant;
  readonly factsHash: string;
  readonly schedules: readonly FeeSchedule[];
  readonly names: PlatformNames;
}

function newest(facts: readonly RoundFacts[]): Instant | null {
  return facts.reduce<Instant | null>(
    (at, { asOf }) => (asOf !== null && (at === null || asOf > at) ? asOf : at),
    null,
  );
}

function populationsOf(facts: readonly RoundFacts[], { period, filters }: ComparisonRequest) {
  const of = (selection: Pick<Selection, 'period' | 'standing'>) => populationOf(facts, { ...selection, filters });
  return {
    official: of({ period, standing: 'official' }),
    reference: of({ period, standing: 'reference' }),
    lastYear: of({ period: yearEarlier(period), standing: 'official' }),
  };
}

function casesOf({ facts, asOf }: ComparisonInput, lots: readonly RoundFacts[]): ColumnBasis['cases'] {
  const reporting = reportingOf(facts, CLOCKS);
  return new Map(CLOCKS.map((clock) => [clock.id, clockCases(lots, clock, asOf, reporting)]));
}

function overdueOf(cases: ColumnBasis['cases']): Comparison['overdue'] {
  return CLOCKS.flatMap((clock) => breachesOf(cases.get(clock.id) ?? [], clock));
}

/**
 * Makes the comparison: every figure of the period with the lots behind it. Pure; it knows no clock.
 *
 * @throws AppError `FEES.INVALID` or `FEES.TIED` when the schedules are wrong
 */
export function compare(input: ComparisonInput): Comparison {
  const { facts, request, asOf, names } = input;
  const { official, reference, lastYear } = populationsOf(facts, request);
  const { lots } = official;
  const platforms = platformsIn(facts);
  const book = feeBook([...input.schedules, ...LEGAL_MAXIMA]);
  const priced = priceSales(byLotId(outcomeGroups(lots).soldNet), platforms, book, request.demo);
  const basis: ColumnBasis = { lots, lastYear: lastYear.lots, priced, cases: casesOf(input, lots), asOf };
  const columns = platforms.map((id) => columnOf(basis, id, nameOf(id, names)));
  const headlines = headlinesOf(lots, priced, basis.cases, columns, names);
  return {
    request,
    definitionsVersion: DEFINITIONS_VERSION,
    factsHash: input.factsHash,
    dataAsOf: newest(facts),
    asOf,
    all: columnOf(basis, null, '全区'),
    platforms: columns,
    lastYearPeriod: yearEarlier(request.period),
    townships: townshipRows(lots, platforms),
    overdue: overdueOf(basis.cases),
    headlines,
    sales: priced.map(saleFees),
    breakevens: breakevensOf(headlines.fees.pairs, priced, book, request.demo),
    schedules: schedulesUsed(priced),
    appendix: appendixOf(lots, names),
    unclear: idsOf(official.unclear),
    undated: idsOf(official.undated),
    reference: idsOf(reference.lots),
    definitions: DEFINITIONS,
  };
}
