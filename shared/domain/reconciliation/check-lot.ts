import { type LotState, statusOf } from '../lot-state.ts';
import { biddingFindings } from './check-bidding.ts';
import { fell, outcomeFindings, type ResultAndBids } from './check-result.ts';
import type { LotCheck, UncheckedReason } from './finding.ts';

/** Rises whenever the same lot may be found otherwise: what was found under another version is worked out anew. */
export const CHECKS_VERSION = 1;

/** A lot with its bids, and whether its platform shows bids at all. */
export interface LotAndBids extends ResultAndBids {
  readonly showsBids: boolean;
}

/** Says whether bidding is over and was not called off. */
function isOver(state: LotState): boolean {
  const status = statusOf(state);
  return fell(state) || status === 'passed-in' || status === 'ended';
}

function uncheckedReason({ state, bids, showsBids }: LotAndBids): UncheckedReason | null {
  const { saleMode, venue } = state.facts;
  if (!isOver(state)) return 'not-over';
  if (saleMode?.value === 'agreement' || saleMode?.value === 'tender') return 'not-bid-for';
  if (bids.length > 0) return null;
  if (venue?.value === 'on-site') return 'on-site';
  if (!showsBids) return 'bids-not-shown';
  return venue === undefined ? 'venue-unknown' : null;
}

/**
 * Holds the result of a lot against its bid log (结果与出价核对). Pure: the same record and bids are always found alike. What is
 * not known is never found wrong.
 */
export function checkLot(of: LotAndBids): LotCheck {
  const unchecked = uncheckedReason(of);
  if (unchecked !== null) return { unchecked, findings: [] };
  return { unchecked, findings: [...outcomeFindings(of), ...biddingFindings(of)] };
}
