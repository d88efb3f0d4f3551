import type { PeriodPreset } from '#shared/domain/comparison/period.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import type { ComparisonRequest } from '#shared/services/comparison/request.ts';
import { toComparisonParams } from './parameters.ts';

/** The pages of the comparison, in a reader's order. */
export const TABS = [
  { id: 'overview', name: '总览' },
  { id: 'fees', name: '费用' },
  { id: 'timeliness', name: '时效' },
  { id: 'outcome', name: '成交' },
  { id: 'quality', name: '数据质量' },
  { id: 'appendix', name: '附录' },
  { id: 'definitions', name: '指标解释' },
] as const;

export type Tab = (typeof TABS)[number]['id'];

const ROOT = '/office/comparison';

/** Where the lots behind a figure are shown. */
export const LOTS_PATH = `${ROOT}/lots`;

/** Where a report is taken from by people; programs have `/v1/reports`. */
export const REPORT_PATH = `${ROOT}/report`;

/** What the hash says where there are no facts yet: there is nothing to come back to. */
const NO_FACTS = 'empty';

/** The path of a page. */
export function pathOfTab(tab: Tab): string {
  return tab === 'overview' ? ROOT : `${ROOT}/${tab}`;
}

/** A page for a request: the same period and filters on another page. */
export function comparisonAddress(request: ComparisonRequest, tab: Tab): string {
  return `${pathOfTab(tab)}?${toComparisonParams(request)}`;
}

/** A page for another period. */
export function presetAddress(request: ComparisonRequest, tab: Tab, preset: PeriodPreset): string {
  return comparisonAddress({ ...request, preset }, tab);
}

/** The request with its days and its facts written out: whenever it is asked, the same figures come out. */
function pinned({ request, factsHash }: Comparison): ComparisonRequest {
  return { ...request, preset: null, factsHash: factsHash === NO_FACTS ? null : factsHash };
}

/** The overview as it is now, to be printed again. */
export function reprintAddress(comparison: Comparison): string {
  return comparisonAddress(pinned(comparison), 'overview');
}

/** The page of the lots behind a figure. */
export function lotsAddress(comparison: Comparison, path: string): string {
  const params = toComparisonParams(pinned(comparison));
  params.set('figure', path);
  return `${LOTS_PATH}?${params}`;
}

/** The period's report, to be saved as a file. */
export function reportAddress(comparison: Comparison, format: 'docx' | 'xlsx' | 'csv'): string {
  const params = toComparisonParams(pinned(comparison));
  params.set('format', format);
  return `${REPORT_PATH}?${params}`;
}

/** The lots behind a figure, as a file for spreadsheets. */
export function csvAddress(comparison: Comparison, path: string): string {
  return `${reportAddress(comparison, 'csv')}&${new URLSearchParams({ figure: path })}`;
}
