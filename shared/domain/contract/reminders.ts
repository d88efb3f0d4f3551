import { addDays, toDayNumber } from '../calendar/beijing-day.ts';
import type { LocalDate } from '../time.ts';
import type { Contract } from './contract.ts';

/** So many days before its last day a lease is brought to mind (到期提醒), the earliest first. */
export const REMINDER_DAYS = [180, 90, 30] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

/** One reminder of one lease. */
export interface Reminder {
  readonly days: ReminderDays;
  /** From this day on. */
  readonly on: LocalDate;
  readonly isDue: boolean;
}

/** Where a lease stands on a day: not begun, running, past its end with nobody having said so, or ended. */
export type ContractState = 'ahead' | 'running' | 'run-out' | 'ended';

export const CONTRACT_STATE_NAMES: Readonly<Record<ContractState, string>> = {
  ahead: '未开始',
  running: '履行中',
  'run-out': '已到期未处理',
  ended: '已终止',
};

type Running = Pick<Contract, 'terms' | 'ended'>;

/** Where a lease stands on a day. */
export function contractStateOf({ terms, ended }: Running, today: LocalDate): ContractState {
  if (ended !== null) return 'ended';
  if (today < terms.startsOn) return 'ahead';
  return today <= terms.endsOn ? 'running' : 'run-out';
}

/** Days a lease still runs, today not counted; negative once it has run out. */
export function daysLeft({ terms }: Pick<Contract, 'terms'>, today: LocalDate): number {
  return toDayNumber(terms.endsOn) - toDayNumber(today);
}

/** The reminders of a lease, the earliest first; none once it has ended. */
export function remindersOf({ terms, ended }: Running, today: LocalDate): readonly Reminder[] {
  if (ended !== null) return [];
  return REMINDER_DAYS.map((days) => {
    const on = addDays(terms.endsOn, -days);
    return { days, on, isDue: on <= today };
  });
}

/** The reminder that holds on a day: the closest to the end of those due; undefined before the first. */
export function reminderOn(contract: Running, today: LocalDate): Reminder | undefined {
  return remindersOf(contract, today).findLast(({ isDue }) => isDue);
}
