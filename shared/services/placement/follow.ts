import { canonicalJson } from '../../domain/canonical.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { toLotId } from '../../domain/lot-id.ts';
import { type LotState, statusOf } from '../../domain/lot-state.ts';
import { isOutcome, type LotStatus } from '../../domain/lot-status.ts';
import { differencesOf } from '../../domain/placement/differences.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import type { Difference, Placement } from '../../domain/placement/placement.ts';
import { mayHappenTo } from '../../domain/placement/transitions.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import { findOwner } from '../desk/owner/read-owner.ts';
import { load } from '../events/load.ts';
import { keys } from '../records/keys.ts';
import { parseLotItem } from '../records/lot-record.ts';
import { canBeFollowed, nextLookAt } from './due.ts';
import { logEvent } from './log-event.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { PLACEMENT_CALLER } from './sync-placement.ts';
import { putWork } from './work.ts';

type Ports = Pick<PlacementPorts, 'records' | 'hash' | 'clock' | 'effects'>;

/**
 * Compares what the record knows of a placement's lot with what was approved (核对平台显示): first seen there it is live; what
 * differs is shown when it changes; its outcome ends it, or confirms that it was taken down. Notes when to look again, and
 * says whether there was anything new.
 *
 * @throws AppError `STORE.CONTENTION`
 */
export async function followRecord(ports: Ports, placement: Placement): Promise<boolean> {
  const seen = await seenLot(ports, placement);
  const followed = seen === undefined ? placement : await tell(ports, placement, seen);
  if (followed === undefined || followed.version !== placement.version) return true;
  await putWork(ports, placement, nextLookAt(placement, ports.clock.now()));
  return false;
}

/** Undefined while no document of the platform says anything: what the desk itself states of a lot is no sight of it. */
async function seenLot(ports: Ports, { platform, lot }: Placement): Promise<LotState | undefined> {
  if (lot === null || !canBeFollowed({ lot })) return undefined;
  const lotId = toLotId(platform, lot.number);
  const item = await ports.records.get(keys.lot(lotId));
  const state = item === undefined ? undefined : parseLotItem(lotId, item).state;
  return state === undefined || statusOf(state) === 'unknown' ? undefined : state;
}

/** The placement after what was written; undefined when something else happened to it meanwhile. */
async function tell(ports: Ports, placement: Placement, seen: LotState): Promise<Placement | undefined> {
  const status = statusOf(seen);
  const differences = await differencesNow(ports, placement, seen);
  const known = placement.shown;
  const isNew =
    known === null || known.status !== status || canonicalJson(known.differences) !== canonicalJson(differences);
  const shown: PlacementEvent = { type: 'shown', data: { status, differences } };
  const told = isNew && mayHappenTo(placement.state, 'shown') ? await write(ports, placement, shown) : placement;
  if (told === undefined || !isOutcome(status) || !mayHappenTo(told.state, 'ended')) return told;
  return write(ports, told, overBy(told, status));
}

function write(ports: Ports, placement: Placement, event: PlacementEvent): Promise<Placement | undefined> {
  return logEvent(PLACEMENT_CALLER, ports, placement, event);
}

/** Whoever asked for it to be taken down is told that it was. */
function overBy({ withdrawal }: Placement, status: LotStatus): PlacementEvent {
  if (status !== 'withdrawn' || withdrawal === null) return { type: 'ended', data: { outcome: status } };
  return { type: 'withdrawn', data: { reason: withdrawal.reason, said: 'platform' } };
}

/** While an amendment is under way the platform cannot show what is wanted: then nothing new is said of it. */
async function differencesNow(
  ports: Ports,
  { listingId, round: number, amendment, shown }: Placement,
  seen: LotState,
): Promise<readonly Difference[]> {
  if (amendment !== null && amendment.doneAt === null) return shown?.differences ?? [];
  const listing: Listing | undefined = (await load(ports, listingAggregate, listingId))?.state;
  const round = listing?.rounds.find((each) => each.number === number);
  if (listing === undefined || round === undefined) return [];
  const owner = await findOwner(ports, listing.ownerId);
  return differencesOf(round.terms, seen, owner?.name ?? null);
}
