import type { RoundFacts } from './round-facts.ts';

/** Lots of a population by what became of them. Agreements (协议) stand apart: they were never bid for. */
export interface OutcomeGroups {
  /** Every lot put up for bidding (发拍), whatever became of it. */
  readonly attempts: readonly RoundFacts[];
  /** Sold at the hammer, those that defaulted later among them. */
  readonly sold: readonly RoundFacts[];
  readonly passedIn: readonly RoundFacts[];
  /** Sold and passed in (完成竞价). */
  readonly completed: readonly RoundFacts[];
  readonly withdrawn: readonly RoundFacts[];
  /** Without an outcome yet, or none that was reported. */
  readonly open: readonly RoundFacts[];
  readonly defaulted: readonly RoundFacts[];
  /** Sold and not defaulted. */
  readonly soldNet: readonly RoundFacts[];
  /** Every lot offered by agreement, whatever became of it. */
  readonly agreements: readonly RoundFacts[];
}

/** Says whether the hammer fell, though the buyer may have defaulted since. */
export function wasSold({ status }: RoundFacts): boolean {
  return status === 'sold' || status === 'defaulted';
}

/** Sorts lots by what became of them; an attempt is exactly one of sold, passed in, withdrawn, open. */
export function outcomeGroups(lots: readonly RoundFacts[]): OutcomeGroups {
  const attempts = lots.filter(({ saleMode }) => saleMode !== 'agreement');
  const sold = attempts.filter(wasSold);
  const passedIn = attempts.filter(({ status }) => status === 'passed-in');
  const withdrawn = attempts.filter(({ status }) => status === 'withdrawn');
  return {
    attempts,
    sold,
    passedIn,
    completed: attempts.filter((lot) => wasSold(lot) || lot.status === 'passed-in'),
    withdrawn,
    open: attempts.filter((lot) => !wasSold(lot) && lot.status !== 'passed-in' && lot.status !== 'withdrawn'),
    defaulted: sold.filter(({ status }) => status === 'defaulted'),
    soldNet: sold.filter(({ status }) => status === 'sold'),
    agreements: lots.filter(({ saleMode }) => saleMode === 'agreement'),
  };
}
