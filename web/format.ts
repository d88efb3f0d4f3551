import type { LotCard } from '#shared/domain/lot-card.ts';
import { type Fen, formatYuan } from '#shared/domain/money.ts';
import type { PriceBasis } from '#shared/domain/price.ts';
import { formatBeijingText, type Instant } from '#shared/domain/time.ts';
import type { Round, TradeCategory } from '#shared/domain/trade.ts';

/** Shown for a value nobody reported; never 0. */
export const UNKNOWN = '–';

const BASIS_UNITS: Readonly<Record<PriceBasis, string>> = {
  total: '元',
  per_year: '元/年',
  per_month: '元/月',
  per_mu_year: '元/亩/年',
  per_unit: '元/单位',
  percent: '%',
};

/** Trade categories in the words people use. */
export const CATEGORY_TEXT: Readonly<Record<TradeCategory, string>> = {
  collective: '农村集体',
  state: '国有资产',
  judicial: '司法',
  bankruptcy: '破产',
  commercial: '商业',
};

/** An amount with its unit: "24,990.00 元/年"; `null` when the platform does not say what it is a price of. */
export function moneyText(amount: Fen | null, basis: PriceBasis | null = 'total'): string {
  if (amount === null) return UNKNOWN;
  return `${formatYuan(amount)} ${basis === null ? '元(计价方式未注明)' : BASIS_UNITS[basis]}`;
}

/** A time in Beijing: "2018年5月6日 18:01". */
export function timeText(at: Instant | null): string {
  return at === null ? UNKNOWN : formatBeijingText(at);
}

/** What to add to a status that time has overtaken: the end has passed and nobody has told us the outcome. */
export function overdueText(card: LotCard, now: Instant): string | null {
  const isOpen = card.status === 'announced' || card.status === 'bidding';
  return isOpen && card.endsAt !== null && card.endsAt < now ? '已过结束时间,结果未报' : null;
}

/** A round in the trade's words. */
export function roundText(round: Round | null): string | null {
  if (round === null) return null;
  if (round === 'again') return '再次拍卖';
  if (round === 'sell-off') return '变卖';
  const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  return `${digits[round] ?? round}拍`;
}
