import type { LotCard } from '#shared/domain/lot-card.ts';
import { LOT_STATUSES, STATUS_TEXT } from '#shared/domain/lot-status.ts';
import type { Instant } from '#shared/domain/time.ts';
import { CATEGORY_TEXT, moneyText, overdueText, roundText, timeText } from '../format.ts';
import { Layout } from './layout.tsx';

interface CatalogueProps {
  readonly lots: readonly LotCard[];
  /** Platform names by id. */
  readonly platforms: ReadonlyMap<string, string>;
  readonly now: Instant;
  readonly stylesheet: string;
}

/** The price that says most at this stage, with its label. */
function leadPrice(card: LotCard): readonly [label: string, text: string] {
  if (card.hammerPriceFen !== null) return ['成交价', moneyText(card.hammerPriceFen, card.priceBasis)];
  if (card.currentPriceFen !== null) return ['当前价', moneyText(card.currentPriceFen, card.priceBasis)];
  return ['起拍价', moneyText(card.startPriceFen, card.priceBasis)];
}

interface CardProps {
  readonly card: LotCard;
  readonly platform: string;
  readonly now: Instant;
}

function Card({ card, platform, now }: CardProps) {
  const [label, price] = leadPrice(card);
  const round = roundText(card.round);
  const overdue = overdueText(card, now);
  const category = card.tradeCategory === null ? null : CATEGORY_TEXT[card.tradeCategory];
  return (
    <li class="card">
      <span class={`status ${card.status}`}>{STATUS_TEXT[card.status]}</span>{' '}
      <span class="soft">{[platform, category, round].filter((part) => part !== null).join(' · ')}</span>
      <h2>
        <a href={`/lots/${card.lotId}`}>{card.title ?? card.externalId}</a>
      </h2>
      <dl>
        <dt>{label}</dt>
        <dd>{price}</dd>
        {label === '起拍价' ? null : (
          <>
            <dt>起拍价</dt>
            <dd>{moneyText(card.startPriceFen, card.priceBasis)}</dd>
          </>
        )}
        <dt>{card.status === 'announced' ? '开始' : '结束'}</dt>
        <dd>{timeText(card.status === 'announced' ? card.startsAt : card.endsAt)}</dd>
        <dt>出价</dt>
        <dd>{card.bidCount === null ? '–' : `${card.bidCount} 次`}</dd>
      </dl>
      <p class="soft">
        数据截至 {timeText(card.asOf)}
        {overdue === null ? '' : `,${overdue}`}
      </p>
    </li>
  );
}

/** Every lot of every platform in one list. */
export function CataloguePage({ lots, platforms, now, stylesheet }: CatalogueProps) {
  const counts = LOT_STATUSES.map((status) => [status, lots.filter((card) => card.status === status).length] as const);
  const summary = counts.filter(([, count]) => count > 0).map(([status, count]) => `${STATUS_TEXT[status]} ${count}`);
  return (
    <Layout title="标的目录" stylesheet={stylesheet}>
      <h1>标的目录</h1>
      <p class="soft">
        共 {lots.length} 个标的{summary.length > 0 ? `:${summary.join(',')}` : '。资料导入后几秒内会出现在这里。'}
      </p>
      <ul class="cards">
        {lots.map((card) => (
          <Card card={card} platform={platforms.get(card.platform) ?? card.platform} now={now} />
        ))}
      </ul>
    </Layout>
  );
}
