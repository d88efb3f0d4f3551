import { type Fen, fen } from '#shared/domain/money.ts';
import { addMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import type { RoundPrices } from './prices.ts';
import type { Draws } from './random.ts';

/** One bid of the demo; a bid taken back (判定无效) was none after all. */
export interface DemoBid {
  readonly bidder: string;
  readonly price: Fen;
  readonly at: Instant;
  readonly standing: 'outbid' | 'winning' | 'taken-back';
}

/** How bidding went: its bids in order, when it ended, how often it was extended, and how many had registered. */
export interface Bidding {
  readonly bids: readonly DemoBid[];
  readonly endsAt: Instant;
  readonly extensions: number;
  readonly registrations: number;
}

const SECOND = 1_000;
/** A bid in the last minutes moves the end to so many minutes after it. */
const EXTENSION_SECONDS = 300;
const MOST_BIDS = 46;
/** Of a hundred lots with time between their first two bids. */
const TAKEN_BACK_PERCENT = 8;
const RACE_PERCENT = 55;

/** Whole increments above the start, ascending, from the first bid to the hammer. */
function stepsOf(draws: Draws, most: number): readonly number[] {
  if (most === 0) return [0];
  const count = draws.between(2, Math.min(most + 1, draws.between(3, MOST_BIDS)));
  const between = new Set<number>();
  while (between.size < Math.min(count - 2, most - 1)) between.add(draws.between(1, most - 1));
  return [0, ...[...between].sort((a, b) => a - b), most];
}

/** Seconds after the start at which bids are made, ascending: some in a race at the end that moves it. */
function secondsOf(draws: Draws, count: number, planned: number) {
  const racing = count > 2 && draws.percent(RACE_PERCENT) ? draws.between(2, Math.max(2, Math.floor(count / 2))) : 0;
  const early = new Set<number>();
  while (early.size < count - racing) early.add(draws.between(2, planned - EXTENSION_SECONDS - 1));
  const seconds = [...early].sort((a, b) => a - b);
  let end = planned;
  let extensions = 0;
  for (let index = 0; index < racing; index++) {
    const from = Math.max(end - EXTENSION_SECONDS, seconds.at(-1) ?? 0) + 1;
    const second = draws.between(from, end - 1);
    seconds.push(second);
    end = second + EXTENSION_SECONDS;
    extensions += 1;
  }
  return { seconds, end, extensions };
}

function bidderNumbers(draws: Draws, count: number): readonly string[] {
  const numbers = new Set<string>();
  while (numbers.size < count) numbers.add(`${draws.pick(['A', 'C', 'K', 'T'])}${draws.between(1000, 9999)}`);
  return [...numbers];
}

/** Sets a bid between two others that somebody typed wrongly and the platform struck out. */
function withTakenBack(draws: Draws, bids: readonly DemoBid[], { increment }: RoundPrices): readonly DemoBid[] {
  const [first, second] = bids;
  const last = bids.at(-1);
  const isFit = first && second && last && toEpochMs(second.at) - toEpochMs(first.at) > 10 * SECOND;
  if (!isFit || !draws.percent(TAKEN_BACK_PERCENT)) return bids;
  const price = fen(last.price + increment * draws.between(20, 90));
  return [
    first,
    { bidder: second.bidder, price, at: addMs(first.at, 5 * SECOND), standing: 'taken-back' },
    ...bids.slice(1),
  ];
}

/** Bidding for a lot that sold: ascending from the start price to the hammer price, nobody bidding against himself. */
export function bidFor(
  draws: Draws,
  prices: RoundPrices,
  hammer: Fen,
  startsAt: Instant,
  plannedEnd: Instant,
): Bidding {
  const steps = stepsOf(draws, (hammer - prices.start) / prices.increment);
  const planned = (toEpochMs(plannedEnd) - toEpochMs(startsAt)) / SECOND;
  const { seconds, end, extensions } = secondsOf(draws, steps.length, planned);
  const bidders = bidderNumbers(draws, steps.length === 1 ? 1 : draws.between(2, Math.min(steps.length, 7)));
  const bids: DemoBid[] = [];
  for (const [index, step] of steps.entries()) {
    const others = bidders.filter((bidder) => bidder !== bids.at(-1)?.bidder);
    bids.push({
      bidder: draws.pick(others),
      price: fen(prices.start + step * prices.increment),
      at: addMs(startsAt, (seconds[index] ?? 0) * SECOND),
      standing: index === steps.length - 1 ? 'winning' : 'outbid',
    });
  }
  const registrations = bidders.length + draws.between(0, 2);
  return { bids: withTakenBack(draws, bids, prices), endsAt: addMs(startsAt, end * SECOND), extensions, registrations };
}
