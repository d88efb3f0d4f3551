import type { Definition } from '#shared/domain/comparison/definitions.ts';
import { type Cell, type NUMBER_FORMATS, words } from './cells.ts';
import type { Table } from './table.ts';

/** Running words in which every number knows the figure it comes from. */
export type Passage = readonly Cell[];

/** A table (表) of a report. */
export interface ReportTable {
  /** Its number in the report, from 1. */
  readonly number: number;
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What a reader must know of it: what was left out, what is an example. */
  readonly notes: readonly string[];
}

/** A chart (图) of a report: one bar for each category and series. */
export interface ReportChart {
  /** Its number in the report, from 1. */
  readonly number: number;
  readonly name: string;
  readonly unit: string;
  readonly format: keyof typeof NUMBER_FORMATS;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly Cell[] }[];
}

/** One part of a report; in a workbook it is a sheet. */
export interface ReportSection {
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}

/** What identifies a report: with equal stamps it is printed identically again. */
export interface ReportStamp {
  /** Source time of the newest fact (数据截至) in Beijing, for people. */
  readonly asOf: string;
  readonly definitionsVersion: string;
  readonly factsHash: string;
}

/** A period's report (通报), from which every form of it is written. */
export interface Report {
  readonly title: string;
  /** The period and what the figures are narrowed to. */
  readonly scope: string;
  /** What stands above everything, such as that fees are an example; `null` for nothing. */
  readonly warning: string | null;
  readonly headline: Passage;
  readonly sections: readonly ReportSection[];
  readonly definitions: readonly Definition[];
  /** The lots counted (标的明细); without rows where they are too many to list. */
  readonly lots: Table & { readonly total: number };
  readonly stamp: ReportStamp;
}

/** Where the numbers of a passage come from: each with the path its lots are found by (出处). */
export function sourcesOf(passage: Passage): Pick<ReportTable, 'headings' | 'rows'> {
  const figures = passage.filter(({ path }) => path !== null);
  return { headings: ['数值', '出处'], rows: figures.map((cell) => [cell, words(cell.path ?? '')]) };
}

/** The words of a passage. */
export function passageText(passage: Passage): string {
  return passage.map(({ text }) => text).join('');
}

/** What identifies a report, in one line. */
export function stampText({ asOf, definitionsVersion, factsHash }: ReportStamp): string {
  return `数据截至 ${asOf};指标口径 ${definitionsVersion};数据指纹 ${factsHash}`;
}
