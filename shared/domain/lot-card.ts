import { toLotId } from './lot-id.ts';
import { type Contradiction, contradictionsOf, type LotState, type Register, stampsOf, statusOf } from './lot-state.ts';
import type { LotStatus } from './lot-status.ts';
import type { Fen } from './money.ts';
import type { LotFacts } from './observation.ts';
import type { PriceBasis } from './price.ts';
import type { Instant } from './time.ts';
import type { Round, TradeCategory } from './trade.ts';

/** A lot as the catalogue carries it: flat, `null` for unknown, money in fen, times UTC. */
export interface LotCard {
  readonly lotId: string;
  readonly version: number;
  readonly platform: string;
  readonly externalId: string;
  readonly title: string | null;
  readonly status: LotStatus;
  readonly round: Round | null;
  readonly tradeCategory: TradeCategory | null;
  readonly location: string | null;
  readonly startPriceFen: Fen | null;
  readonly currentPriceFen: Fen | null;
  /** Only a sale has one. */
  readonly hammerPriceFen: Fen | null;
  readonly appraisalFen: Fen | null;
  readonly depositFen: Fen | null;
  readonly incrementFen: Fen | null;
  readonly priceBasis: PriceBasis | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** Bids as the platform counts them, else as our log counts them. */
  readonly bidCount: number | null;
  readonly url: string | null;
  /** Equal for all rounds of one property on its platform. */
  readonly propertyKey: string | null;
  /** Source time of the newest fact: how old the card is at most. */
  readonly asOf: Instant | null;
  readonly contradictions: readonly Contradiction[];
}

function newestFact(state: LotState): Instant | null {
  const times = stampsOf(state).map((stamp) => stamp.at);
  return times.reduce<Instant | null>((newest, at) => (newest === null || at > newest ? at : newest), null);
}

/** Lays out what is known of a lot for readers. `loggedBids` is the size of our bid log, 0 when there is none. */
export function toLotCard(state: LotState, version: number, loggedBids: number): LotCard {
  const status = statusOf(state);
  const value = <K extends keyof LotFacts>(name: K): LotFacts[K] | null =>
    (state.facts[name] as Register<LotFacts[K]> | undefined)?.value ?? null;
  const wasSold = status === 'sold' || status === 'defaulted';
  return {
    lotId: toLotId(state.platform, state.externalId),
    version,
    platform: state.platform,
    externalId: state.externalId,
    title: value('title'),
    status,
    round: value('round'),
    tradeCategory: value('tradeCategory'),
    location: value('location'),
    startPriceFen: value('startPrice'),
    currentPriceFen: value('currentPrice'),
    hammerPriceFen: wasSold ? value('hammerPrice') : null,
    appraisalFen: value('appraisal'),
    depositFen: value('deposit'),
    incrementFen: value('increment'),
    priceBasis: value('priceBasis'),
    startsAt: value('startsAt'),
    endsAt: value('endsAt'),
    bidCount: value('bidCount') ?? (loggedBids > 0 ? loggedBids : null),
    url: value('url'),
    propertyKey: value('propertyKey'),
    asOf: newestFact(state),
    contradictions: contradictionsOf(state),
  };
}
