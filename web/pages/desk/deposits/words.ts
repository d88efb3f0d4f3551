import { toDayNumber } from '#shared/domain/calendar/beijing-day.ts';
import type { DepositHolder } from '#shared/domain/deposits/events.ts';
import { isLate, type RefundDue } from '#shared/domain/deposits/refund-clock.ts';
import type { RefundPeriod } from '#shared/domain/deposits/refund-periods.ts';
import { START_NAMES, TERM_UNIT_NAMES, type TermUnit } from '#shared/domain/deposits/refund-term.ts';
import type { DepositLine } from '#shared/domain/deposits/totals.ts';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { formatYuan, type Ppm } from '#shared/domain/money.ts';
import { beijingDate, type Instant, type LocalDate } from '#shared/domain/time.ts';
import { UNKNOWN } from '../../../words.ts';

/** What a figure of the page opens to. */
export const SHOWN = [
  'all',
  'held',
  'late',
  'undetermined',
  'differing',
  'price',
  'bond',
  'refunded',
  'forfeited',
] as const;
export type Shown = (typeof SHOWN)[number];

export const SHOWN_NAMES: Readonly<Record<Shown, string>> = {
  all: '全部',
  held: '在途',
  late: '超期未退',
  undetermined: '无法判断应退日',
  differing: '平台与登记不一致',
  price: '转价款',
  bond: '转履约保证金',
  refunded: '已退还',
  forfeited: '没收',
};

/** What of the ledger is asked for; `null`: all. */
export interface DepositFilter {
  readonly platform: string | null;
  readonly holder: DepositHolder | null;
  /** Nine digits; `none`: lots whose place nobody knows. */
  readonly township: string | null;
  /** First and last Beijing day bidding ended on. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly show: Shown;
}

/** Address of the ledger, or of an export of it, with a filter. */
export function depositsAddress(filter: DepositFilter, change: Partial<DepositFilter> = {}, path = ''): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...change })) {
    if (value !== null && value !== 'all') search.set(name, String(value));
  }
  return `/desk/deposits${path}${search.size === 0 ? '' : `?${search}`}`;
}

/** Address of the ledger of one lot. */
export function lotDepositsAddress(lotId: string, path = ''): string {
  return `/desk/deposits/${encodeURIComponent(lotId)}${path}`;
}

/** Name of a township by its code; lots nobody placed say so. */
export function townshipName(code: string | null): string {
  if (code === null) return '所在镇街未知';
  return HOME_DISTRICT.townships.find((township) => township.code === code)?.name ?? code;
}

/** A refund rate with two decimals, cut off: 100 % is said only when it is whole. */
export function refundRateText(rate: Ppm | null): string {
  if (rate === null) return UNKNOWN;
  return `${Math.floor(rate / 10_000)}.${String(Math.floor((rate % 10_000) / 100)).padStart(2, '0')}%`;
}

/** A period in words: 竞价结束后3个工作日内. */
export function periodText({ from, rule }: RefundPeriod): string {
  const unit = rule.unit in TERM_UNIT_NAMES ? TERM_UNIT_NAMES[rule.unit as TermUnit] : rule.unit;
  return `${START_NAMES[from]}后${rule.value}${unit}内`;
}

/** When a deposit is to go back, or why nothing can be said, in one line. */
export function dueText(due: RefundDue, held: number, now: Instant): string {
  if (held === 0) return '已处理完';
  switch (due.kind) {
    case 'winner':
      return '竞得人,签约时转作价款或履约保证金';
    case 'not-begun':
      return `待${due.waitsFor}后起算`;
    case 'undetermined':
      return `待核:${due.why}`;
    case 'due': {
      const days = toDayNumber(beijingDate(now)) - toDayNumber(due.day);
      const late = isLate(due, held, now) ? `,超期${days > 0 ? `${days}天` : ''}` : '';
      return `最迟 ${due.day}${late}(${periodText(due.period)},${due.period.citation})`;
    }
  }
}

/** Whether a line is among those a figure opens to. */
export function isShown({ account, due }: DepositLine, show: Shown, now: Instant): boolean {
  const { held, refunded, toPrice, toBond, forfeited } = account.counted;
  switch (show) {
    case 'all':
      return true;
    case 'held':
      return held > 0;
    case 'late':
      return isLate(due, held, now);
    case 'undetermined':
      return held > 0 && due.kind === 'undetermined';
    case 'differing':
      return account.differences.length > 0;
    case 'price':
      return toPrice > 0;
    case 'bond':
      return toBond > 0;
    case 'refunded':
      return refunded > 0;
    case 'forfeited':
      return forfeited > 0;
  }
}

/** Where platform and people differ, in one sentence. */
export function differenceText({ account }: Pick<DepositLine, 'account'>): string {
  return account.differences
    .map(({ column, stated, entered }) => `${column}:平台 ${formatYuan(stated)},登记 ${formatYuan(entered)}`)
    .join(';');
}
