import type { LotCard } from '#shared/domain/lot-card.ts';
import { type LotStatus, STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { type Fen, formatYuan, type Ppm } from '#shared/domain/money.ts';
import type { Correction } from '#shared/domain/observation.ts';
import type { PriceBasis } from '#shared/domain/price.ts';
import { formatBeijing, formatBeijingText, type Instant, toEpochMs } from '#shared/domain/time.ts';
import type { Area, Round } from '#shared/domain/trade.ts';
import { leadPriceFen } from '#shared/services/catalogue/facet-values.ts';
import { UNKNOWN } from './words.ts';

const BASIS_UNITS: Readonly<Record<PriceBasis, string>> = {
  total: '元',
  per_year: '元/年',
  per_month: '元/月',
  per_mu_year: '元/亩/年',
  per_unit: '元/单位',
  percent: '%',
};

const PPM_PER_PERCENT = 10_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What a price is a price of, as its unit: `元/年`. */
export function basisText(basis: PriceBasis | null): string {
  return basis === null ? '元(计价方式未注明)' : BASIS_UNITS[basis];
}

/** An amount with its unit: "24,990.00 元/年"; `null` when the platform does not say what it is a price of. */
export function moneyText(amount: Fen | null, basis: PriceBasis | null = 'total'): string {
  return amount === null ? UNKNOWN : `${formatYuan(amount)} ${basisText(basis)}`;
}

/** A time in Beijing: "2018年5月6日 18:01". */
export function timeText(at: Instant | null): string {
  return at === null ? UNKNOWN : formatBeijingText(at);
}

/**
 * Says whether a milestone was stated as a day alone: documents that name a day (成交确认 2026-06-04) are read as its
 * midnight. Not for the clock of an auction, which may well strike midnight.
 */
export function isWholeDay(at: Instant): boolean {
  return formatBeijing(at).slice(11) === '00:00:00+08:00';
}

/** A milestone in Beijing: the day alone where no more was stated. */
export function milestoneText(at: Instant): string {
  const text = formatBeijingText(at);
  return isWholeDay(at) ? text.slice(0, text.indexOf(' ')) : text;
}

/** Returns for correction: "2 次:2026年6月1日 09:00 至 2026年6月3日 10:00;…". */
export function correctionsText(corrections: readonly Correction[]): string {
  if (corrections.length === 0) return '未退回';
  const spans = corrections.map(
    ({ returnedAt, resubmittedAt }) => `${milestoneText(returnedAt)} 至 ${milestoneText(resubmittedAt)}`,
  );
  return `${corrections.length} 次:${spans.join(';')}`;
}

/** A length of time in its largest unit, cut, not rounded: "3 天", "5 小时", "不到 1 分钟". */
function spanText(ms: number): string {
  if (ms >= DAY_MS) return `${Math.floor(ms / DAY_MS)} 天`;
  if (ms >= HOUR_MS) return `${Math.floor(ms / HOUR_MS)} 小时`;
  return ms >= MINUTE_MS ? `${Math.floor(ms / MINUTE_MS)} 分钟` : '不到 1 分钟';
}

/** How far a time lies from now: "3 天前", "还有 5 小时". */
export function ageText(at: Instant, now: Instant): string {
  const ms = toEpochMs(now) - toEpochMs(at);
  return ms >= 0 ? `${spanText(ms)}前` : `还有 ${spanText(-ms)}`;
}

/** An area in its own unit: "12.5 亩". */
export function areaText({ thousandths, unit }: Area): string {
  const whole = String(Math.floor(thousandths / 1000)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${whole}${fraction === '' ? '' : `.${fraction}`} ${unit === 'mu' ? '亩' : '平方米'}`;
}

/** A term of whole months: "3 年", "18 个月". */
export function termText(months: number): string {
  return months > 0 && months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`;
}

/** A yearly rise of rent: "每年 3%". */
export function escalationText(rate: Ppm): string {
  return rate === 0 ? '不递增' : `每年 ${rate / PPM_PER_PERCENT}%`;
}

/** Says whether the end has passed while nobody has told us that bidding is over, or how it ended. */
export function isOverdue(card: LotCard, now: Instant): boolean {
  const isOpen = card.status === 'announced' || card.status === 'bidding';
  return isOpen && card.endsAt !== null && card.endsAt < now;
}

/** Says whether an announced lot should have begun by now while nobody knows when it ends: it may be in any state. */
export function isForgotten({ status, startsAt, endsAt }: LotCard, now: Instant): boolean {
  return status === 'announced' && endsAt === null && startsAt !== null && startsAt < now;
}

/** The status as of now: a lot whose end has passed is over, whatever its platform last showed. */
export function statusNow(card: LotCard, now: Instant): LotStatus {
  if (isForgotten(card, now)) return 'unknown';
  return isOverdue(card, now) ? 'ended' : card.status;
}

/** What to add to a status that time has overtaken; `null` while it has not. */
export function overdueText(card: LotCard, now: Instant): string | null {
  const shown = `平台最后显示“${STATUS_TEXT[card.status]}”`;
  if (isForgotten(card, now)) return `已过开拍时间,${shown}`;
  return isOverdue(card, now) ? `已过结束时间,${shown}` : null;
}

/** A round in the trade's words. */
export function roundText(round: Round | null): string | null {
  if (round === null) return null;
  if (round === 'again') return '再次拍卖';
  if (round === 'sell-off') return '变卖';
  const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  return `${digits[round] ?? round}拍`;
}

/** The price that says most at this stage, with its label. */
export function leadPrice(card: LotCard): readonly [label: string, text: string] {
  const label = card.hammerPriceFen !== null ? '成交价' : card.currentPriceFen !== null ? '当前价' : '起拍价';
  return [label, moneyText(leadPriceFen(card), card.priceBasis)];
}
