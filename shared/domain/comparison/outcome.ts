import type { Ppm } from '../money.ts';
import { type AmountFigure, amountFigure } from './amount.ts';
import { shareOf } from './exact.ts';
import { type CountFigure, countFigure, idsOf, type LotIds, type RateFigure, rateFigure } from './figure.ts';
import { outcomeGroups, wasSold } from './outcome-groups.ts';
import { type Premiums, premiumsOf } from './premium.ts';
import type { RoundFacts } from './round-facts.ts';
import { type SuccessRates, successRates } from './success.ts';

/** A number of things per lot: their sum over the lots that say it, and the mean in millionths; `null` of none. */
export interface PerLotFigure {
  readonly definition: 'bids' | 'bidders';
  readonly total: number;
  readonly mean: Ppm | null;
  readonly lots: LotIds;
  readonly unknown: LotIds;
}

/** All measures of outcome (成交指标) of one set of lots, each with the lots behind it. */
export interface OutcomeMeasures {
  readonly sold: CountFigure;
  readonly soldNet: CountFigure;
  readonly passedIn: CountFigure;
  readonly completed: CountFigure;
  readonly withdrawn: CountFigure;
  readonly open: CountFigure;
  readonly amount: AmountFigure;
  readonly amountNet: AmountFigure;
  readonly success: SuccessRates;
  readonly premiums: Premiums;
  readonly bids: PerLotFigure;
  readonly bidders: PerLotFigure;
  /** Deals by agreement (协议) among all lots offered so: in none of the figures above. */
  readonly agreements: RateFigure;
  readonly agreementAmount: AmountFigure;
}

function perLot(
  definition: PerLotFigure['definition'],
  lots: readonly RoundFacts[],
  count: (lot: RoundFacts) => number | null,
): PerLotFigure {
  const known = lots.filter((lot) => count(lot) !== null);
  const total = known.reduce((sum, lot) => sum + (count(lot) ?? 0), 0);
  return {
    definition,
    total,
    mean: shareOf(total, known.length),
    lots: idsOf(known),
    unknown: idsOf(lots.filter((lot) => count(lot) === null)),
  };
}

/** Works out every measure of outcome of a population's lots, or of any part of them. */
export function outcomeMeasures(lots: readonly RoundFacts[]): OutcomeMeasures {
  const groups = outcomeGroups(lots);
  const agreed = groups.agreements.filter(wasSold);
  return {
    sold: countFigure('sold', groups.sold),
    soldNet: countFigure('sold-net', groups.soldNet),
    passedIn: countFigure('passed-in', groups.passedIn),
    completed: countFigure('completed', groups.completed),
    withdrawn: countFigure('withdrawn', groups.withdrawn),
    open: countFigure('open', groups.open),
    amount: amountFigure(groups.sold),
    amountNet: amountFigure(groups.soldNet),
    success: successRates(lots),
    premiums: premiumsOf(groups.sold),
    bids: perLot('bids', groups.completed, ({ bidCount }) => bidCount),
    bidders: perLot('bidders', groups.completed, ({ registrationCount }) => registrationCount),
    agreements: rateFigure('agreement', agreed, groups.agreements),
    agreementAmount: amountFigure(agreed),
  };
}
