import type { LotCard } from '../../domain/lot-card.ts';
import type { Instant } from '../../domain/time.ts';
import type { ChangeEntry } from './change-log.ts';

/** The fold of the change feed up to one place: the newest card of every lot. It grows in place. */
export interface FeedFold {
  /** Sequence of the last change folded in; -1 for none. */
  readonly upToSeq: number;
  /** When that change was written; `null` for none. */
  readonly at: Instant | null;
  readonly lots: ReadonlyMap<string, LotCard>;
  /** Folds in what comes next; changes known already are passed over. Returns the cards that were new. */
  apply(changes: readonly ChangeEntry[]): readonly LotCard[];
}

/** A fold to begin with: of nothing, or what a snapshot holds. */
export function feedFold(upToSeq = -1, at: Instant | null = null, cards: Iterable<LotCard> = []): FeedFold {
  const lots = new Map<string, LotCard>();
  for (const card of cards) lots.set(card.lotId, card);
  const fold = {
    upToSeq,
    at,
    lots,
    apply(changes: readonly ChangeEntry[]) {
      const applied: LotCard[] = [];
      for (const { sequence, at: writtenAt, card } of changes) {
        if (sequence <= fold.upToSeq) continue;
        lots.set(card.lotId, card);
        fold.upToSeq = sequence;
        fold.at = writtenAt;
        applied.push(card);
      }
      return applied;
    },
  };
  return fold;
}
