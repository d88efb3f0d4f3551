import { type DayNumber, dayNumberOf } from '#shared/domain/calendar/beijing-day.ts';
import { type Fen, fen } from '#shared/domain/money.ts';
import { addMs, type Instant, type LocalDate } from '#shared/domain/time.ts';
import { type Bidding, bidFor } from './bidding.ts';
import { addWorkingDays, atMinute, dayOf2023 } from './days.ts';
import { type Milestones, materialsDay, milestonesAfter } from './milestones.ts';
import { type Offer, offerOf } from './offers.ts';
import { type PlannedAsset, type PlannedRound, planAssets, wasSold } from './plan.ts';
import { priceRounds, type RoundPrices } from './prices.ts';
import { type Draws, drawsOf } from './random.ts';

/** One lot of the district's register: a round of an asset with everything that happened to it. */
export interface OfficialLot {
  readonly id: string;
  readonly asset: PlannedAsset;
  readonly offer: Offer;
  readonly round: PlannedRound;
  /** Which lot it is of the session (notice) it is offered in, from 1. */
  readonly section: number;
  readonly isOnline: boolean;
  readonly prices: RoundPrices;
  readonly appraisal?: Fen;
  readonly deposit: Fen;
  readonly startsAt: Instant;
  readonly plannedEnd: Instant;
  readonly bidding: Bidding;
  readonly milestones: Milestones;
  /** When it was withdrawn, suspended or defaulted on. */
  readonly changedAt?: Instant;
}

const DAY_MS = 86_400_000;
/** What is still open as the record ends has been announced by this day. */
const LAST_NOTICE = dayOf2023('12-28');
/** The list has shown every sale before its default is told. */
const LAST_DEFAULT = dayOf2023('12-30');
const SESSION_MINUTES = [60, 90, 120, 180];
/** Of a hundred lots that passed in, so many had bidders who registered and never bid. */
const REGISTERED_PERCENT = 45;
/** Of a hundred lots of the auction house, so many are sold online; the others are called out in its hall. */
const HOUSE_ONLINE_PERCENT = 40;

/** When bidding begins and is meant to end. Sales for good take a day online, leases an hour or more, calling out minutes. */
function windowOf(draws: Draws, { platform, kind }: PlannedAsset, session: Session, day: DayNumber, section: number) {
  const { isOnline, opensAt } = session;
  if (!isOnline) {
    const startsAt = atMinute(day, opensAt + (section - 1) * 20);
    return { startsAt, plannedEnd: addMs(startsAt, draws.between(6, 19) * 60_000) };
  }
  const isLong = kind.tradeKind === 'transfer' || platform === 'house';
  const startsAt = atMinute(isLong ? day - 1 : day, isLong ? 600 : opensAt);
  return { startsAt, plannedEnd: addMs(startsAt, isLong ? DAY_MS : draws.pick(SESSION_MINUTES) * 60_000) };
}

function noticeDays(draws: Draws, { owner, platform }: PlannedAsset): number {
  return owner === 'state' ? draws.between(11, 21) : draws.between(platform === 'house' ? 10 : 7, 14);
}

/** Deposits are round sums of about a fifth of the start price. */
function depositFor(draws: Draws, { start }: RoundPrices): Fen {
  const wanted = Math.floor((start * draws.between(8, 25)) / 10_000);
  const unit = wanted < 10_000 ? 500 : 5_000;
  return fen(Math.max(1, Math.round(wanted / unit)) * unit * 100);
}

function biddingOf(draws: Draws, prices: RoundPrices, round: PlannedRound, startsAt: Instant, end: Instant): Bidding {
  if (prices.hammer !== undefined) return bidFor(draws, prices, prices.hammer, startsAt, end);
  const registrations = round.ending === 'passed-in' && draws.percent(REGISTERED_PERCENT) ? draws.between(1, 2) : 0;
  return { bids: [], endsAt: end, extensions: 0, registrations };
}

/** A withdrawal or suspension comes during the notice, a default some weeks after the sale. */
function changedAtOf(draws: Draws, { ending }: PlannedRound, liveAt: Instant, startsAt: Instant, endsAt: Instant) {
  const minute = draws.between(560, 990);
  if (ending === 'defaulted') {
    const day = Math.min(dayNumberOf(endsAt) + draws.between(12, 30), LAST_DEFAULT);
    return { changedAt: atMinute(day, minute) };
  }
  if (ending !== 'withdrawn' && ending !== 'suspended') return {};
  return { changedAt: atMinute(draws.between(dayNumberOf(liveAt) + 1, dayNumberOf(startsAt) - 1), minute) };
}

