/**
 * Whether and how the pages of a platform are read (采集来源). Public pages are read only where the office switched them on;
 * a platform with a connection is read as it is connected, unless this says otherwise.
 */
export interface CollectionSource {
  readonly platform: string;
  readonly enabled: boolean;
  /** Address the pages begin with instead of the adapter's own; `null`: the adapter's. */
  readonly base: string | null;
  /** Requests a minute that the platform grants; `null`: the adapter's or the connection's number. */
  readonly requestsPerMinute: number | null;
  /** Lists that are read; `null`: all the adapter knows. */
  readonly lists: readonly string[] | null;
  /** Why the platform is gone for good (停用); `null` while it is there. */
  readonly retired: string | null;
}
