import { chance } from './chance.ts';
import { type Change, type Deposit, type Lot, type Milestone, plan, type Step } from './lot.ts';

const DAY = 86_400_000;
/** One winner in twenty does not sign. */
const DEFAULT_PPM = 50_000;

/** Refunds of everybody's deposit but one's, each within three days. */
export function planRefunds(lot: Lot, at: number, seed: string, except?: string): Lot {
  const due = lot.deposits.filter(({ bidder, state }) => state === 'held' && bidder !== except);
  const refunds = due.map(({ bidder }): Step => {
    return { act: 'refund', bidder, at: at + 1 + chance(seed, `${lot.lotId}/refund/${bidder}`, 3 * DAY) };
  });
  return plan(lot, ...refunds);
}

/** What follows a sale: confirmation, publicity of five days, contract, payment, handover. */
export function planSettlement(lot: Lot, at: number): Lot {
  return plan(
    lot,
    { act: 'confirm', at: at + DAY },
    { act: 'publish', at: at + 2 * DAY },
    { act: 'sign', at: at + 8 * DAY },
    { act: 'pay', at: at + 9 * DAY },
    { act: 'hand-over', at: at + 12 * DAY },
  );
}

function reach(lot: Lot, moments: Partial<Record<Milestone, number>>): Lot {
  return { ...lot, milestones: { ...lot.milestones, ...moments } };
}

function move(lot: Lot, bidder: string | undefined, state: Deposit['state']): Lot {
  const deposits = lot.deposits.map((deposit) =>
    deposit.bidder === bidder && deposit.state === 'held' ? { ...deposit, state } : deposit,
  );
  return { ...lot, deposits };
}

/** Remembers when the last deposit that had to go back was back. */
function refund(lot: Lot, bidder: string, at: number): Lot {
  const moved = move(lot, bidder, 'refunded');
  const isLast = !moved.agenda.some(({ act }) => act === 'refund');
  return isLast ? reach(moved, { depositsRefundedAt: at }) : moved;
}

/** 悔拍: the deposit is lost, and there is no sale any more. */
function sign(lot: Lot, at: number, seed: string): Change {
  const { winner, hammerPriceFen: _, ...rest } = lot;
  if (chance(seed, `${lot.lotId}/default`, 1_000_000) >= DEFAULT_PPM) {
    const signed = reach(move(lot, winner, lot.terms.isLease ? 'bond' : 'price'), { contractSignedAt: at });
    return { lot: signed, news: ['settlement.changed'] };
  }
  const agenda = lot.agenda.filter(({ act }) => act === 'refund');
  const defaulted = { ...move({ ...rest, agenda }, winner, 'forfeited'), status: 'defaulted' as const };
  return {
    lot: { ...defaulted, reason: '竞得人未按期签订合同' },
    news: ['lot.changed', 'result.known', 'settlement.changed'],
  };
}

/** A step after the hammer; undefined for one before it. */
export function settle(lot: Lot, step: Step, seed: string): Change | undefined {
  const { at } = step;
  const told = (changed: Lot): Change => ({ lot: changed, news: ['settlement.changed'] });
  switch (step.act) {
    case 'refund':
      return told(refund(lot, step.bidder, at));
    case 'confirm':
      return told(reach(lot, { confirmedAt: at }));
    case 'publish':
      return told(reach(lot, { publicityStartsAt: at, publicityEndsAt: at + 5 * DAY }));
    case 'sign':
      return sign(lot, at, seed);
    case 'pay':
      return told(reach(lot, { paidAt: at }));
    case 'hand-over':
      return told(reach(lot, { handedOverAt: at }));
    default:
      return undefined;
  }
}
