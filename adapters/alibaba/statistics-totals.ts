import { type Ppm, ppm } from '#shared/domain/money.ts';
import type { StatedTotals } from '#shared/domain/reconciliation/stated-totals.ts';
import { type LocalDate, parseBeijingDate } from '#shared/domain/time.ts';
import { BadRow, need, quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';

type Figure = number | null | undefined;

/** One month or year of a reply, as far as it is read. */
export interface PeriodOf {
  readonly period: string;
  readonly courts_bid_stat_sum: {
    readonly publish_count?: Figure;
    readonly publish_count_dist?: Figure;
    readonly end_count?: Figure;
    readonly end_count_dist?: Figure;
    readonly hammer_count?: Figure;
    /** Ten-thousandths (万分位). */
    readonly avg_addv_percent?: Figure;
  };
}

type Counts = Omit<StatedTotals, 'from' | 'to' | 'scope'>;

/**
 * What a month or year of the statistics states. A reply does not repeat whose figures were asked for, and no document says the
 * unit of its amounts: both are left unsaid.
 * @throws BadRow for a period that is none
 */
export function toTotals({ period, courts_bid_stat_sum: sum }: PeriodOf, span: 'year' | 'month'): StatedTotals {
  const counts = said<Counts>({
    published: sum.publish_count ?? undefined,
    publishedDistinct: sum.publish_count_dist ?? undefined,
    ended: sum.end_count ?? undefined,
    endedDistinct: sum.end_count_dist ?? undefined,
    sold: sum.hammer_count ?? undefined,
    meanPremium: toPpm(sum.avg_addv_percent),
  });
  return { ...daysOf(period, span), scope: null, ...counts };
}

/** 2026 or 2026年; 2026-03, 202603 or 2026年3月. */
function daysOf(period: string, span: 'year' | 'month'): Pick<StatedTotals, 'from' | 'to'> {
  const [, year, named, digits] = /^(20\d{2})(?:年(?:(\d{1,2})月)?|[-/]?(\d{2}))?$/.exec(period.trim()) ?? [];
  const month = digits ?? named;
  const isOfSpan = year !== undefined && (month === undefined) === (span === 'year');
  const reason = `not a month or year: ${quote(period)}`;
  if (!isOfSpan) throw new BadRow('/period', reason);
  const first = dayOf(year, month ?? '1', '1');
  const last = span === 'year' ? dayOf(year, '12', '31') : lastOf(year, month ?? '');
  return { from: need(first, '/period', reason), to: need(last, '/period', reason) };
}

function lastOf(year: string, month: string): LocalDate | undefined {
  return ['31', '30', '29', '28'].map((day) => dayOf(year, month, day)).find((day) => day !== undefined);
}

function dayOf(year: string, month: string, day: string): LocalDate | undefined {
  return parseBeijingDate(`${year}年${month}月${day}日`);
}

/** A mean may be finer than a millionth: it is rounded, and never to the minus nought of floats. */
function toPpm(tenThousandths: Figure): Ppm | undefined {
  const rounded = Math.round((tenThousandths ?? Number.NaN) * 100);
  return Number.isSafeInteger(rounded) ? ppm(rounded + 0) : undefined;
}
