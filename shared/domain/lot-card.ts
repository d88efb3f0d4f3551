import { toLotId } from './lot-id.ts';
import {
  type Contradiction,
  contradictionsOf,
  type LotState,
  outcomeStampOf,
  type Register,
  stampsOf,
  statusOf,
  unknownLot,
} from './lot-state.ts';
import type { LotStatus } from './lot-status.ts';
import type { Fen, Ppm } from './money.ts';
import type { Correction, LotFacts } from './observation.ts';
import { placeOf } from './place.ts';
import type { PriceBasis } from './price.ts';
import type { Instant } from './time.ts';
import type { Area, AssetClass, Round, SaleMode, TradeCategory, TradeKind, Venue } from './trade.ts';

/**
 * A lot as the catalogue, the change feed and the comparison carry it: flat, `null` for unknown, money in fen, times UTC.
 */
export interface LotCard {
  readonly lotId: string;
  readonly version: number;
  readonly platform: string;
  readonly externalId: string;
  readonly title: string | null;
  readonly status: LotStatus;
  readonly round: Round | null;
  readonly tradeCategory: TradeCategory | null;
  readonly assetClass: AssetClass | null;
  readonly tradeKind: TradeKind | null;
  readonly venue: Venue | null;
  readonly saleMode: SaleMode | null;
  /** Six digits of the district the asset lies in. */
  readonly jurisdiction: string | null;
  /** Nine digits. */
  readonly township: string | null;
  readonly location: string | null;
  readonly seller: string | null;
  readonly area: Area | null;
  readonly termMonths: number | null;
  /** Yearly rise of a lease's rent, compounding from the second year; 0 is level. */
  readonly escalationPpm: Ppm | null;
  readonly startPriceFen: Fen | null;
  readonly currentPriceFen: Fen | null;
  /** Only a sale has one. */
  readonly hammerPriceFen: Fen | null;
  readonly appraisalFen: Fen | null;
  readonly depositFen: Fen | null;
  readonly incrementFen: Fen | null;
  readonly reserve: 'none' | 'hidden' | null;
  /** What start, current and hammer price and the increment are prices of. */
  readonly priceBasis: PriceBasis | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly registrationEndsAt: Instant | null;
  /** Bids as the platform counts them, else as our log counts them. */
  readonly bidCount: number | null;
  readonly registrationCount: number | null;
  readonly url: string | null;
  /** Equal for all rounds of one property on its platform. */
  readonly propertyKey: string | null;
  /** Our own reference, where the platform carries it. */
  readonly reference: string | null;
  /** Milestones (时间节点), as the desk, the platform or its files state them. */
  readonly submittedAt: Instant | null;
  /** Every return for correction, in order of time; `null` where the desk does not know the lot. */
  readonly corrections: readonly Correction[] | null;
  readonly approvedAt: Instant | null;
  /** Our own record of handing over the complete package; only without one, what the platform states. */
  readonly materialsCompleteAt: Instant | null;
  readonly liveAt: Instant | null;
  readonly resultKnownAt: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly publicityStartsAt: Instant | null;
  readonly publicityEndsAt: Instant | null;
  readonly contractSignedAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly handedOverAt: Instant | null;
  readonly depositsRefundedAt: Instant | null;
  /** Source time of the document that first showed the outcome; `null` while there is none. */
  readonly outcomeSeenAt: Instant | null;
  /** Source time of the newest fact: how old the card is at most. */
  readonly asOf: Instant | null;
  readonly contradictions: readonly Contradiction[];
}

function newestFact(state: LotState): Instant | null {
  const times = stampsOf(state).map((stamp) => stamp.at);
  return times.reduce<Instant | null>((newest, at) => (newest === null || at > newest ? at : newest), null);
}

type Value = <K extends keyof LotFacts>(name: K) => LotFacts[K] | null;

function valuesOf(state: LotState): Value {
  return <K extends keyof LotFacts>(name: K) => (state.facts[name] as Register<LotFacts[K]> | undefined)?.value ?? null;
}

function classification(value: Value) {
  const texts = [value('location') ?? undefined, value('title') ?? undefined];
  return {
    round: value('round'),
    tradeCategory: value('tradeCategory'),
    assetClass: value('assetClass'),
    tradeKind: value('tradeKind'),
    venue: value('venue'),
    saleMode: value('saleMode'),
    ...placeOf({ divisionCode: value('divisionCode') ?? undefined, texts }),
    location: value('location'),
    seller: value('seller'),
    area: value('area'),
    termMonths: value('termMonths'),
    escalationPpm: value('escalation'),
  };
}

function prices(value: Value, wasSold: boolean) {
  return {
    startPriceFen: value('startPrice'),
    currentPriceFen: value('currentPrice'),
    hammerPriceFen: wasSold ? value('hammerPrice') : null,
    appraisalFen: value('appraisal'),
    depositFen: value('deposit'),
    incrementFen: value('increment'),
    reserve: value('reserve'),
    priceBasis: value('priceBasis'),
  };
}

function milestones(value: Value) {
  return {
    submittedAt: value('submittedAt'),
    corrections: value('corrections'),
    approvedAt: value('approvedAt'),
    // The platform's clock starts here, so its own word counts only where there is no record of ours.
    materialsCompleteAt: value('packageHandedOverAt') ?? value('materialsCompleteAt'),
    liveAt: value('liveAt'),
    resultKnownAt: value('resultKnownAt'),
    confirmedAt: value('confirmedAt'),
    publicityStartsAt: value('publicityStartsAt'),
    publicityEndsAt: value('publicityEndsAt'),
    contractSignedAt: value('contractSignedAt'),
    paidAt: value('paidAt'),
    handedOverAt: value('handedOverAt'),
    depositsRefundedAt: value('depositsRefundedAt'),
  };
}

/** Lays out what is known of a lot for readers. `loggedBids` is the size of our bid log, 0 when there is none. */
export function toLotCard(state: LotState, version: number, loggedBids: number): LotCard {
  const status = statusOf(state);
  const value = valuesOf(state);
  return {
    lotId: toLotId(state.platform, state.externalId),
    version,
    platform: state.platform,
    externalId: state.externalId,
    title: value('title'),
    status,
    ...classification(value),
    ...prices(value, status === 'sold' || status === 'defaulted'),
    startsAt: value('startsAt'),
    endsAt: value('endsAt'),
    registrationEndsAt: value('registrationEndsAt'),
    bidCount: value('bidCount') ?? (loggedBids > 0 ? loggedBids : null),
    registrationCount: value('registrationCount'),
    url: value('url'),
    propertyKey: value('propertyKey'),
    reference: value('reference'),
    ...milestones(value),
    outcomeSeenAt: outcomeStampOf(state)?.at ?? null,
    asOf: newestFact(state),
    contradictions: contradictionsOf(state),
  };
}

/** The card of a lot nothing is known of: what a field says when it says nothing. */
export const NOTHING_KNOWN: LotCard = toLotCard(unknownLot('none', 'none'), 0, 0);
