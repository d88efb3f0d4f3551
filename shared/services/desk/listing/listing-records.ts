import type { Listing } from '../../../domain/listing/listing.ts';
import type { Fen } from '../../../domain/money.ts';
import { load } from '../../events/load.ts';
import { hasEnded } from './authority.ts';
import { listingAggregate } from './listing-aggregate.ts';
import { cardOf, type ListingCard } from './listing-card.ts';
import type { ListingPorts } from './listing-ports.ts';
import { type ClockHolder, type TimelineEntry, timelineOf } from './timeline.ts';

/** A listing as files list it, read from its own log. */
export interface ListingRecord {
  readonly card: ListingCard;
  readonly appraisalFen: Fen | null;
  readonly depositFen: Fen | null;
  /** Told once the listing is over, and to nobody before, whoever asks: files are passed on. */
  readonly reserve: { readonly fen: Fen | null } | 'hidden';
  /** Working days each party had it so far; `null` where the holidays of a year are unknown. */
  readonly workingDays: Readonly<Record<ClockHolder, number | null>>;
  /** How often somebody took longer than he had. */
  readonly overdue: number;
}

/** Logs read at a time. */
const READ_AT_ONCE = 25;

/** What is to be said of listings the caller was shown the cards of, in their order. */
export async function listingRecords(
  ports: Pick<ListingPorts, 'records' | 'clock'>,
  cards: readonly ListingCard[],
): Promise<readonly ListingRecord[]> {
  const done: ListingRecord[] = [];
  for (let from = 0; from < cards.length; from += READ_AT_ONCE) {
    const read = cards.slice(from, from + READ_AT_ONCE).map((card) => recordOf(ports, card));
    done.push(...(await Promise.all(read)).flat());
  }
  return done;
}

async function recordOf(
  ports: Pick<ListingPorts, 'records' | 'clock'>,
  card: ListingCard,
): Promise<readonly ListingRecord[]> {
  const listing = (await load(ports, listingAggregate, card.id))?.state;
  if (listing === undefined) return [];
  const { ownerId, ownerName, ownerKind, division, assetClass } = card;
  const { terms } = listing;
  const timeline = timelineOf(listing, ports.clock.now());
  return [
    {
      card: cardOf(listing, { id: ownerId, name: ownerName, kind: ownerKind, division }, assetClass),
      appraisalFen: terms.appraisal.fen,
      depositFen: terms.deposit.fen,
      reserve: reserveOf(listing),
      workingDays: {
        owner: usedBy('owner', timeline),
        township: usedBy('township', timeline),
        bureau: usedBy('bureau', timeline),
        office: usedBy('office', timeline),
        platform: usedBy('platform', timeline),
      },
      overdue: timeline.filter(({ isOverdue }) => isOverdue).length,
    },
  ];
}

function reserveOf(listing: Listing): ListingRecord['reserve'] {
  return hasEnded(listing) ? { fen: listing.terms.reserveFen } : 'hidden';
}

function usedBy(holder: ClockHolder, timeline: readonly TimelineEntry[]): number | null {
  const own = timeline.filter((entry) => entry.holder === holder);
  return own.reduce<number | null>((sum, { workingDays }) => {
    return sum === null || workingDays === null ? null : sum + workingDays;
  }, 0);
}
