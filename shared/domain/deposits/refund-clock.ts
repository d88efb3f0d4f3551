import { endOfDay } from '../calendar/beijing-day.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { LotCard } from '../lot-card.ts';
import { boundOf, dayOf } from '../rules/periods.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { RefundPeriod } from './refund-periods.ts';
import { type RefundStart, START_NAMES } from './refund-term.ts';

/** When a deposit is to go back, or why nothing is due. */
export type RefundDue =
  /** `until`: from this instant on it is late (超期). `day`: the last Beijing day. */
  | { readonly kind: 'due'; readonly until: Instant; readonly day: LocalDate; readonly period: RefundPeriod }
  /** The time has not begun to run: bidding goes on, or what it runs from has not happened. */
  | { readonly kind: 'not-begun'; readonly waitsFor: string }
  /** The winner's: it becomes price or bond when the contract is signed, or is forfeited. */
  | { readonly kind: 'winner' }
  | { readonly kind: 'undetermined'; readonly why: string };

/** What of a lot the clock goes by. */
export type ClockLot = Pick<
  LotCard,
  'status' | 'endsAt' | 'outcomeSeenAt' | 'resultKnownAt' | 'publicityEndsAt' | 'contractSignedAt'
>;

/** One account at the clock: who won, as far as known, and when the bidder handed in his receipt. */
export interface ClockCase {
  readonly lot: ClockLot | undefined;
  readonly bidder: string;
  /** The winner's number; `unknown` where nothing names him. */
  readonly winner: string | 'unknown';
  readonly receipt: LocalDate | null;
  readonly periods: readonly RefundPeriod[];
  /** Facts that decide which rule holds and are not known, in Chinese. */
  readonly unknown: readonly string[];
}

const OVER: readonly ClockLot['status'][] = ['ended', 'sold', 'passed-in', 'withdrawn', 'defaulted'];

function startOf(lot: ClockLot, from: RefundStart, receipt: LocalDate | null): Instant | LocalDate | null {
  switch (from) {
    case 'end':
      return lot.status === 'withdrawn' ? lot.outcomeSeenAt : lot.endsAt;
    case 'result':
      return lot.resultKnownAt ?? lot.outcomeSeenAt;
    case 'publicity-end':
      return lot.publicityEndsAt;
    case 'contract':
      return lot.contractSignedAt;
    case 'receipt':
      return receipt;
  }
}

/** Where one period ends; a year whose holidays are not known, and hours from a bare day, leave it open. */
function dueBy(period: RefundPeriod, lot: ClockLot, receipt: LocalDate | null, calendar: WorkCalendar): RefundDue {
  const start = startOf(lot, period.from, receipt);
  if (start === null) return { kind: 'not-begun', waitsFor: START_NAMES[period.from] };
  const bound = boundOf(period.rule, start, calendar);
  if (bound.kind === 'unknown-year') {
    return { kind: 'undetermined', why: `${bound.year}年的节假日安排尚未公布,无法计算工作日` };
  }
  if (bound.kind === 'imprecise') return { kind: 'undetermined', why: `${START_NAMES[period.from]}的时刻不明` };
  const day = dayOf(bound.at);
  const until = bound.at.length > 10 ? (bound.at as Instant) : endOfDay(day);
  return { kind: 'due', until, day, period };
}

const SURENESS: readonly RefundDue['kind'][] = ['due', 'undetermined', 'not-begun', 'winner'];

/**
 * When the deposit of one bidder is to go back: of all periods that hold the one that ends first, each from its own
 * starting point. Nothing is due while bidding goes on, nothing is guessed where the winner is not known.
 */
export function refundDue(given: ClockCase, calendar: WorkCalendar): RefundDue {
  const { lot, bidder, winner, receipt, periods, unknown } = given;
  if (lot === undefined) return { kind: 'undetermined', why: '没有这个标的的记录' };
  if (lot.status === 'unknown') return { kind: 'undetermined', why: '标的状态未知' };
  if (!OVER.includes(lot.status)) return { kind: 'not-begun', waitsFor: START_NAMES.end };
  const hasWinner = lot.status === 'sold' || lot.status === 'defaulted';
  if (hasWinner && winner === bidder) return { kind: 'winner' };
  if (lot.status === 'ended') return { kind: 'undetermined', why: '结果未报,不知谁是竞得人' };
  if (hasWinner && winner === 'unknown') return { kind: 'undetermined', why: '不知谁是竞得人' };
  if (unknown.length > 0) return { kind: 'undetermined', why: `尚不知${unknown.join('、')},不能确定适用的时限` };
  const found = periods.map((period) => dueBy(period, lot, receipt, calendar));
  const [first] = found.toSorted((a, b) => {
    if (a.kind === 'due' && b.kind === 'due') return a.until < b.until ? -1 : a.until > b.until ? 1 : 0;
    return SURENESS.indexOf(a.kind) - SURENESS.indexOf(b.kind);
  });
  return first ?? { kind: 'undetermined', why: '没有适用的时限规则,也没有本标的约定' };
}

/** Says whether a deposit is late (超期未退): its time is over and something is still held. */
export function isLate(due: RefundDue, held: number, now: Instant): boolean {
  return due.kind === 'due' && held > 0 && due.until <= now;
}
