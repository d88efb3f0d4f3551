import { addMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import type { FetchStep, FetchTarget } from '#shared/ports/platform-fetcher.ts';
import { aDocument } from '#test/services/collection/collecting.ts';
import { type SeededRandom, START } from '#test/support/fixed-ambient.ts';
import { type Auction, bidsAsOf, sightOf } from './collection-auctions.ts';
import type { VirtualContent } from './virtual-platform.ts';

/** What may befall one request on its way to the platform and back. */
export const ANSWER_FAULTS = [
  ...(['unavailable', 'captcha', 'shut-out', 'changed-field', 'empty', 'rate-limited'] as const),
] as const;
export type AnswerFault = 'none' | (typeof ANSWER_FAULTS)[number];

/** A request as it was let go. */
export interface SentAt {
  readonly at: Instant;
  /** Which message it was for; the same twice is the same message delivered to two at once. */
  readonly message: string;
}

/** How long the platform asks to be left alone. */
export const RETRY_AFTER_MS = 150_000;

/** Faults drawn from the seed, so many and no more. */
export function randomAnswerFaults(random: SeededRandom): () => AnswerFault {
  const rate = random.pick([0, 0.05, 0.2, 0.5]);
  let left = random.below(10);
  return () => {
    if (left === 0 || !random.chance(rate)) return 'none';
    left -= 1;
    return random.pick(ANSWER_FAULTS);
  };
}

interface Around {
  readonly auctions: readonly Auction[];
  readonly now: () => Instant;
  /** How far the platform's clock is ahead of ours. */
  readonly skewMs: number;
  readonly fault: () => AnswerFault;
}

function refused(code: 'DOCUMENT.BLOCKED' | 'DOCUMENT.DRIFT' | 'DOCUMENT.EMPTY'): VirtualContent {
  return { refused: code };
}

/** A platform that lists its auctions on one page, and shows each on a page of its own with the bids on the one after it. */
export function auctionPlatform({ auctions, now, skewMs, fault }: Around) {
  const befell = new Map<string, AnswerFault>();
  /** Milliseconds by the platform's own clock, since the start of the test's time. */
  const nowMs = () => toEpochMs(now()) - toEpochMs(START) + skewMs;
  const clock = () => addMs(now(), skewMs);
  const page = (of: Partial<MappedDocument>): VirtualContent => ({
    says: { lots: [], bids: [], quarantined: [], clock: clock(), ...of },
  });
  const rightPage = (target: FetchTarget, step: string | null, at: number): VirtualContent => {
    const sights = auctions.map((auction) => sightOf(auction, at));
    if (target.what === 'list') return page({ lots: sights, listed: sights.length });
    const shown = auctions.find(({ externalId }) => externalId === target.externalId);
    if (shown === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'simulated: no such lot');
    const { externalId } = shown;
    if (step !== null) return page({ bids: [{ externalId, bids: bidsAsOf(shown, at) }] });
    return page({ lots: sights.filter((sight) => sight.externalId === externalId) });
  };
  const content = (befallen: AnswerFault, target: FetchTarget, step: string | null): VirtualContent => {
    switch (befallen) {
      case 'none':
        return rightPage(target, step, nowMs());
      case 'captcha':
        return refused('DOCUMENT.BLOCKED');
      case 'changed-field':
        return refused('DOCUMENT.DRIFT');
      case 'empty':
        return target.what === 'list' ? page({ listed: 0 }) : refused('DOCUMENT.EMPTY');
      case 'shut-out':
        throw new AppError('PLATFORM.BLOCKED', 'simulated: 403');
      case 'unavailable':
        throw new AppError('PLATFORM.UNAVAILABLE', 'simulated: 503');
      case 'rate-limited':
        throw new AppError('PLATFORM.RATE_LIMITED', 'simulated: 429', { details: { retryAfterMs: RETRY_AFTER_MS } });
    }
  };
  return {
    nowMs,
    /** What befell a request, by the name of its message. */
    befell: (message: string): AnswerFault => befell.get(message) ?? 'none',
    /** One request, sent for a message of that name. */
    answer(target: FetchTarget, step: string | null, message: string): FetchStep {
      const befallen = fault();
      befell.set(message, befallen);
      const kind = target.what === 'list' ? 'list' : step === null ? 'lot' : 'bids';
      const documents = [aDocument(content(befallen, target, step), kind)];
      const goesOn = target.what === 'lot' && step === null && befallen === 'none';
      return { documents, next: goesOn && target.wanted !== 'terms' ? 'bids' : null };
    },
  };
}

export type AuctionSite = ReturnType<typeof auctionPlatform>;
