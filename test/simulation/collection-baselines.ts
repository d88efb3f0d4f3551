import type { Auction } from './collection-auctions.ts';
import { auctionsOf, lagWatch, type Market, type MarketReport, pagesAsOf } from './collection-market.ts';

const MINUTE_MS = 60_000;

/** One request at a time, as often as the budget allows: `pick` says for what, by indexes of what could be asked for. */
function everyTick(
  market: Market,
  pick: (asked: readonly (readonly Auction[])[], nowMs: number) => number,
): MarketReport {
  const auctions = auctionsOf(market);
  const watch = lagWatch(auctions);
  const sentMs: number[] = [];
  const tickMs = MINUTE_MS / market.requestsPerMinute;
  const lastMs = Math.max(...auctions.map(({ shownMs }) => shownMs)) + 60 * MINUTE_MS;
  const fromMs = Math.min(...auctions.map(({ startsMs }) => startsMs));
  for (let nowMs = fromMs; nowMs < lastMs; nowMs += tickMs) {
    const asked = askable(market, auctions, watch.resultLagsMs, nowMs);
    const picked = asked.length === 0 ? -1 : pick(asked, nowMs);
    const one = asked[picked];
    if (one === undefined) continue;
    sentMs.push(nowMs);
    for (const { externalId } of one) watch.read(externalId, nowMs);
  }
  return {
    requests: sentMs.length,
    resultLagsMs: [...watch.resultLagsMs.values()],
    bidLagsMs: watch.bidLagsMs,
    sentMs,
  };
}

/** What a request can be sent for: a lot that has begun and has no known outcome, or a page with such lots. */
function askable(
  { way }: Market,
  auctions: readonly Auction[],
  known: ReadonlyMap<string, number>,
  nowMs: number,
): readonly (readonly Auction[])[] {
  const isOpen = ({ externalId, startsMs }: Auction) => startsMs <= nowMs && !known.has(externalId);
  if (way === 'lots') return auctions.filter(isOpen).map((auction) => [auction]);
  return pagesAsOf(auctions, nowMs).filter((page) => page.some(isOpen));
}

/** Each in its turn (轮询). */
export function uniform(market: Market): MarketReport {
  const askedAt = new Map<string, number>();
  return everyTick(market, (asked, nowMs) => {
    const last = asked.map((one) => askedAt.get(one[0]?.externalId ?? '') ?? -1);
    const picked = last.indexOf(Math.min(...last));
    askedAt.set(asked[picked]?.[0]?.externalId ?? '', nowMs);
    return picked;
  });
}

/** By what only the platform knows: the outcomes that are shown already, as many as one request can bring, the longest first. */
export function clairvoyant(market: Market): MarketReport {
  const read = new Set<string>();
  return everyTick(market, (asked, nowMs) => {
    const waiting = asked.map((one) =>
      one.filter(({ externalId, shownMs }) => shownMs <= nowMs && !read.has(externalId)),
    );
    const weights = waiting.map((one) => one.reduce((sum, { shownMs }) => sum + nowMs - shownMs + 1, 0));
    const most = Math.max(...weights);
    if (most === 0) return -1;
    const picked = weights.indexOf(most);
    for (const { externalId } of asked[picked] ?? [])
      if (waiting[picked]?.some((one) => one.externalId === externalId)) read.add(externalId);
    return picked;
  });
}

/** Every lot, or page, each ten minutes, whatever the budget. */
export function everyTenMinutes(market: Market): MarketReport {
  const auctions = auctionsOf(market);
  const watch = lagWatch(auctions);
  const sentMs: number[] = [];
  const lastMs = Math.max(...auctions.map(({ shownMs }) => shownMs)) + 60 * MINUTE_MS;
  const fromMs = Math.min(...auctions.map(({ startsMs }) => startsMs));
  for (let nowMs = fromMs; nowMs < lastMs; nowMs += 10 * MINUTE_MS) {
    for (const one of askable(market, auctions, watch.resultLagsMs, nowMs)) {
      sentMs.push(nowMs);
      for (const { externalId } of one) watch.read(externalId, nowMs);
    }
  }
  return {
    requests: sentMs.length,
    resultLagsMs: [...watch.resultLagsMs.values()],
    bidLagsMs: watch.bidLagsMs,
    sentMs,
  };
}
