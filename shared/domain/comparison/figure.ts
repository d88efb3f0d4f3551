import type { Ppm } from '../money.ts';
import type { OutcomeDefinition } from './definitions.ts';
import { shareOf } from './exact.ts';
import type { RoundFacts } from './round-facts.ts';

/** Ids of the lots behind a figure, ascending: the list it opens to has exactly these rows. */
export type LotIds = readonly string[];

/** A number of lots; it is the length of the list. */
export interface CountFigure {
  readonly definition: OutcomeDefinition;
  readonly lots: LotIds;
}

/** A share of lots in lots; `rate` is `null` of nothing. */
export interface RateFigure {
  readonly definition: OutcomeDefinition;
  readonly part: LotIds;
  readonly whole: LotIds;
  readonly rate: Ppm | null;
}

/** Ids of lots. */
export function idsOf(lots: readonly RoundFacts[]): LotIds {
  return lots.map(({ lotId }) => lotId).sort();
}

/** Counts lots. */
export function countFigure(definition: OutcomeDefinition, lots: readonly RoundFacts[]): CountFigure {
  return { definition, lots: idsOf(lots) };
}

/** The share of some lots in all of them. */
export function rateFigure(
  definition: OutcomeDefinition,
  part: readonly RoundFacts[],
  whole: readonly RoundFacts[],
): RateFigure {
  return { definition, part: idsOf(part), whole: idsOf(whole), rate: shareOf(part.length, whole.length) };
}