/** What the lots of a group have in common in one round. */
interface Session {
  readonly liveAt: Instant;
  readonly materialsCompleteAt: LocalDate;
  readonly isOnline: boolean;
  /** Minutes after midnight at which the first lot is called, or online leases begin. */
  readonly opensAt: number;
}

function sessionOf(asset: PlannedAsset, round: PlannedRound, seed: number): Session {
  const draws = drawsOf(seed, `session ${asset.group} ${round.number}`);
  const wanted = Math.min(round.day - noticeDays(draws, asset), LAST_NOTICE);
  const liveDay = addWorkingDays(wanted + 1, -1);
  const liveAt = atMinute(liveDay, draws.between(540, 1_010));
  return {
    liveAt,
    materialsCompleteAt: materialsDay(draws, asset.platform, liveAt),
    isOnline: asset.platform === 'district' || draws.percent(HOUSE_ONLINE_PERCENT),
    opensAt: draws.pick([570, 600, 840]),
  };
}

/** A round with its prices, and the start price its asset first had. */
interface PricedRound {
  readonly asset: PlannedAsset;
  readonly offer: Offer;
  readonly round: PlannedRound;
  readonly prices: RoundPrices;
  readonly firstStart: Fen;
}

function appraisalOf({ asset, offer, firstStart }: PricedRound) {
  if (offer.appraisalPercent === undefined || asset.part === 'token') return {};
  return { appraisal: fen(Math.floor((firstStart * offer.appraisalPercent) / 10_000) * 100) };
}

function milestonesOf(draws: Draws, { asset, round }: PricedRound, { endsAt, registrations }: Bidding) {
  const { platform, owner } = asset;
  const { ending } = round;
  if (!wasSold(ending) && ending !== 'passed-in') return {};
  return milestonesAfter(draws, { platform, owner, ending, endsAt, hasDeposits: registrations > 0 });
}

function toLot(priced: PricedRound, section: number, seed: number): OfficialLot {
  const { asset, offer, round, prices } = priced;
  const draws = drawsOf(seed, `lot ${asset.number} ${round.number}`);
  const session = sessionOf(asset, round, seed);
  const { liveAt, materialsCompleteAt, isOnline } = session;
  const { startsAt, plannedEnd } = windowOf(draws, asset, session, round.day, section);
  const bidding = biddingOf(draws, prices, round, startsAt, plannedEnd);
  return {
    id: idOf(asset, round.number, section, seed),
    ...{ asset, offer, round, section, isOnline, prices, startsAt, plannedEnd, bidding },
    ...appraisalOf(priced),
    deposit: depositFor(draws, prices),
    milestones: { materialsCompleteAt, liveAt, ...milestonesOf(draws, priced, bidding) },
    ...changedAtOf(draws, round, liveAt, startsAt, bidding.endsAt),
  };
}

/** Numbers of lots: of a notice and its section at the auction house, of the asset and its round at the district. */
function idOf(asset: PlannedAsset, round: number, section: number, seed: number): string {
  const tag = String(seed).padStart(4, '0');
  if (asset.platform === 'house') return `c-9${tag}${String(asset.group * 2 + round - 1).padStart(4, '0')}/${section}`;
  return `DEMO${tag}-${String(asset.number).padStart(4, '0')}-${round}`;
}

/** Every lot of the district's register in the year of a seed. */
export function officialLots(seed: number): readonly OfficialLot[] {
  const assets = planAssets(seed);
  const offers = new Map(assets.map((asset) => [asset, offerOf(asset, seed)] as const));
  const prices = priceRounds(offers, seed);
  const sections = new Map<string, number>();
  return [...offers].flatMap(([asset, offer]) =>
    asset.rounds.map((round) => {
      const [found, first] = [prices.get(round), prices.get(asset.rounds[0] ?? round)];
      if (found === undefined || first === undefined) throw new RangeError('a round without prices');
      const session = `${asset.group}/${round.number}`;
      const section = (sections.get(session) ?? 0) + 1;
      sections.set(session, section);
      return toLot({ asset, offer, round, prices: found, firstStart: first.start }, section, seed);
    }),
  );
}
