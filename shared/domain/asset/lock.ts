import type { LocalDate } from '../time.ts';

/** What of an asset a listing takes: `null` parts are the whole. */
export interface LockedItem {
  readonly assetId: string;
  readonly parts: readonly string[] | null;
}

/** A claim on an asset (资产锁): which parts, from when until when, for whom. */
export interface Claim {
  /** The listing that holds it. */
  readonly holder: string;
  readonly parts: readonly string[] | null;
  /** `transfer` takes the property itself, `use` its use for a time. */
  readonly takes: 'transfer' | 'use';
  /** First day. */
  readonly from: LocalDate;
  /** Last day; `null`: for good. */
  readonly until: LocalDate | null;
  /** `open` while the listing may still be sold, `sold` after. */
  readonly state: 'open' | 'sold';
}
