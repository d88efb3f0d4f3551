import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { SaleMode } from '#shared/domain/trade.ts';
import { readLink } from '../link.ts';
import { BadRow } from '../rows.ts';
import { said } from '../said.ts';
import type { Lot, Result } from './schema.ts';

/**
 * What a lot says, in our words.
 * @param hosts the platform's own: a link elsewhere says nothing of the lot
 * @throws BadRow when it contradicts itself
 */
export function toLot(lot: Lot, hosts: readonly string[]): LotObservation {
  if (lot.previousLotId === lot.lotId) throw new BadRow('/previousLotId', 'the lot itself');
  if (lot.bidCount === 0 && lot.currentPriceFen !== undefined) {
    throw new BadRow('/currentPriceFen', 'a current price without bids');
  }
  const facts = said<LotFacts>({
    ...toIdentity(lot),
    ...toLink(lot.url, hosts),
    ...toTerms(lot),
    ...toWindows(lot),
    currentPrice: lot.currentPriceFen,
    bidCount: lot.bidCount,
    registrationCount: lot.registrationCount,
    extensionCount: lot.extensionCount,
    hammerPrice: checkedHammer(lot, lot.status),
  });
  return { externalId: lot.lotId, status: lot.status, facts };
}

/**
 * What a result says of its lot, in our words.
 * @throws BadRow when it contradicts itself
 */
export function toResult(result: Result): LotObservation {
  const status = result.outcome;
  if (status !== 'sold' && result.winnerBidder !== undefined) {
    throw new BadRow('/winnerBidder', 'a winner of a lot that is not sold');
  }
  const facts = said<LotFacts>({
    statusReason: result.reason,
    saleMode: result.saleMode,
    priceBasis: result.priceBasis,
    startPrice: result.startPriceFen,
    hammerPrice: checkedHammer(result, status),
    endsAt: result.endedAt,
    extensionCount: result.extensionCount,
    bidCount: result.bidCount,
    registrationCount: result.registrationCount,
  });
  return { externalId: result.lotId, status, facts };
}

function toIdentity(lot: Lot) {
  return {
    title: lot.title,
    reference: lot.reference,
    propertyKey: lot.assetId,
    round: lot.round,
    statusReason: lot.statusReason,
    tradeCategory: lot.tradeCategory,
    assetClass: lot.assetClass,
    tradeKind: lot.tradeKind,
    seller: lot.seller,
    location: lot.location,
    divisionCode: lot.divisionCode,
    area: lot.area,
  };
}

function toLink(url: string | undefined, hosts: readonly string[]) {
  const link = url === undefined ? undefined : readLink(url, hosts);
  return link?.kind === 'own' ? { url: `https://${link.host}${link.path}` } : {};
}

function toTerms(lot: Lot) {
  return {
    saleMode: lot.saleMode,
    venue: lot.venue,
    venueAddress: lot.venueAddress,
    serviceAgency: lot.serviceAgency,
    priceBasis: lot.priceBasis,
    termMonths: lot.termMonths,
    escalation: lot.escalationPpm,
    startPrice: lot.startPriceFen,
    reserve: toReserve(lot.hasReserve),
    appraisal: lot.appraisalFen,
    deposit: lot.depositFen,
    increment: lot.incrementFen,
    maxIncrement: lot.maxIncrementFen,
    extensionMinutes: lot.extensionMinutes,
  };
}

function toReserve(hasReserve: boolean | undefined): LotFacts['reserve'] | undefined {
  if (hasReserve === undefined) return undefined;
  return hasReserve ? 'hidden' : 'none';
}

function toWindows({ startsAt, endsAt, registration, viewing }: Lot) {
  refuseBackwards('/endsAt', startsAt, endsAt);
  refuseBackwards('/registration/to', registration?.from, registration?.to);
  refuseBackwards('/viewing/to', viewing?.from, viewing?.to);
  return {
    startsAt,
    endsAt,
    registrationStartsAt: registration?.from,
    registrationEndsAt: registration?.to,
    viewingStartsAt: viewing?.from,
    viewingEndsAt: viewing?.to,
  };
}

function refuseBackwards(field: string, from: Instant | undefined, to: Instant | undefined): void {
  if (from !== undefined && to !== undefined && to <= from) throw new BadRow(field, 'not after the start');
}

interface Priced {
  readonly saleMode: SaleMode;
  readonly startPriceFen: Fen;
  readonly hammerPriceFen?: Fen | undefined;
}

/** A sale has a hammer price and nothing else has one; ascending bids never end below the start price. */
function checkedHammer(priced: Priced, status: LotStatus): Fen | undefined {
  const hammer = priced.hammerPriceFen;
  if (status === 'sold' && hammer === undefined) throw new BadRow('/hammerPriceFen', 'a sale without a price');
  if (status !== 'sold' && hammer !== undefined) {
    throw new BadRow('/hammerPriceFen', 'a price of a lot that is not sold');
  }
  if (hammer !== undefined && priced.saleMode === 'ascending' && hammer < priced.startPriceFen) {
    throw new BadRow('/hammerPriceFen', 'an ascending sale below its start price');
  }
  return hammer;
}
