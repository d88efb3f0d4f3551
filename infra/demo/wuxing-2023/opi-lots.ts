import { dayNumberOf } from '#shared/domain/calendar/beijing-day.ts';
import { addMs, formatBeijing, type Instant } from '#shared/domain/time.ts';
import { atMinute } from './days.ts';
import type { OfficialLot } from './lots.ts';
import { areaText } from './words.ts';

const HOUR_MS = 3_600_000;
const REASONS = {
  withdrawn: '出租方撤回委托(演示)',
  suspended: '标的权属需进一步核实(演示)',
  defaulted: '买受人逾期未签订合同(演示)',
} as const;

/** The status of a lot at a time, in the interface's words, and what goes with it. */
function statusAt({ round, prices, startsAt, bidding, changedAt }: OfficialLot, at: Instant): object {
  const isChanged = changedAt !== undefined && changedAt <= at;
  const { ending } = round;
  if (isChanged && (ending === 'withdrawn' || ending === 'suspended' || ending === 'defaulted')) {
    return { status: ending, statusReason: REASONS[ending], registrationCount: bidding.registrations };
  }
  if (at < startsAt) return { status: addMs(at, 96 * HOUR_MS) < startsAt ? 'announced' : 'registering' };
  const made = bidding.bids.filter((bid) => bid.at <= at);
  const standing = made.findLast((bid) => bid.standing !== 'taken-back');
  const bids = { bidCount: made.length, ...(standing && { currentPriceFen: standing.price }) };
  if (at < bidding.endsAt) return { status: 'bidding', ...bids };
  const counts = { ...bids, registrationCount: bidding.registrations, extensionCount: bidding.extensions };
  if (ending === 'passed-in') return { status: 'passed-in', ...counts };
  return { status: 'sold', ...counts, hammerPriceFen: prices.hammer };
}

/** Registration closes in the afternoon before. */
function registrationEnds({ startsAt }: OfficialLot): Instant {
  return atMinute(dayNumberOf(startsAt) - 1, 990);
}

/** A lot as the Open Platform Interface says it at a time. */
export function opiLot(lot: OfficialLot, at: Instant, seed: number): object {
  const { asset, offer, prices, milestones, bidding } = lot;
  const hasEnded = lot.bidding.endsAt <= at;
  return {
    lotId: lot.id,
    assetId: `DEMO${String(seed).padStart(4, '0')}-A${String(asset.number).padStart(4, '0')}`,
    ...(lot.round.number === 2 && { previousLotId: lot.id.replace(/2$/, '1') }),
    round: lot.round.number,
    title: titleOf(lot),
    tradeCategory: asset.owner,
    assetClass: asset.kind.classWord,
    tradeKind: asset.kind.tradeKind,
    saleMode: 'ascending',
    venue: 'online',
    seller: asset.seller.name,
    location: offer.location,
    divisionCode: asset.seller.township.code,
    ...(offer.area !== undefined && { area: { value: areaText(offer.area), unit: asset.kind.area?.unit } }),
    priceBasis: offer.basis.replaceAll('_', '-'),
    ...(offer.termMonths !== undefined && !offer.isTermUnsaid && { termMonths: offer.termMonths }),
    startPriceFen: prices.start,
    hasReserve: asset.part === 'token',
    ...(lot.appraisal !== undefined && { appraisalFen: lot.appraisal }),
    depositFen: lot.deposit,
    incrementFen: prices.increment,
    extensionMinutes: 5,
    registration: { from: formatBeijing(milestones.liveAt), to: formatBeijing(registrationEnds(lot)) },
    startsAt: formatBeijing(lot.startsAt),
    endsAt: formatBeijing(hasEnded ? bidding.endsAt : lot.plannedEnd),
    ...statusAt(lot, at),
  };
}

/** Name of the lot with what its buyer gets, the same in every document. */
export function titleOf({ asset, offer }: OfficialLot): string {
  const years = offer.termMonths === undefined ? '' : `${offer.termMonths}个月`;
  const right = { lease: '租赁权', 'contract-out': '承包权', transfer: '转让' }[asset.kind.tradeKind];
  return `${offer.title}${years}${right}`;
}
