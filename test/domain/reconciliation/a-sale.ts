import fc from 'fast-check';
import type { BidEntry } from '#shared/domain/bid-log.ts';
import { type LotState, mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { LotAndBids } from '#shared/domain/reconciliation/check-lot.ts';
import { addMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import { aStamp, minute } from '#test/support/builders.ts';

const START_PRICE = 10_000_00;
const STEP = 100_00;
const EXTENSION_MINUTES = 5;
const PLANNED_END = minute(60);
/** The page that shows the result is of a day later. */
const SEEN = 24 * 60;

/** A bid of a sale: so many seconds after its start, so many steps above the start price. */
export function bidOf(second: number, steps: number, of: Partial<BidEntry> = {}): BidEntry {
  const at = addMs(minute(0), second * 1000);
  return { bidder: `B${second % 5}`, price: fen(START_PRICE + steps * STEP), at, count: 1, standing: 'outbid', ...of };
}

/** What is known of a lot after the page that shows its result. */
export function stateOf(facts: Partial<LotFacts>, status: LotStatus = 'sold'): LotState {
  return mergeLot(unknownLot('virtual', '1024'), { externalId: '1024', status, facts }, aStamp(SEEN));
}

/** When the bidding of these bids ended, the last of them having moved the end. */
function endOf(valid: readonly BidEntry[]): Instant {
  const last = valid.at(-1);
  const moved = last === undefined ? PLANNED_END : addMs(last.at, EXTENSION_MINUTES * 60_000);
  return moved > PLANNED_END ? moved : PLANNED_END;
}

/** A sale whose result and bids agree, the last of the bids having won. */
export function aSaleOf(bids: readonly BidEntry[], takenBack: readonly BidEntry[] = []): LotAndBids {
  const last = bids.at(-1);
  const valid = bids.map((bid): BidEntry => ({ ...bid, standing: bid === last ? 'winning' : 'outbid' }));
  const endsAt = endOf(valid);
  const facts = {
    venue: 'online',
    saleMode: 'ascending',
    startPrice: fen(START_PRICE),
    increment: fen(STEP),
    extensionMinutes: EXTENSION_MINUTES,
    endsAt,
    bidCount: valid.length + takenBack.length,
    resultKnownAt: endsAt,
    ...(last === undefined ? {} : { hammerPrice: last.price }),
  } as const satisfies Partial<LotFacts>;
  const whole = [...valid, ...takenBack.map((bid): BidEntry => ({ ...bid, standing: 'taken-back' }))];
  return { state: stateOf(facts), bids: whole, winner: last?.bidder ?? null, showsBids: true };
}

/** The same sale, of which something else is known or said. */
export function altered(sale: LotAndBids, facts: Partial<LotFacts>, status: LotStatus = 'sold'): LotAndBids {
  const known = Object.entries(sale.state.facts).map(([name, register]) => [name, register.value]);
  return { ...sale, state: stateOf({ ...Object.fromEntries(known), ...facts }, status) };
}

/** Sales of one to twelve bids that rise, some of them taken back, whatever those asked for. */
export const sales: fc.Arbitrary<LotAndBids> = fc
  .record({
    rises: fc.array(fc.record({ gap: fc.integer({ min: 1, max: 290 }), steps: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 12,
    }),
    takenBack: fc.array(
      fc.record({ second: fc.integer({ min: 1, max: 3_000 }), steps: fc.integer({ min: 0, max: 500 }) }),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ rises, takenBack }) => {
    let [second, steps] = [0, -1];
    const bids = rises.map((rise) => {
      second += rise.gap;
      steps += rise.steps;
      return bidOf(second, steps);
    });
    return aSaleOf(
      bids,
      takenBack.map((bid, index) => bidOf(bid.second, bid.steps, { bidder: `T${index}` })),
    );
  });

/** Seconds from the start of the test's time. */
export function secondsOf(at: Instant): number {
  return (toEpochMs(at) - toEpochMs(minute(0))) / 1000;
}
