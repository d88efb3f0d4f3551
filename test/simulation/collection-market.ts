import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { isOutcome } from '#shared/domain/lot-status.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { toEpochMs } from '#shared/domain/time.ts';
import type { FetchStep } from '#shared/ports/platform-fetcher.ts';
import { meteredStore, type StoreUsage } from '#shared/services/records/write-meter.ts';
import { aCollecting, aDocument, type Collecting, someFetching } from '#test/services/collection/collecting.ts';
import { aPage } from '#test/support/builders.ts';
import { START, seededRandom } from '#test/support/fixed-ambient.ts';
import { type Auction, bidsAsOf, DAY_MS, drawAuctions, instantAt, sightOf } from './collection-auctions.ts';

/** What a way of asking a platform came to. */
export interface MarketReport {
  readonly requests: number;
  /** Milliseconds from when a fact was shown until it was read. */
  readonly resultLagsMs: readonly number[];
  readonly bidLagsMs: readonly number[];
  /** When each request was sent. */
  readonly sentMs: readonly number[];
  /** What the store was used for; absent where there is none. */
  readonly usage?: StoreUsage;
}

export interface Market {
  readonly seed: number;
  readonly lots: number;
  readonly requestsPerMinute: number;
  /** Whether lists are read, of forty lots a page that shows outcomes, or lots. */
  readonly way: 'lists' | 'lots';
  readonly days?: number;
}

const PAGE_LOTS = 40;
const HOUR_MS = 3_600_000;
/** From the midnight before an auction begins until the one after it ended it is on the list. */
const MIDNIGHT_MS = 14 * HOUR_MS;

/** The pages of the list at that time, in the order of the ends as they were planned. */
export function pagesAsOf(auctions: readonly Auction[], nowMs: number): readonly (readonly Auction[])[] {
  const dayOf = (ms: number) => Math.floor((ms - MIDNIGHT_MS) / DAY_MS);
  const today = dayOf(nowMs);
  const shown = auctions.filter(({ startsMs, endsMs }) => dayOf(startsMs) <= today && today <= dayOf(endsMs));
  return Array.from({ length: Math.max(1, Math.ceil(shown.length / PAGE_LOTS)) }, (_, page) =>
    shown.slice(page * PAGE_LOTS, (page + 1) * PAGE_LOTS),
  );
}

/** Auctions of one week, or of so many days. */
export function auctionsOf({ seed, lots, days = 7 }: Market): readonly Auction[] {
  return drawAuctions(seededRandom(seed), lots, days);
}

/** Lags counted from what was read when. */
export function lagWatch(auctions: readonly Auction[]) {
  const resultLagsMs = new Map<string, number>();
  const bidsSeen = new Map<string, number>();
  const bidLagsMs: number[] = [];
  const byId = new Map(auctions.map((auction) => [auction.externalId, auction]));
  return {
    resultLagsMs,
    bidLagsMs,
    read(externalId: string, nowMs: number): void {
      const auction = byId.get(externalId);
      if (auction === undefined) return;
      const shown = auction.bidsMs.filter((at) => at <= nowMs);
      for (const at of shown.slice(bidsSeen.get(externalId) ?? 0)) bidLagsMs.push(nowMs - at);
      bidsSeen.set(externalId, shown.length);
      if (nowMs >= auction.shownMs && !resultLagsMs.has(externalId)) {
        resultLagsMs.set(externalId, nowMs - auction.shownMs);
      }
    },
  };
}

function fetchingOf({ requestsPerMinute, way }: Market): Fetching {
  if (way === 'lots') return someFetching({ requestsPerMinute, showsBids: true });
  const lists = [{ id: 'open', title: '竞价标的', shows: 'page' }] as const;
  return someFetching({ requestsPerMinute, lists, listed: ['status', 'price', 'outcome'], listsOnly: true });
}

/** What the platform shows goes into the record as soon as it was read. */
function record(collecting: Collecting, sights: readonly LotObservation[]): void {
  for (const { externalId, status = 'unknown', facts } of sights) {
    const { startsAt = null, endsAt = null } = facts;
    const outcomeSeenAt = isOutcome(status) ? collecting.ports.clock.now() : null;
    collecting.know({ externalId, status, startsAt, endsAt, outcomeSeenAt });
  }
}

/** Lets planner and collector ask for what such a week brings, every request answered at once. */
export async function collectMarket(market: Market): Promise<MarketReport> {
  const auctions = auctionsOf(market);
  const byId = new Map(auctions.map((auction) => [auction.externalId, auction]));
  const collecting = aCollecting(fetchingOf(market));
  const { records, clock } = collecting.ports;
  const metered = meteredStore({ ...records });
  Object.assign(records, metered.store);
  await collecting.switchOn();
  metered.reset();
  const watch = lagWatch(auctions);
  const nowMs = () => toEpochMs(clock.now()) - toEpochMs(START);
  const show = (shown: readonly Auction[], kind: string, next: string | null): FetchStep => {
    const lots = shown.map((auction) => sightOf(auction, nowMs()));
    for (const { externalId } of shown) watch.read(externalId, nowMs());
    record(collecting, lots);
    const bids =
      kind === 'list' ? [] : shown.map((one) => ({ externalId: one.externalId, bids: bidsAsOf(one, nowMs()) }));
    return { documents: [aDocument(aPage({ lots, bids }), kind)], next };
  };
  collecting.answer = (target, step) => {
    if (target.what === 'lot')
      return show(
        [byId.get(target.externalId)].flatMap((one) => one ?? []),
        'lot',
        null,
      );
    const pages = pagesAsOf(auctions, nowMs());
    const page = Number(step ?? '0');
    return show(pages[page] ?? [], 'list', page + 1 < pages.length ? String(page + 1) : null);
  };
  await passMarket(collecting, auctions, market);
  const sentMs = collecting.sent.map(({ at }) => toEpochMs(at) - toEpochMs(START));
  const { resultLagsMs, bidLagsMs } = watch;
  return {
    requests: sentMs.length,
    resultLagsMs: [...resultLagsMs.values()],
    bidLagsMs,
    sentMs,
    usage: metered.usage(),
  };
}

/** Lots become known twelve hours before they begin, unless a list shows them. */
async function passMarket(collecting: Collecting, auctions: readonly Auction[], { way }: Market): Promise<void> {
  const lastMs = Math.max(...auctions.map(({ shownMs }) => shownMs)) + HOUR_MS;
  const unknown = way === 'lots' ? [...auctions] : [];
  for (let passedMs = 0; passedMs < lastMs; passedMs += HOUR_MS) {
    while ((unknown[0]?.startsMs ?? Number.POSITIVE_INFINITY) <= passedMs + 12 * HOUR_MS) {
      const next = unknown.shift();
      if (next === undefined) break;
      const ends = instantAt(next.plannedEndMs);
      collecting.know({
        externalId: next.externalId,
        status: 'announced',
        startsAt: instantAt(next.startsMs),
        endsAt: ends,
      });
    }
    await collecting.pass(HOUR_MS);
  }
}
