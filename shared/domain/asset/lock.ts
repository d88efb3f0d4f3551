import type { LocalDate } from '../time.ts';

/** What of an asset a listing takes: `null` parts are the whole. */
export interface LockedItem {
  readonly assetId: string;
  readonly parts: readonly string[] | null;
}

/** What a listing takes of the assets it names, and for how long. */
export interface Taking {
  /** `transfer` takes the property itself, `use` its use for a time. */
  readonly takes: 'transfer' | 'use';
  /** First day. */
  readonly from: LocalDate;
  /** Last day; `null`: for good. */
  readonly until: LocalDate | null;
}

/** A claim on an asset (资产锁): which parts, from when until when, for whom. */
export interface Claim extends Taking {
  /** The listing that holds it. */
  readonly holder: string;
  readonly parts: readonly string[] | null;
  /** `open` while the listing may still be sold, `sold` after. */
  readonly state: 'open' | 'sold';
}

/** Parts that overlap; the whole overlaps every part. An empty list does not say which parts, and counts as the whole. */
export function partsOverlap(a: Claim['parts'], b: Claim['parts']): boolean {
  const isWhole = a === null || a.length === 0 || b === null || b.length === 0;
  return isWhole || a.some((part) => b.includes(part));
}

/** Periods that share a day; `null` never ends. */
export function periodsOverlap(a: Pick<Taking, 'from' | 'until'>, b: Pick<Taking, 'from' | 'until'>): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);
}

/**
 * Says whether a claim that stands keeps a new one out. A sale does not break a lease (买卖不破租赁, 民法典第七百二十五条): what is
 * let may be sold, with its lease; the lessee's pre-emption is checked elsewhere. Not the other way round: what was sold is
 * another's to let. A holder never keeps itself out.
 */
export function keepsOut(standing: Claim, wanted: Claim): boolean {
  if (standing.holder === wanted.holder) return false;
  if (!partsOverlap(standing.parts, wanted.parts) || !periodsOverlap(standing, wanted)) return false;
  return !(wanted.takes === 'transfer' && standing.takes === 'use' && standing.state === 'sold');
}
