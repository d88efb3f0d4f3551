import type { LotCard } from '#shared/domain/lot-card.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import type { Instant } from '#shared/domain/time.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import {
  ageText,
  areaText,
  isForgotten,
  leadPrice,
  moneyText,
  overdueText,
  roundText,
  statusNow,
  termText,
  timeText,
} from '../format.ts';
import { type Platforms, platformName } from '../platforms.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT, UNKNOWN } from '../words.ts';
import { SAME_ASSET_ID } from './lot-same-asset.tsx';
import { Marked } from './marked.tsx';
import { Time } from './time.tsx';

interface TileProps {
  readonly card: LotCard;
  readonly platforms: Platforms;
  /** The words searched for, to be marked. */
  readonly text: string;
  /** Other lots of the same asset. */
  readonly others: number;
  readonly now: Instant;
}

function tagsOf(card: LotCard, platforms: Platforms): string {
  const tags = [
    platformName(platforms, card.platform),
    card.tradeCategory === null ? null : CATEGORY_TEXT[card.tradeCategory],
    card.assetClass === null ? null : ASSET_CLASS_TEXT[card.assetClass],
    card.tradeKind === null ? null : TRADE_KIND_TEXT[card.tradeKind],
    roundText(card.round),
    card.area === null ? null : areaText(card.area),
    card.termMonths === null ? null : termText(card.termMonths),
  ];
  return tags.filter((tag) => tag !== null).join(' · ');
}

/** The turn that comes next: the start of an announced lot, else the end. */
function Turn({ card, now }: Pick<TileProps, 'card' | 'now'>) {
  const status = statusNow(card, now);
  const isStart = status === 'announced' || isForgotten(card, now);
  const at = isStart ? card.startsAt : card.endsAt;
  const isAhead = at !== null && at > now && (status === 'announced' || status === 'bidding');
  return (
    <>
      <dt>{isStart ? '开拍' : '结束'}</dt>
      <dd>
        <Time at={at} />
        {isAhead ? `(${ageText(at, now)})` : ''}
      </dd>
    </>
  );
}

/** One lot in the list. */
export function LotTile({ card, platforms, text, others, now }: TileProps) {
  const [label, price] = leadPrice(card);
  const overdue = overdueText(card, now);
  const status = statusNow(card, now);
  return (
    <li class="card">
      <span class={`status ${status}`}>{STATUS_TEXT[status]}</span> <span class="soft">{tagsOf(card, platforms)}</span>
      <h3>
        <a href={`/lots/${card.lotId}`}>
          <Marked text={card.title ?? card.externalId} query={text} />
        </a>
      </h3>
      <dl>
        <dt>{label}</dt>
        <dd class="lead">{price}</dd>
        {label === '起拍价' ? null : (
          <>
            <dt>起拍价</dt>
            <dd>{moneyText(card.startPriceFen, card.priceBasis)}</dd>
          </>
        )}
        <Turn card={card} now={now} />
        <dt>出价</dt>
        <dd>{card.bidCount === null ? UNKNOWN : `${card.bidCount} 次`}</dd>
        <dt>所在地</dt>
        <dd>{card.location === null ? UNKNOWN : <Marked text={card.location} query={text} />}</dd>
        {card.seller === null ? null : (
          <>
            <dt>处置单位</dt>
            <dd>
              <Marked text={card.seller} query={text} />
            </dd>
          </>
        )}
      </dl>
      {others === 0 ? null : (
        <p>
          <a href={`/lots/${card.lotId}#${SAME_ASSET_ID}`}>同一资产另有 {others} 次发布</a>
        </p>
      )}
      <p class="soft">
        数据截至 {timeText(card.asOf)}
        {overdue === null ? '' : `,${overdue}`}
      </p>
    </li>
  );
}
