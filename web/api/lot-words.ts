import type { LotCard } from '#shared/domain/lot-card.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { leadPrice, moneyText, timeText } from '../format.ts';
import { type Platforms, platformName } from '../platforms.ts';
import { CONTRADICTION_TEXT, UNKNOWN } from '../words.ts';

/** The lot in one line, as the platform last showed it: status, name, price. */
export function lotHeadline(card: LotCard): string {
  const [label, price] = leadPrice(card);
  const named = `【${STATUS_TEXT[card.status]}】${card.title ?? card.externalId}`;
  return price === UNKNOWN ? named : `${named} · ${label} ${price}`;
}

/** The lot in a few lines for readers of feeds and calendars. */
export function lotSummary(card: LotCard, platforms: Platforms): string {
  const lines = [
    `平台:${platformName(platforms, card.platform)}`,
    `起拍价:${moneyText(card.startPriceFen, card.priceBasis)}`,
    `保证金:${moneyText(card.depositFen)}`,
    `开始:${timeText(card.startsAt)}`,
    `结束:${timeText(card.endsAt)}`,
    `所在地:${card.location ?? UNKNOWN}`,
    `数据截至:${timeText(card.asOf)},以平台公告为准`,
    ...card.contradictions.map((found) => `待核:${CONTRADICTION_TEXT[found]}`),
  ];
  return lines.join('\n');
}
