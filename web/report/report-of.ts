import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { formatBeijingText } from '#shared/domain/time.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { UNKNOWN } from '../words.ts';
import type { ChartDraft, TableDraft } from './figures.ts';
import { headlinePassage } from './headline.ts';
import { factsOfLots, lotsTable } from './lots-table.ts';
import type { Passage, Report, ReportSection } from './report.ts';
import { districtText, periodText } from './scope.ts';
import { feesSection } from './sections/fees.ts';
import { outcomeSection } from './sections/outcome.ts';
import { overviewSection } from './sections/overview.ts';
import { qualitySection } from './sections/quality.ts';
import { timelinessSection } from './sections/timeliness.ts';

interface SectionDraft {
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly tables: readonly TableDraft[];
  readonly charts: readonly ChartDraft[];
}

/** As many lots as one workbook lists: more would not fit into one answer. */
const MOST_LOTS_LISTED = 10_000;

/** Leaves out what has nothing to show, and numbers the rest through the whole report. */
function numbered(drafts: readonly SectionDraft[]): readonly ReportSection[] {
  let [tables, charts] = [0, 0];
  return drafts.map((draft) => ({
    ...draft,
    tables: draft.tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => {
        tables += 1;
        return { ...table, number: tables };
      }),
    charts: draft.charts
      .filter(({ categories }) => categories.length > 0)
      .map((chart) => {
        charts += 1;
        return { ...chart, number: charts };
      }),
  }));
}

/**
 * The report of a comparison, from which every form of it is written; `facts` are those it was made from. Lots are
 * listed when there are no more than `MOST_LOTS_LISTED`, else none is.
 */
export function reportOf(comparison: Comparison, facts: readonly RoundFacts[]): Report {
  const { request, all, dataAsOf, definitionsVersion, factsHash, definitions } = comparison;
  const lots = factsOfLots(all.lots, facts);
  return {
    title: `${HOME_DISTRICT.name}各类资产交易情况通报`,
    scope: `${periodText(request.period)},${districtText(request)}`,
    warning: request.demo ? '含示例收费标准:费用为演示,不作依据' : null,
    headline: headlinePassage(comparison),
    sections: numbered([
      overviewSection(comparison),
      feesSection(comparison),
      timelinessSection(comparison),
      outcomeSection(comparison),
      qualitySection(comparison),
    ]),
    definitions,
    lots: { total: lots.length, ...lotsTable(lots.length > MOST_LOTS_LISTED ? [] : lots) },
    stamp: { asOf: dataAsOf === null ? UNKNOWN : formatBeijingText(dataAsOf), definitionsVersion, factsHash },
  };
}
