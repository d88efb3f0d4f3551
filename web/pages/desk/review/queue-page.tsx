import type { Caller } from '#shared/domain/caller.ts';
import type { QueuedReview } from '#shared/services/desk/listing/review-queue.ts';
import { moneyText } from '../../../format.ts';
import { Time } from '../../time.tsx';
import { DeskPage } from '../frame.tsx';
import { UNTITLED } from '../listings/words.ts';

interface QueueProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly queue: readonly QueuedReview[];
}

function changeText(differences: QueuedReview['differences']): string {
  if (differences === null) return '首次提交';
  if (differences.length === 0) return '重新提交,没有改动';
  return `重新提交,改了 ${differences.length} 项:${differences.map(({ name }) => name).join('、')}`;
}

function Row({ review }: { readonly review: QueuedReview }) {
  const { card, isOverdue, differences } = review;
  return (
    <li class={isOverdue ? 'late' : undefined}>
      <a href={`/desk/review/${card.id}`}>{card.title ?? UNTITLED}</a>({card.ownerName}){' '}
      <strong>{card.waiting?.name}</strong>
      <span class="source">
        {moneyText(card.startPriceFen, card.priceBasis)},{changeText(differences)}
      </span>
      <span class={isOverdue ? 'error source' : 'soft source'}>
        自 <Time at={card.waitingSince} /> 等待
        {card.dueOn === null ? '' : `,最迟 ${card.dueOn}${isOverdue ? '(已超期)' : ''}`}
      </span>
    </li>
  );
}

/** What waits for the caller's review: overdue first, then what has waited longest. */
export function ReviewQueuePage({ caller, assets, queue }: QueueProps) {
  return (
    <DeskPage title="待我审核" caller={caller} here="review" assets={assets}>
      <h1>待我审核</h1>
      {queue.length === 0 ? <p>现在没有要审核的挂牌。</p> : null}
      <ul class="todo">
        {queue.map((review) => (
          <Row review={review} />
        ))}
      </ul>
      <p class="soft">自己填写或提交的挂牌不会出现在这里,由其他人审核。</p>
    </DeskPage>
  );
}
