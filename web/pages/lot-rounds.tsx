import type { LotCard } from '#shared/domain/lot-card.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import type { Instant } from '#shared/domain/time.ts';
import { roundText, statusNow } from '../format.ts';

interface RoundsProps {
  readonly card: LotCard;
  /** All rounds of the property in their order, this lot included. */
  readonly rounds: readonly LotCard[];
  readonly now: Instant;
}

function neighbours({ card, rounds }: RoundsProps) {
  const here = rounds.findIndex(({ lotId }) => lotId === card.lotId);
  return { previous: rounds[here - 1], next: here < 0 ? undefined : rounds[here + 1] };
}

function nameOf(round: LotCard): string {
  return roundText(round.round) ?? '轮次未注明';
}

/** Links to the round before and after, for the top of the page. */
export function RoundLinks(props: RoundsProps) {
  const { previous, next } = neighbours(props);
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="pages" aria-label="同一资产的前后轮次">
      {previous === undefined ? null : (
        <a rel="prev" href={`/lots/${previous.lotId}`}>
          ← 上一轮:{nameOf(previous)},{STATUS_TEXT[statusNow(previous, props.now)]}
        </a>
      )}
      {next === undefined ? null : (
        <a rel="next" href={`/lots/${next.lotId}`}>
          下一轮:{nameOf(next)},{STATUS_TEXT[statusNow(next, props.now)]} →
        </a>
      )}
    </nav>
  );
}
