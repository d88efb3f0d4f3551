import type { LotIds } from '../../domain/comparison/figure.ts';
import { columnLists, type NamedList, townshipLists, under } from './figure-lists.ts';
import type { Comparison } from './model.ts';
import type { Pair } from './model-headlines.ts';

function overlapLists({ compared, leftOut }: Pair['overlap']): readonly NamedList[] {
  return [
    ['compared', compared],
    ['left-out', leftOut],
  ];
}

function pairLists({ headlines: { fees, timeliness, success }, appendix }: Comparison): readonly NamedList[] {
  return [
    ...fees.pairs.flatMap(({ a, b, overlap, aCheaper, bCheaper, equal }) =>
      under(`fees/${a}/${b}`, [
        ...overlapLists(overlap),
        ['a-cheaper', aCheaper],
        ['b-cheaper', bCheaper],
        ['equal', equal],
      ]),
    ),
    ...timeliness.pairs.flatMap(({ a, b, clock, overlap }) =>
      under(`timeliness/${clock}/${a}/${b}`, overlapLists(overlap)),
    ),
    ...success.pairs.flatMap(({ a, b, overlap }) => under(`success/${a}/${b}`, overlapLists(overlap))),
    ...appendix.pairs.flatMap(({ a, b, kindAndPrice }) =>
      under(`kind-and-price/${a}/${b}`, overlapLists(kindAndPrice.overlap)),
    ),
  ];
}

/**
 * Every list of lots behind a figure of a comparison, by its path. Paths are stable: they say what is counted, not where
 * it stands. A column's begin with its id: `all/sold`, `<platform>/success-official` (its denominator) and
 * `…/success-official/part`, `<platform>/clock/refund/limit/<rule>/broken`; then `township/<code>/<column>/…`,
 * `pair/<question>/…/<a>/<b>/…`, `schedule/<id>`, `funnel/<platform|township>/<key>`, `unclear`, `undated`, `reference`.
 */
export function figureLists(comparison: Comparison): readonly NamedList[] {
  const { all, platforms, townships, schedules, appendix, unclear, undated, reference } = comparison;
  return [
    ...[all, ...platforms].flatMap((column) => under(column.id, columnLists(column))),
    ...townships.flatMap((row) =>
      [row.all, ...row.platforms].flatMap((cell) => under(`township/${row.code}/${cell.column}`, townshipLists(cell))),
    ),
    ...under('pair', pairLists(comparison)),
    ...schedules.map(({ id, lots }): NamedList => [`schedule/${id}`, lots]),
    ...appendix.funnel.points.flatMap(({ of, key, completed, sold }) =>
      under(`funnel/${of}/${key}`, [
        ['', completed],
        ['part', sold],
      ]),
    ),
    ['unclear', unclear],
    ['undated', undated],
    ['reference', reference],
  ];
}

/** The lots behind a figure, ascending; undefined where the comparison has no such figure. */
export function lotsBehind(comparison: Comparison, path: string): LotIds | undefined {
  return figureLists(comparison).find(([name]) => name === path)?.[1];
}
