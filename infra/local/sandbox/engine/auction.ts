import { nextBid, nextBidAt, registrations } from './bidders.ts';
import {
  type Bid,
  type Bidder,
  type Change,
  isBidding,
  isOver,
  type Lot,
  type News,
  plan,
  type Step,
  type Terms,
} from './lot.ts';
import { planRefunds, planSettlement, settle } from './settlement.ts';

/** A lot as it is when a listing is accepted. The seed settles who will come and how they will bid. */
export function listLot(lotId: string, terms: Terms, at: number, seed: string): Lot {
  const lot: Lot = {
    lotId,
    terms,
    status: 'announced',
    endsAt: terms.endsAt,
    extensionCount: 0,
    bidders: [],
    bids: [],
    deposits: [],
    milestones: { liveAt: at },
    agenda: [],
  };
  return schedule(lot, seed);
}

function schedule(lot: Lot, seed: string): Lot {
  const { terms } = lot;
  const known = new Set(lot.bidders.map(({ bidder }) => bidder));
  const coming = registrations(lot, seed).filter((step) => step.act !== 'register' || !known.has(step.who.bidder));
  return plan(
    { ...lot, agenda: [] },
    { act: 'admit', at: terms.registersFrom },
    ...coming,
    { act: 'open', at: terms.startsAt },
    { act: 'close', at: terms.endsAt },
  );
}

/** Other terms for a lot that is not being bid for yet; whoever has registered stays so. Undefined once it is too late. */
export function amendLot(lot: Lot, terms: Terms, seed: string): Lot | undefined {
  if (lot.status !== 'announced' && lot.status !== 'registering') return undefined;
  return schedule({ ...lot, terms, endsAt: terms.endsAt }, seed);
}

/** Takes a lot off before the hammer; every deposit goes back. Undefined once it is over. */
export function withdrawLot(lot: Lot, reason: string, at: number, seed: string): Lot | undefined {
  if (isOver(lot)) return undefined;
  const withdrawn: Lot = {
    ...lot,
    status: 'withdrawn',
    reason,
    agenda: [],
    milestones: { ...lot.milestones, endedAt: at, resultKnownAt: at },
  };
  return planRefunds(withdrawn, at, seed);
}

function register(lot: Lot, who: Bidder): Lot {
  const { depositFen: amountFen } = lot.terms;
  const paid = amountFen === 0 ? [] : [{ bidder: who.bidder, amountFen, state: 'held' as const }];
  return { ...lot, bidders: [...lot.bidders, who], deposits: [...lot.deposits, ...paid] };
}

function planBid(lot: Lot, after: number, seed: string): Lot {
  const at = nextBidAt(lot, after, seed);
  return at === undefined ? lot : plan(lot, { act: 'bid', at });
}

/** 延时: a bid in the last minutes leaves whoever is outbid as long again to answer. */
function extend(lot: Lot, { at }: Bid): Lot {
  const endsAt = at + lot.terms.extensionMs;
  if (endsAt <= lot.endsAt) return lot;
  const agenda = lot.agenda.filter(({ act }) => act !== 'close');
  const extended: Lot = { ...lot, agenda, endsAt, status: 'extended', extensionCount: lot.extensionCount + 1 };
  return plan(extended, { act: 'close', at: endsAt });
}

function bid(lot: Lot, at: number, seed: string): Change {
  const made = nextBid(lot, at, seed);
  if (made === undefined) return { lot, news: [] };
  const next = extend({ ...lot, bids: [...lot.bids, made] }, made);
  return { lot: planBid(next, at, seed), news: ['lot.changed', 'bids.placed'] };
}

/** The hammer: the top bid wins if it reaches the reserve. */
function close(lot: Lot, at: number, seed: string): Change {
  const top = lot.bids.at(-1);
  const ended: Lot = { ...lot, agenda: [], milestones: { ...lot.milestones, endedAt: at, resultKnownAt: at } };
  const news: readonly News[] = ['lot.changed', 'bids.placed', 'result.known', 'settlement.changed'];
  if (top === undefined || top.priceFen < (lot.terms.reserveFen ?? 0)) {
    const reason = top === undefined ? '无人出价' : '最高出价未达到保留价';
    return { lot: planRefunds({ ...ended, status: 'passed-in', reason }, at, seed), news };
  }
  const sold: Lot = { ...ended, status: 'sold', winner: top.bidder, hammerPriceFen: top.priceFen };
  return { lot: planRefunds(planSettlement(sold, at), at, seed, top.bidder), news };
}

function perform(lot: Lot, step: Step, seed: string): Change {
  const { at } = step;
  switch (step.act) {
    case 'admit':
      return { lot: { ...lot, status: 'registering' }, news: ['lot.changed'] };
    case 'register':
      return { lot: register(lot, step.who), news: ['lot.changed', 'settlement.changed'] };
    case 'open':
      return { lot: planBid({ ...lot, status: 'bidding' }, at, seed), news: ['lot.changed'] };
    case 'bid':
      return isBidding(lot) ? bid(lot, at, seed) : { lot, news: [] };
    case 'close':
      return close(lot, at, seed);
    default:
      return settle(lot, step, seed) ?? { lot, news: [] };
  }
}

/**
 * Lets time pass up to `now`. Every step happens at its own moment, so that one leap and many small ones make the same
 * history. News of one kind is told once.
 */
export function advanceLot(start: Lot, now: number, seed: string): Change {
  const news = new Set<News>();
  let lot = start;
  for (let step = lot.agenda[0]; step !== undefined && step.at <= now; step = lot.agenda[0]) {
    const change = perform({ ...lot, agenda: lot.agenda.slice(1) }, step, seed);
    for (const item of change.news) news.add(item);
    lot = change.lot;
  }
  return { lot, news: [...news] };
}
