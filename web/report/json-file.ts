import type { Report } from './report.ts';

/** The report for programs: its words, tables and charts with the path of every figure; its lots are a CSV of their own. */
export function reportJson({ lots: { total }, ...report }: Report): string {
  return JSON.stringify({ ...report, lots: total });
}
