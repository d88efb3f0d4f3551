import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { lotsBehind } from '#shared/services/comparison/lots-behind.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { figureCsv, platformsCsv } from '#web/report/csv-file.ts';
import { reportJson } from '#web/report/json-file.ts';
import { factsOfLots } from '#web/report/lots-table.ts';
import { reportOf } from '#web/report/report-of.ts';
import { reportText } from '#web/report/text-file.ts';
import { JSON_TYPE } from './api-answers.ts';
import { attachment } from './attachment.ts';

/** Forms of a report. */
export const REPORT_FORMATS = ['text', 'json', 'docx', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The name a browser saves a file under: its period in figures, and in Chinese where the browser reads it. */
function fileOf(
  { request: { period } }: Comparison,
  format: 'docx' | 'xlsx' | 'csv',
): Readonly<Record<string, string>> {
  const days = `${period.from}_${period.to}`;
  return attachment(`report_${days}`, `资产交易情况通报_${days}`, format);
}

function headersOf(comparison: Comparison, format: ReportFormat): Readonly<Record<string, string>> {
  if (format === 'text') return { 'content-type': 'text/plain; charset=utf-8' };
  return format === 'json' ? { 'content-type': JSON_TYPE } : fileOf(comparison, format);
}

function csvOf(comparison: Comparison, facts: readonly RoundFacts[], figure: string | null): string {
  if (figure === null) return platformsCsv(comparison);
  const lots = lotsBehind(comparison, figure);
  if (lots === undefined) throw invalidRequest('no such figure', [{ parameter: 'figure', detail: '没有这个数值' }]);
  return figureCsv(factsOfLots(lots, facts));
}

/** Word's and Excel's writers are only started when asked for: no other answer waits for them. */
async function bodyOf(
  comparison: Comparison,
  facts: readonly RoundFacts[],
  format: ReportFormat,
  figure: string | null,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'csv':
      return csvOf(comparison, facts, figure);
    case 'text':
      return reportText(reportOf(comparison, facts));
    case 'json':
      return reportJson(reportOf(comparison, facts));
    case 'docx':
      return (await import('#web/report/docx/document.ts')).reportDocx(reportOf(comparison, facts));
    case 'xlsx':
      return (await import('#web/report/xlsx-file.ts')).reportXlsx(reportOf(comparison, facts));
  }
}

/**
 * Writes the report of a comparison, or as CSV the table of platforms or the lots behind a figure.
 * @throws AppError `REQUEST.INVALID` for a figure that is asked for in another form or that there is not
 */
export async function writeReport(
  comparison: Comparison,
  facts: readonly RoundFacts[],
  format: ReportFormat,
  figure: string | null,
) {
  if (figure !== null && format !== 'csv') {
    throw invalidRequest('only CSV lists lots', [{ parameter: 'figure', detail: '只能与 format=csv 一起使用' }]);
  }
  return { body: await bodyOf(comparison, facts, format, figure), headers: headersOf(comparison, format) };
}
