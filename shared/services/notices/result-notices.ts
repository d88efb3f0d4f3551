import { standingOf } from '../../domain/comparison/population.ts';
import { WORDS } from '../../domain/listing/words.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { isOutcome, STATUS_TEXT } from '../../domain/lot-status.ts';
import { formatYuan } from '../../domain/money.ts';
import { lineOf, type Notice } from '../../domain/notices/notice.ts';
import type { Reached } from '../../domain/people/reach.ts';
import { addMs, formatBeijingText, type Instant } from '../../domain/time.ts';
import { listingIdIn } from '../settlement/known-lot.ts';

/** An outcome first seen longer ago is no news: it comes of old pages or files somebody brought. */
const NEWS_MS = 7 * 86_400_000;

/** Whether a lot that changed has an outcome to tell: of the district's own register, or listed by us, and new. */
export function hasNews(card: LotCard, now: Instant): boolean {
  const { status, outcomeSeenAt, reference } = card;
  if (!isOutcome(status) || outcomeSeenAt === null || addMs(outcomeSeenAt, NEWS_MS) < now) return false;
  return standingOf(card) === 'official' || listingIdIn(reference) !== undefined;
}

/** What was bid, with what it is a price of. */
function priceText({ status, hammerPriceFen, priceBasis }: LotCard): string {
  if (status !== 'sold' || hammerPriceFen === null) return '';
  const amount = `,成交价 ${formatYuan(hammerPriceFen)} `;
  if (priceBasis === null) return `${amount}元(计价方式未知)`;
  const unit = WORDS.priceBasis[priceBasis];
  return unit.startsWith('元') ? `${amount}${unit}` : `${amount}元(${unit})`;
}

/** The result of a lot (竞价结果). The same outcome of a lot is told once, whatever else of it changes. */
export function resultNotice(card: LotCard, reached: Reached): Notice {
  const { lotId, status, title, endsAt, platform } = card;
  const name = lineOf(title, '名称未知的标的');
  const price = priceText(card);
  const end = endsAt === null ? '' : `竞价于 ${formatBeijingText(endsAt)} 结束。`;
  return {
    kind: 'result',
    id: `${lotId}.${status}`,
    subject: `${STATUS_TEXT[status]}:${name}${price}`,
    body: `${name}:${STATUS_TEXT[status]}${price}。${end}`,
    path: `/lots/${lotId}`,
    reached,
    platform,
  };
}
