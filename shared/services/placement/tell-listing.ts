import type { RoundEnding } from '../../domain/listing/events.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { currentRound } from '../../domain/listing/progress.ts';
import { toLotId } from '../../domain/lot-id.ts';
import { type LotState, outcomeStampOf, statusOf } from '../../domain/lot-state.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { AppError } from '../../errors/app-error.ts';
import { endRound } from '../desk/listing/end-round.ts';
import { recordPlacement } from '../desk/listing/record-placement.ts';
import { withdrawListing } from '../desk/listing/withdraw-listing.ts';
import { keys } from '../records/keys.ts';
import { parseLotItem } from '../records/lot-record.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { PLACEMENT_CALLER } from './sync-placement.ts';

/**
 * Tells the listing whose running round this is what became of it at the platform: its address, that it was taken down, and
 * how the bidding ended. What the platform shows of the end and the listing cannot take (a sale without a price, below the
 * start price or on another basis) is left to a person.
 *
 * @param takenDown the last event that says it was taken down
 */
export async function tellListing(
  ports: PlacementPorts,
  placement: Placement,
  listing: Listing,
  takenDown: PlacementEvent | undefined,
): Promise<void> {
  if (currentRound(listing).number !== placement.round) return;
  const { id, state, lot, platform } = placement;
  if (lot !== null && listing.state === 'handed-over' && state !== 'withdrawn') {
    const body = { url: lot.url, lotId: toLotId(platform, lot.number), liveAt: null };
    await recordPlacement(PLACEMENT_CALLER, ports, listing.id, { id: `placed-${id}`, body }, body);
  }
  if (listing.state === 'placed' && state === 'ended') await tellEnd(ports, placement, listing);
  if (state === 'withdrawn' && takenDown?.type === 'withdrawn')
    await tellWithdrawal(ports, placement, listing, takenDown);
}

async function tellWithdrawal(
  ports: PlacementPorts,
  { id, withdrawal }: Placement,
  listing: Listing,
  { data }: Extract<PlacementEvent, { type: 'withdrawn' }>,
): Promise<void> {
  const isOnSale = listing.state === 'handed-over' || listing.state === 'placed';
  if (!isOnSale || data.said === 'never-sent') return;
  const body = { reason: withdrawal?.reason ?? data.reason };
  await withdrawListing(PLACEMENT_CALLER, ports, listing.id, { id: `withdrawn-${id}`, body }, body);
}

async function tellEnd(ports: PlacementPorts, { id, platform, lot }: Placement, listing: Listing): Promise<void> {
  if (lot === null) return;
  const lotId = toLotId(platform, lot.number);
  const item = await ports.records.get(keys.lot(lotId));
  const ending = item === undefined ? undefined : endingOf(listing, parseLotItem(lotId, item).state);
  if (ending === undefined || ending.at > ports.clock.now()) return;
  const command = { id: `ended-${id}`, body: { ...ending } };
  await endRound(PLACEMENT_CALLER, ports, listing.id, command, ending).catch(unlessOvertaken);
}

/** A person who recorded the end meanwhile, or the same word sent twice with a record that had grown. */
function unlessOvertaken(error: unknown): void {
  const isOvertaken = error instanceof AppError && ['COMMAND.CONFLICT', 'LISTING.STATE'].includes(error.code);
  if (!isOvertaken) throw error;
}

const CAUSE = '平台显示的结果';

function endingOf({ terms }: Listing, state: LotState): RoundEnding | undefined {
  const shownAt = outcomeStampOf(state)?.at;
  if (shownAt === undefined) return undefined;
  const planned = state.facts.endsAt?.value;
  const at = planned !== undefined && planned < shownAt ? planned : shownAt;
  if (statusOf(state) === 'passed-in') return { outcome: 'failed', at, cause: CAUSE };
  const { hammerPrice, priceBasis } = state.facts;
  const isComparable = priceBasis === undefined || priceBasis.value === terms.priceBasis;
  if (statusOf(state) !== 'sold' || hammerPrice === undefined || !isComparable) return undefined;
  if (terms.startPriceFen !== null && hammerPrice.value < terms.startPriceFen) return undefined;
  return { outcome: 'sold', hammerFen: hammerPrice.value, at, cause: CAUSE };
}
