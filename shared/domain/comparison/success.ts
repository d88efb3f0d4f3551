import { isOutcome } from '../lot-status.ts';
import type { Round } from '../trade.ts';
import { type RateFigure, rateFigure } from './figure.ts';
import { outcomeGroups, wasSold } from './outcome-groups.ts';
import { placedAt } from './population.ts';
import type { RoundFacts } from './round-facts.ts';

/** Success rates (成交率) with their denominators side by side; `official` is the one the district prints. */
export interface SuccessRates {
  readonly official: RateFigure;
  readonly attempts: RateFigure;
  /** By property: each is listed by one of its rounds, the sold one if there is one, else the last. */
  readonly properties: RateFigure;
  readonly finished: RateFigure;
  /** Official, with defaults taken out of the sold. */
  readonly net: RateFigure;
  /** The official rate of each round (轮次), numbered rounds first; `null` where the round is not known. */
  readonly byRound: readonly (RateFigure & { readonly round: Round | null })[];
}

const UNNUMBERED: readonly (Round | null)[] = ['again', 'sell-off', null];
const AFTER_NUMBERED = 1_000_000;

interface Property {
  /** The round that stands for the property. */
  readonly lot: RoundFacts;
  readonly isFinished: boolean;
}

/** Rounds of one property share its key on their platform; a lot without a key is a property of its own. */
function propertyOf(lot: RoundFacts): string {
  return lot.propertyKey === null ? `lot|${lot.lotId}` : `key|${lot.platform}|${lot.propertyKey}`;
}

function lastOf(rounds: readonly RoundFacts[]): RoundFacts | undefined {
  const orderOf = (lot: RoundFacts) => `${placedAt(lot) ?? ''}|${lot.lotId}`;
  return rounds.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).at(-1);
}

function propertiesOf(attempts: readonly RoundFacts[]): readonly Property[] {
  return [...Map.groupBy(attempts, propertyOf).values()].flatMap((rounds) => {
    const lot = lastOf(rounds.filter(wasSold)) ?? lastOf(rounds);
    return lot === undefined ? [] : [{ lot, isFinished: rounds.every(({ status }) => isOutcome(status)) }];
  });
}

function propertyRate(definition: 'success-properties' | 'success-finished', of: readonly Property[]): RateFigure {
  const lots = of.map(({ lot }) => lot);
  return rateFigure(definition, lots.filter(wasSold), lots);
}

function roundOrder(round: Round | null): number {
  return typeof round === 'number' ? round : AFTER_NUMBERED + UNNUMBERED.indexOf(round);
}

function ratesByRound(completed: readonly RoundFacts[]): SuccessRates['byRound'] {
  return [...Map.groupBy(completed, ({ round }) => round)]
    .toSorted(([a], [b]) => roundOrder(a) - roundOrder(b))
    .map(([round, lots]) => ({ round, ...rateFigure('success-official', lots.filter(wasSold), lots) }));
}

/** Success rates of a population's lots. Rounds of a property outside the population are not seen. */
export function successRates(lots: readonly RoundFacts[]): SuccessRates {
  const { attempts, sold, soldNet, completed } = outcomeGroups(lots);
  const properties = propertiesOf(attempts);
  return {
    official: rateFigure('success-official', sold, completed),
    attempts: rateFigure('success-attempts', sold, attempts),
    properties: propertyRate('success-properties', properties),
    finished: propertyRate(
      'success-finished',
      properties.filter(({ isFinished }) => isFinished),
    ),
    net: rateFigure('success-net', soldNet, completed),
    byRound: ratesByRound(completed),
  };
}
