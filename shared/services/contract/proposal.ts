import type { ContractTerms } from '../../domain/contract/contract.ts';
import { endOfTerm } from '../../domain/contract/rents.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { type Fen, fen, ppm } from '../../domain/money.ts';
import type { KnownLot } from '../settlement/known-lot.ts';

/** What is known of a contract before anybody wrote it; `null` for what is not. */
export type ContractProposal = { readonly [K in keyof ContractTerms]: ContractTerms[K] | null };

/** Nothing known yet. */
export const NO_PROPOSAL: ContractProposal = {
  number: null,
  assetId: null,
  lotId: null,
  startsOn: null,
  endsOn: null,
  yearlyRentFen: null,
  escalationPpm: null,
  bondFen: null,
  scan: null,
  note: null,
};

/** Rent of a year at the hammer; `null` for a basis that is no rent, or needs more than the price. */
function yearlyRent({ hammerPriceFen, priceBasis }: Pick<LotCard, 'hammerPriceFen' | 'priceBasis'>): Fen | null {
  if (hammerPriceFen === null) return null;
  if (priceBasis === 'per_year') return hammerPriceFen;
  return priceBasis === 'per_month' ? fen(hammerPriceFen * 12) : null;
}

/** Whether what was sold is let or contracted out. */
export function isLease({ tradeKind, priceBasis }: Pick<LotCard, 'tradeKind' | 'priceBasis'>): boolean {
  if (tradeKind !== null) return tradeKind === 'lease' || tradeKind === 'contract_out';
  return priceBasis === 'per_year' || priceBasis === 'per_month' || priceBasis === 'per_mu_year';
}

/** The contract a sold lease leads to, from the lot and the listing it came of. */
export function proposalFor({ card, listing }: Pick<KnownLot, 'card' | 'listing'>): ContractProposal {
  const terms = listing?.terms ?? null;
  const startsOn = terms?.lease.startsOn ?? null;
  const months = card.termMonths ?? terms?.lease.months ?? null;
  const escalation = card.escalationPpm ?? terms?.lease.escalationPpm ?? null;
  return {
    ...NO_PROPOSAL,
    lotId: card.lotId,
    assetId: terms?.items.length === 1 ? (terms.items[0]?.assetId ?? null) : null,
    startsOn,
    endsOn: startsOn === null || months === null || months < 1 ? null : endOfTerm(startsOn, months),
    yearlyRentFen: yearlyRent(card),
    escalationPpm: escalation === null ? null : ppm(escalation),
  };
}
