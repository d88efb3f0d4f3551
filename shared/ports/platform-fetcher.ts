import type { Fetching } from '../domain/collection/fetching.ts';
import type { FetchedDocument } from './platform-publisher.ts';

/**
 * What a lot is looked at for: `terms` what is on sale; `bidding` state, price and bids so far; `result` how it ended and all
 * bids; `settlement` what follows a sale.
 */
export const WANTED = ['terms', 'bidding', 'result', 'settlement'] as const;
export type Wanted = (typeof WANTED)[number];

/** What is asked of a platform. */
export type FetchTarget =
  | { readonly what: 'list'; readonly list: string }
  | { readonly what: 'lot'; readonly externalId: string; readonly url: string | null; readonly wanted: Wanted };

/** What one request brought. */
export interface FetchStep {
  readonly documents: readonly FetchedDocument[];
  /** Names the request that goes on: the next page of a list, the bids after the page of a lot. `null`: that was all. */
  readonly next: string | null;
  /** For a list of changes: the step the next reading begins with. */
  readonly resume?: string;
}

/** What a session is made of. */
export interface FetcherSettings {
  /** Address everything begins with, without a slash at the end. */
  readonly base: string;
  /** Of the platform's connection, by name of the field; empty for public pages. */
  readonly options: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * A platform whose pages or interface are read. Every call sends exactly one request, so that the budget can be kept. It throws
 * an AppError: `PLATFORM.RATE_LIMITED` (429, 420) with `details.retryAfterMs` where said, `PLATFORM.UNAVAILABLE` (network, time,
 * 5xx), `PLATFORM.BLOCKED` (401, 403, 451, a redirect to a login or captcha: nothing is done to get round it), `PLATFORM.REFUSED`
 * (key not accepted, any other 4xx), `RESOURCE.NOT_FOUND`, `PLATFORM.FORBIDDEN_ADDRESS` (also for a list, number or step it
 * has no address for), `DOCUMENT.TOO_LARGE`.
 */
export interface FetcherSession {
  /** `step` as an earlier answer named it; `null` begins. */
  fetch(target: FetchTarget, step: string | null): Promise<FetchStep>;
}

/** The port every adapter implements that can be read live. */
export interface PlatformFetcher {
  readonly fetching: Fetching;
  connect(settings: FetcherSettings): FetcherSession;
}
