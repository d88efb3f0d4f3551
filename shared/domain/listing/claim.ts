import type { LockedItem } from '../asset/lock.ts';
import { addDays, toDayNumber } from '../calendar/beijing-day.ts';
import type { LocalDate } from '../time.ts';
import type { ListingTerms } from './terms.ts';

/** What a listing takes of its assets, and for how long (占用期间). */
export interface ListingClaim {
  readonly items: readonly LockedItem[];
  readonly takes: 'transfer' | 'use';
  readonly from: LocalDate;
  /** Last day; `null`: for good. */
  readonly until: LocalDate | null;
}

const FOR_GOOD = ['transfer', 'contribute_as_shares'];

/**
 * The claim of a listing's terms: a transfer or a contribution as shares takes the property for good from the day of its
 * notice; everything else takes its use over the term. Undefined while the terms do not say enough.
 */
export function claimOf(terms: ListingTerms): ListingClaim | undefined {
  const { items, tradeKind, lease, windows } = terms;
  if (tradeKind === null || items.length === 0) return undefined;
  if (FOR_GOOD.includes(tradeKind)) {
    return windows.noticeOn === null ? undefined : { items, takes: 'transfer', from: windows.noticeOn, until: null };
  }
  if (lease.startsOn === null || lease.months === null) return undefined;
  return { items, takes: 'use', from: lease.startsOn, until: lastDayOfTerm(lease.startsOn, lease.months) };
}

/**
 * Last day of a term of whole months: the day before its anniversary; where that month has no such day, its last day.
 *
 * @example lastDayOfTerm('2027-01-01', 36) //=> '2029-12-31'
 * @example lastDayOfTerm('2027-01-31', 1) //=> '2027-02-28'
 */
export function lastDayOfTerm(startsOn: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = startsOn.split('-').map(Number);
  const target = year * 12 + (month - 1) + months;
  const first = firstOfMonth(target);
  const daysInMonth = toDayNumber(firstOfMonth(target + 1)) - toDayNumber(first);
  return day > daysInMonth ? addDays(first, daysInMonth - 1) : addDays(first, day - 2);
}

function firstOfMonth(monthCount: number): LocalDate {
  const year = String(Math.floor(monthCount / 12)).padStart(4, '0');
  return `${year}-${String((monthCount % 12) + 1).padStart(2, '0')}-01` as LocalDate;
}
