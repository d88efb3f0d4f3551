import type { AmountFigure } from '../../domain/comparison/amount.ts';
import type { LotIds, RateFigure } from '../../domain/comparison/figure.ts';
import type { OutcomeMeasures } from '../../domain/comparison/outcome.ts';
import type { DimensionResult } from '../../domain/comparison/quality.ts';
import type { Column, TownshipCell } from './model.ts';
import type { ClockFigure } from './model-clocks.ts';
import type { FeeSum, FeesColumn } from './model-fees.ts';

/** A list of lots by its path. */
export type NamedList = readonly [path: string, lots: LotIds];

/** Puts a step before the paths of lists; the empty path is the step itself. */
export function under(step: string, lists: readonly NamedList[]): readonly NamedList[] {
  return lists.map(([path, lots]) => [path === '' ? step : `${step}/${path}`, lots]);
}

/** A rate opens to its denominator; `part` are its hits. */
function rateLists({ part, whole }: RateFigure): readonly NamedList[] {
  return [
    ['', whole],
    ['part', part],
  ];
}

/** An amount opens to the lots added up; its subtotals by ownership likewise, `unknown` says no ownership. */
function amountLists({ lots, unknown, subtotals }: AmountFigure): readonly NamedList[] {
  return [
    ['', lots],
    ['left-out', unknown],
    ...subtotals.flatMap((subtotal) =>
      under(subtotal.tradeCategory ?? 'unknown', [
        ['', subtotal.lots],
        ['left-out', subtotal.unknown],
      ]),
    ),
  ];
}

function successLists({ success }: OutcomeMeasures): readonly NamedList[] {
  return [
    ...under('success-official', rateLists(success.official)),
    ...under('success-attempts', rateLists(success.attempts)),
    ...under('success-properties', rateLists(success.properties)),
    ...under('success-finished', rateLists(success.finished)),
    ...under('success-net', rateLists(success.net)),
    ...success.byRound.flatMap((rate) => under(`round/${rate.round ?? 'unknown'}`, rateLists(rate))),
  ];
}

function premiumLists({ premiums }: OutcomeMeasures): readonly NamedList[] {
  return [
    ['premium-mean', premiums.mean.lots],
    ['premium-median', premiums.median.lots],
    ['premium-highest', premiums.highest.lots],
    ['premium-appraisal', premiums.overAppraisal.lots],
    ['token-start', premiums.leftOut.tokenStart],
    ['premium-price-unknown', premiums.leftOut.priceUnknown],
    ['premium-not-bid-up', premiums.leftOut.notBidUp],
    ...premiums.totals.map(({ basis, lots }): NamedList => [`premium-totals/${basis ?? 'unknown'}`, lots]),
  ];
}

/** Sold lots by ownership: those of its subtotal, with and without an amount. */
function soldLists({ sold, amount }: OutcomeMeasures): readonly NamedList[] {
  return [
    ['sold', sold.lots],
    ...amount.subtotals.map(
      ({ tradeCategory, lots, unknown }): NamedList => [
        `sold/${tradeCategory ?? 'unknown'}`,
        [...lots, ...unknown].sort(),
      ],
    ),
  ];
}

function outcomeLists(outcome: OutcomeMeasures): readonly NamedList[] {
  return [
    ...soldLists(outcome),
    ['sold-net', outcome.soldNet.lots],
    ['passed-in', outcome.passedIn.lots],
    ['completed', outcome.completed.lots],
    ['withdrawn', outcome.withdrawn.lots],
    ['open', outcome.open.lots],
    ...under('amount', amountLists(outcome.amount)),
    ...under('amount-net', amountLists(outcome.amountNet)),
    ...successLists(outcome),
    ...premiumLists(outcome),
    ['bids', outcome.bids.lots],
    ['bids/left-out', outcome.bids.unknown],
    ['bidders', outcome.bidders.lots],
    ['bidders/left-out', outcome.bidders.unknown],
    ...under('agreement', rateLists(outcome.agreements)),
    ...under('agreement-amount', amountLists(outcome.agreementAmount)),
  ];
}

function feeSumLists({ lots, illustrative, levelRent, rates, without }: FeeSum): readonly NamedList[] {
  return [
    ['', lots],
    ['illustrative', illustrative],
    ['level-rent', levelRent],
    ...rates.map((rate): NamedList => [`rate/${rate.base}`, rate.lots]),
    ['no-schedule', without.noSchedule],
    ['only-illustrative', without.onlyIllustrative],
    ['facts-missing', without.factsMissing],
  ];
}

function feesLists({ own, onEverySale, legal }: FeesColumn): readonly NamedList[] {
  return [
    ...under('own', feeSumLists(own)),
    ...(onEverySale === null ? [] : under('every-sale', feeSumLists(onEverySale))),
    ['legal/ok', legal.ok],
    ['legal/breach', legal.breach],
    ['legal/undetermined', legal.undetermined],
  ];
}

function clockLists({ clock, lots, closed, open, withdrawn, unknown, unknownWhy, limits }: ClockFigure) {
  return under(clock, [
    ['', lots],
    ['closed', closed],
    ['open', open],
    ['withdrawn', withdrawn],
    ['unknown', unknown],
    ...unknownWhy.map((each): NamedList => [`unknown/${each.why}`, each.lots]),
    ...limits.flatMap(({ limit, lots: applicable, broken, possible, overdue }) =>
      under(`limit/${limit.rule}`, [
        ['', applicable],
        ['broken', broken],
        ['possible', possible],
        ['overdue', overdue],
      ]),
    ),
  ]);
}

function qualityLists({ dimension, applicable, failing, checks }: DimensionResult): readonly NamedList[] {
  return [
    ...under(dimension, [
      ['', applicable],
      ['failing', failing],
    ]),
    ...checks.flatMap((check) =>
      under(`check/${check.check}`, [
        ['', check.applicable],
        ['failing', check.failing],
      ]),
    ),
  ];
}

/** Every list of a column, below its id. */
export function columnLists({ lots, outcome, lastYear, fees, clocks, quality }: Column): readonly NamedList[] {
  return [
    ['lots', lots],
    ...outcomeLists(outcome),
    ['last-year/sold', lastYear.sold.lots],
    ...under('last-year/amount', amountLists(lastYear.amount)),
    ...under('last-year/success-official', rateLists(lastYear.success)),
    ...under('fees', feesLists(fees)),
    ...under('clock', clocks.flatMap(clockLists)),
    ...under('quality', quality.flatMap(qualityLists)),
  ];
}

/** Every list of one cell of the table of townships. */
export function townshipLists({ sold, completed, success, amount }: TownshipCell): readonly NamedList[] {
  return [
    ['sold', sold.lots],
    ['completed', completed.lots],
    ...under('success-official', rateLists(success)),
    ...under('amount', amountLists(amount)),
  ];
}
