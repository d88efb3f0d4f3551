import type { LotIds } from '../../domain/comparison/figure.ts';
import { figureLists } from './lots-behind.ts';
import type { Comparison } from './model.ts';

/** Lists of words that are not lots. */
type Words = 'strataUsed' | 'strataLeftOut';

/** A value with every list of lots as its number. */
type Counted<T> = T extends string | number | boolean | null
  ? T
  : T extends LotIds
    ? number
    : T extends readonly (infer E)[]
      ? readonly Counted<E>[]
      : { readonly [K in keyof T]: K extends Words ? T[K] : Counted<T[K]> };

/** The comparison as programs read it. */
export type ComparisonJson = Counted<Omit<Comparison, 'sales'>> & {
  /** How many lots are behind each figure, by its path: which they are is asked by the path. */
  readonly figures: Readonly<Record<string, number>>;
  /** How many limits were not kept in all; `overdue` has the first of them. */
  readonly overdueInAll: number;
};

const MOST_OVERDUE = 1_000;

/**
 * Writes a comparison for programs: lists of lots as their numbers, without the single sales and with a thousand
 * breaches at most, so that it stays small however many lots there are.
 */
export function comparisonJson(comparison: Comparison): string {
  const named = figureLists(comparison);
  const lists = new Set<unknown>(named.map(([, lots]) => lots));
  const { sales: _, overdue, ...rest } = comparison;
  const written = {
    ...rest,
    overdue: overdue.slice(0, MOST_OVERDUE),
    overdueInAll: overdue.length,
    figures: Object.fromEntries(named.map(([path, lots]) => [path, lots.length])),
  };
  return JSON.stringify(written, (_key, value: unknown) =>
    Array.isArray(value) && lists.has(value) ? value.length : value,
  );
}
