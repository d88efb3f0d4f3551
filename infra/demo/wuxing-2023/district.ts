import { addMs, formatBeijing, type Instant } from '#shared/domain/time.ts';
import { addWorkingDays, atMinute, dayOf2023 } from './days.ts';
import { type DemoDocument, jsonDocument } from './document.ts';
import type { OfficialLot } from './lots.ts';
import { opiLot } from './opi-lots.ts';
import { RECORD_ENDS } from './published.ts';

const PAGE = 40;
/** A lot leaves the list after so many readings that show it over. */
const READS_WHEN_OVER = 2;
/** Weekdays on which the list is read: Tuesday and Friday, or the working day after. 1970-01-01 was a Thursday. */
const LIST_WEEKDAYS: readonly number[] = [2, 5];
const MORE_THAN_A_PAGE = 20;

function listTimes(): readonly Instant[] {
  const days = new Set<number>();
  for (let day = dayOf2023('01-03'); day <= dayOf2023('12-29'); day++) {
    if (LIST_WEEKDAYS.includes((day + 4) % 7)) days.add(addWorkingDays(day, 0));
  }
  return [...[...days].map((day) => atMinute(day, 990)), RECORD_ENDS];
}

/** When the last thing happened to a lot: the end of bidding, or a default after it. */
function overAt({ bidding, changedAt }: OfficialLot): Instant {
  return changedAt !== undefined && changedAt > bidding.endsAt ? changedAt : bidding.endsAt;
}

/** What the list shows at a time, page by page: the same lots come back until they were read twice as over. */
export function listPages(lots: readonly OfficialLot[], seed: number): readonly DemoDocument[] {
  const times = listTimes();
  return times.flatMap((at, index) => {
    const before = times[index - READS_WHEN_OVER];
    const shown = lots.filter((lot) => lot.milestones.liveAt <= at && (before === undefined || overAt(lot) > before));
    const pages = Array.from({ length: Math.ceil(shown.length / PAGE) }, (_, page) => page);
    return pages.map((page) =>
      jsonDocument('district', 'lots', at, `标的列表第${page + 1}页`, {
        schema: 'opi.lots.v1',
        platformTime: formatBeijing(at),
        total: shown.length,
        ...(page < pages.length - 1 && { nextCursor: `p${page + 2}` }),
        lots: shown.slice(page * PAGE, (page + 1) * PAGE).map((lot) => opiLot(lot, at, seed)),
      }),
    );
  });
}

/** The bids of one lot: one document, or two that overlap for a long history. */
export function bidDocuments({ id, bidding }: OfficialLot): readonly DemoDocument[] {
  if (bidding.bids.length === 0) return [];
  const at = addMs(bidding.endsAt, 40 * 60_000);
  const bids = bidding.bids.map(({ bidder, price, at: madeAt, standing }, index) => {
    return { bidId: `${id}-B${index + 1}`, bidder, priceFen: price, at: formatBeijing(madeAt), standing };
  });
  const newest = bids.toReversed();
  const pages =
    bids.length > MORE_THAN_A_PAGE ? [newest.slice(0, MORE_THAN_A_PAGE), newest.slice(MORE_THAN_A_PAGE - 3)] : [newest];
  return pages.map((page, index) =>
    jsonDocument('district', 'bids', addMs(at, index * 1_000), `竞价记录 ${id}`, {
      schema: 'opi.bids.v1',
      platformTime: formatBeijing(addMs(at, index * 1_000)),
      lotId: id,
      total: bids.length,
      ...(index < pages.length - 1 && { nextCursor: 'older' }),
      bids: page,
    }),
  );
}

/** A withdrawal, suspension or default, pushed as it happens. */
export function changeEvents(lot: OfficialLot, seed: number): readonly DemoDocument[] {
  const { changedAt, round, prices, offer } = lot;
  if (changedAt === undefined) return [];
  const at = addMs(changedAt, 3 * 60_000);
  const platformTime = formatBeijing(at);
  const result = { outcome: round.ending, saleMode: 'ascending', priceBasis: offer.basis.replaceAll('_', '-') };
  const data =
    round.ending === 'defaulted'
      ? {
          schema: 'opi.result.v1',
          platformTime,
          result: { lotId: lot.id, ...result, startPriceFen: prices.start, reason: '买受人逾期未签订合同(演示)' },
        }
      : { schema: 'opi.lot.v1', platformTime, lot: opiLot(lot, at, seed) };
  return [
    jsonDocument('district', 'event', addMs(at, 20_000), `推送 ${lot.id}`, {
      schema: 'opi.event.v1',
      id: `evt-${lot.id}`,
      type: round.ending === 'defaulted' ? 'result.known' : 'lot.changed',
      occurredAt: formatBeijing(changedAt),
      data,
    }),
  ];
}
