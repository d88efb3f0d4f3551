import { DIMENSION_TEXT, QUALITY_CHECKS, QUALITY_DIMENSIONS } from '#shared/domain/comparison/quality-checks.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { count, percent, words } from '../cells.ts';
import { chartByPlatform, columnsOf, rowsByColumn, type TableDraft } from '../figures.ts';

function dimensionsTable(comparison: Comparison): TableDraft {
  return {
    name: '数据质量(合格率)',
    headings: ['平台', ...QUALITY_DIMENSIONS.flatMap((dimension) => [DIMENSION_TEXT[dimension], '适用(个)'])],
    rows: rowsByColumn(comparison, ({ id, quality }) =>
      quality.flatMap(({ dimension, rate, applicable }) => [
        percent(rate, `${id}/quality/${dimension}`),
        count(applicable.length, `${id}/quality/${dimension}`),
      ]),
    ),
    notes: ['一个标的在某一维度有任一检查不合格即为不合格。'],
  };
}

function checksTable(comparison: Comparison): TableDraft {
  const rows = columnsOf(comparison).flatMap(({ id, name, quality }) =>
    quality.flatMap(({ dimension, checks }) =>
      checks
        .filter(({ failing }) => failing.length > 0)
        .map(({ check, applicable, failing, rate }) => [
          words(name),
          words(DIMENSION_TEXT[dimension]),
          words(QUALITY_CHECKS.find((each) => each.id === check)?.name ?? check),
          count(applicable.length, `${id}/quality/check/${check}`),
          count(failing.length, `${id}/quality/check/${check}/failing`),
          percent(rate, `${id}/quality/check/${check}`),
        ]),
    ),
  );
  return {
    name: '未全部合格的检查',
    headings: ['平台', '维度', '检查', '适用(个)', '不合格(个)', '合格率'],
    rows,
    notes: [],
  };
}

/** How well platforms report (数据质量). */
export function qualitySection(comparison: Comparison) {
  return {
    name: '数据质量',
    passages: [],
    tables: [dimensionsTable(comparison), checksTable(comparison)],
    charts: [
      chartByPlatform(
        comparison,
        { name: '各平台数据合格率', unit: '合格率', format: 'percent' },
        QUALITY_DIMENSIONS.map((dimension) => ({
          name: DIMENSION_TEXT[dimension],
          cell: ({ id, quality }) =>
            percent(quality.find((each) => each.dimension === dimension)?.rate ?? null, `${id}/quality/${dimension}`),
        })),
      ),
    ],
  };
}
