/** What a row of a list shows of its lot, so that nobody has to ask for the lot itself to learn it. */
export type ListedFact = 'status' | 'price' | 'outcome';

/** A list (列表) of lots that a platform offers. */
export interface FetchedList {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  /** Chinese. */
  readonly title: string;
  /** `page`: each page shows the lots on it; `changes`: one reading shows every lot that changed since the reading before. */
  readonly shows: 'page' | 'changes';
}

/**
 * Facts about reading one platform, data only: for the planner and the office's page. Declared by the adapter, beside its
 * code. Only what anybody may see without an account is read, or what the office was granted by a connection.
 */
export interface Fetching {
  readonly platform: string;
  /** `public`: pages open to everybody, once the office has switched them on; `connection`: the platform's interface, as connected. */
  readonly way: 'public' | 'connection';
  /** Address the public pages begin with, https without a slash at the end; `null` for a connection. */
  readonly base: string | null;
  /** Requests a minute unless the office sets others; for a connection its own number counts. */
  readonly requestsPerMinute: number;
  /** Chinese: where that number is from. */
  readonly rateSource: string;
  readonly lists: readonly FetchedList[];
  readonly listed: readonly ListedFact[];
  /** There is no page of a lot that could be asked for: lots are known from the lists alone. */
  readonly listsOnly?: true;
  /** Outcomes come as documents of their own: the page of a lot never tells how it ended, and is not read for that. */
  readonly outcomesApart?: true;
  /** Whether the page of a lot, or one beside it, shows bids (出价). */
  readonly showsBids: boolean;
  /** Whether anything is shown of what follows a sale (成交后), so that it is looked for. */
  readonly showsSettlement: boolean;
  /** Chinese: what of it was never tried with the platform itself. */
  readonly untried: string;
}
