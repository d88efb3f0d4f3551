import { WORDS } from '#shared/domain/listing/words.ts';
import { formatYuan } from '#shared/domain/money.ts';
import type { Offer } from '#shared/domain/placement/offer.ts';
import { formatBeijingText } from '#shared/domain/time.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';

/**
 * What is to be said of an offer in words (标的介绍): everything the calls have no field for stands here, our reference
 * included, so that whoever finishes the draft at the platform finds it. The reserve is secret and never among it.
 */
export function describeOffer(offer: Offer): readonly string[] {
  const said: readonly (readonly [string, string | null])[] = [
    ['标的名称', offer.title],
    ['委托编号', offer.reference],
    ['轮次', `第${offer.round}次`],
    ['委托方', offer.seller.name],
    ['公告文号', offer.noticeNumber],
    ['流转方式', TRADE_KIND_TEXT[offer.tradeKind]],
    ['坐落', offer.location],
    ['面积', areaOf(offer)],
    ['计价方式', WORDS.priceBasis[offer.priceBasis]],
    ['起拍价', `${formatYuan(offer.startPriceFen)}元`],
    ['租期', offer.termMonths === null ? null : `${offer.termMonths}个月`],
    ['租期起始', offer.termStartsOn],
    ['递增率', offer.escalationPpm === null ? null : `每年${offer.escalationPpm / 10_000}%,自第二年起`],
    ['延时规则', extensionOf(offer)],
    ['优先购买权人', offer.hasPriorityHolders ? '有,须在平台后台登记' : '无'],
    ['看样', offer.viewingFrom === null ? null : `${offer.viewingFrom}至${offer.viewingUntil ?? ''}`],
    ['报名截止', offer.registrationEndsAt === null ? null : formatBeijingText(offer.registrationEndsAt)],
    ['竞价开始', formatBeijingText(offer.biddingStartsAt)],
    ['竞价结束', offer.biddingEndsAt === null ? null : formatBeijingText(offer.biddingEndsAt)],
    ['备注', offer.remarks],
  ];
  return said.flatMap(([label, value]) => (value === null || value === '' ? [] : [`${label}:${value}`]));
}

function areaOf({ area }: Offer): string | null {
  return area === null ? null : `${area.thousandths / 1_000}${area.unit === 'mu' ? '亩' : '平方米'}`;
}

function extensionOf({ extension }: Offer): string | null {
  if (extension === null) return null;
  return `结束前${extension.withinSeconds}秒内有出价的,顺延${extension.bySeconds}秒`;
}
