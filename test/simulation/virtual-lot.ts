import { BID_STANDINGS, type BidObservation, type BidStanding } from '#shared/domain/bid.ts';
import { LOT_STATUSES, type LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { type SeededRandom, START } from '#test/support/fixed-ambient.ts';

/** A bid as the platform keeps it; pages show it in other clothes. */
interface KeptBid {
  readonly tick: number;
  readonly bid: Omit<BidObservation, 'standing'>;
  readonly takenBackAt: number;
}

/** A lot on the virtual platform: what it would show at every tick. */
export interface VirtualLot {
  readonly externalId: string;
  readonly statuses: readonly LotStatus[];
  readonly facts: readonly Partial<LotFacts>[];
  readonly bids: readonly KeptBid[];
}

export const TICKS = 40;
const TICK_MS = 60_000;
/** Equal bids of one bidder in one second come in runs no longer than this. */
export const LONGEST_RUN = 3;
const EXTERNAL_IDS = ['1024', '标的#2', 'a/b?c.d', '~0023', '😀 4', '__proto__'];
const STORY: readonly LotStatus[] = ['announced', 'bidding', 'bidding', 'ended'];

/** The platform's clock at a tick. */
export function timeOf(tick: number): Instant {
  return addMs(START, tick * TICK_MS);
}

function statusesOf(random: SeededRandom): readonly LotStatus[] {
  const chaos = random.pick([0, 0.05, 0.3]);
  const outcome = random.pick<LotStatus>(['sold', 'sold', 'passed-in', 'withdrawn', 'ended']);
  return Array.from({ length: TICKS }, (_, tick) => {
    if (random.chance(chaos)) return random.pick(LOT_STATUSES);
    return STORY[Math.floor(tick / 8)] ?? outcome;
  });
}

function factsOf(random: SeededRandom): readonly Partial<LotFacts>[] {
  const draw = (): Partial<LotFacts> => ({
    title: random.pick(['梧桐村厂房', '梧桐村厂房(二次)']),
    url: 'https://example.invalid/lot',
    round: random.pick([1, 2]),
    tradeCategory: 'collective',
    venue: 'online',
    saleMode: 'ascending',
    seller: random.pick(['梧桐村', '东林镇']),
    location: '吴兴区',
    priceBasis: 'per_year',
    termMonths: 36,
    startPrice: fen(random.pick([100_00, 200_00])),
    appraisal: fen(150_00),
    deposit: fen(random.pick([10_00, 20_00])),
    increment: fen(5_00),
    extensionMinutes: 5,
    startsAt: timeOf(random.pick([8, 9])),
    endsAt: timeOf(random.pick([5, 24, 26])),
    currentPrice: fen(random.pick([100_00, 105_00, 110_00])),
    bidCount: random.below(3),
    registrationCount: random.below(3),
    extensionCount: random.below(2),
    hammerPrice: fen(random.pick([90_00, 110_00])),
  });
  const versions = [draw(), draw(), draw()];
  const all = Object.keys(draw()) as (keyof LotFacts)[];
  const names = random.chance(0.5) ? all : (['title', 'currentPrice'] as const);
  const changes = random.pick([1, 4]);
  let shown = draw();
  return Array.from({ length: TICKS }, () => {
    for (let change = 0; change < changes; change++) {
      const name = random.pick(names);
      shown = { ...shown, [name]: random.pick(versions)[name] };
    }
    return shown;
  });
}

function bidsOf(random: SeededRandom): readonly KeptBid[] {
  const bidders = random.pick([
    ['A18', 'B07', 'C55'],
    ['竞买号一八三〇', '竞买号〇〇七二'],
  ]);
  const withIds = random.chance(0.25);
  const total = random.pick([0, 3, 23, 45, 60]);
  const ticks = Array.from({ length: total }, () => 8 + random.below(TICKS - 10)).sort((a, b) => a - b);
  const bids: KeptBid[] = [];
  let run = 0;
  for (const [index, tick] of ticks.entries()) {
    const before = bids.at(-1);
    const repeats = before !== undefined && before.tick === tick && run < LONGEST_RUN - 1 && random.chance(0.5);
    run = repeats ? run + 1 : 0;
    const at = addMs(timeOf(tick), index * 1000);
    const core = repeats ? before.bid : { bidder: random.pick(bidders), price: fen(100_00 + index * 5_00), at };
    const bid = withIds ? { ...core, platformBidId: `bid/${index}` } : core;
    bids.push({ tick, bid, takenBackAt: random.chance(0.05) ? tick + 3 : TICKS });
  }
  return bids;
}

export function virtualLots(random: SeededRandom, count: number): readonly VirtualLot[] {
  return random
    .shuffled(EXTERNAL_IDS)
    .slice(0, count)
    .map((externalId) => ({
      externalId,
      statuses: statusesOf(random),
      facts: factsOf(random),
      bids: bidsOf(random),
    }));
}

/** The lot as a page of that tick shows it, which says only some of it. */
export function showLot(random: SeededRandom, lot: VirtualLot, tick: number, says: number): LotObservation {
  const facts = Object.entries(lot.facts[tick] ?? {}).filter(() => random.chance(says));
  const status = lot.statuses[tick];
  return {
    externalId: lot.externalId,
    facts: Object.fromEntries(facts) as Partial<LotFacts>,
    ...(status !== undefined && random.chance(says) ? { status } : {}),
  };
}

/** The lot's bids as of that tick, newest first, as one page of 20 from `offset` shows them. */
export function showBids(
  random: SeededRandom,
  lot: VirtualLot,
  tick: number,
  offset: number,
): readonly BidObservation[] {
  const fraction = random.pick([0, 371]);
  const tells = random.chance(0.8);
  const shown = lot.bids.filter((kept) => kept.tick <= tick);
  const standing = (index: number, kept: KeptBid): BidStanding => {
    if (!tells) return BID_STANDINGS[0];
    if (kept.takenBackAt <= tick) return 'taken-back';
    if (index < shown.length - 1) return 'outbid';
    return tick >= TICKS - 8 ? 'winning' : 'leading';
  };
  return shown
    .map((kept, index) => ({
      ...kept.bid,
      at: fraction === 0 ? kept.bid.at : addMs(kept.bid.at, fraction),
      standing: standing(index, kept),
    }))
    .reverse()
    .slice(offset, offset + 20);
}
