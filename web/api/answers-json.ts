import type { LotCard } from '#shared/domain/lot-card.ts';
import { formatBeijing } from '#shared/domain/time.ts';
import type { CataloguePage } from '#shared/services/catalogue/catalogue-query.ts';
import type { CatalogueView } from '#shared/services/catalogue/catalogue-view.ts';
import type { ChangeEntry } from '#shared/services/feed/change-log.ts';
import type { SnapshotHead } from '#shared/services/feed/snapshots.ts';
import type { LotView } from '#shared/services/read-lot.ts';
import { bidJson, lotJson, timeJson } from '../lot-json.ts';

/** One page of lots with how many there are, and how many of each kind. */
export function lotsJson(view: CatalogueView, { total, facets, lots }: CataloguePage, next: string | null) {
  const { upToSeq, staleSince } = view;
  return { total, upToSeq, staleSince: timeJson(staleSince), facets, lots: lots.map(lotJson), next };
}

/** The bids of a lot, oldest first. */
export function bidsJson({ card, bids }: LotView) {
  const { lotId, version, priceBasis } = card;
  return { lotId, version, priceBasis, bids: bids.map(bidJson) };
}

/** Changes, oldest first. */
export function changesJson(changes: readonly ChangeEntry[], nextSince: number) {
  const written = changes.map(({ sequence, at, causedBy, card }) => ({
    sequence,
    at: formatBeijing(at),
    causedBy,
    lot: lotJson(card),
  }));
  return { changes: written, next_since: nextSince };
}

/** The newest snapshots: what is published of the feed, up to where, and under which hash. */
export function snapshotsJson(heads: readonly SnapshotHead[]) {
  const written = heads.map(({ name, upToSeq, at, etag, lots, bytes }) => ({
    name,
    upToSeq,
    at: formatBeijing(at),
    sha256: etag,
    lots,
    bytes,
  }));
  return { snapshots: written };
}

/** All rounds of the property a lot belongs to, in their order. */
export function roundsJson({ lotId, propertyKey }: LotCard, rounds: readonly LotCard[]) {
  return { lotId, propertyKey, rounds: rounds.map(lotJson) };
}
