import type { Caller } from '../../domain/caller.ts';
import { currentRound } from '../../domain/listing/progress.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import { nextOf } from '../../domain/placement/next.ts';
import type { Placement, PlacementStep } from '../../domain/placement/placement.ts';
import { AppError } from '../../errors/app-error.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import type { PlaceMessage } from '../../messages/place.ts';
import { requireRole } from '../authorise.ts';
import { handOverPackage } from '../desk/handoff/hand-over-package.ts';
import type { HandoffPorts, Printer } from '../desk/handoff/handoff-ports.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import { load } from '../events/load.ts';
import { dueOf, publishingOf } from './due.ts';
import { followRecord } from './follow.ts';
import { logEvent } from './log-event.ts';
import { placementAggregate } from './placement-aggregate.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { packageRefused, prepareOffer } from './prepare-offer.ts';
import { PLACEMENT_CALLER, syncPlacement } from './sync-placement.ts';
import { putWork } from './work.ts';

type Ports = HandoffPorts & PlacementPorts;

/** Somebody else was faster, or the listing went another way: what is to be done now is in the logs. */
const OVERTAKEN: readonly ErrorCode[] = ['COMMAND.CONFLICT', 'LISTING.STATE'];

/**
 * Looks at a placement and does what is due without asking its platform: hands the package over and makes the offer, or, for
 * what people entered themselves, compares the record. A message too many changes nothing.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for a placement there never was, `STORE.CONTENTION`, `STORE.UNAVAILABLE`
 */
export async function preparePlacement(
  caller: Caller,
  ports: Ports,
  printer: Printer,
  { placement: id }: PlaceMessage,
): Promise<void> {
  requireRole(caller, 'system');
  const placement = await placementNow(ports, id);
  const step = stepNow(ports, placement);
  if (step === 'prepare') return prepare(ports, printer, placement);
  if (step === 'follow') await followRecord(ports, placement);
  else await putWork(ports, placement, dueOf(ports, placement, ports.clock.now())?.at ?? null);
}

/** The placement, brought to what its listing says first: it may have been returned while the message was under way. */
async function placementNow(ports: Ports, id: string): Promise<Placement> {
  const known = (await load(ports, placementAggregate, id))?.state;
  const listing = known === undefined ? undefined : (await load(ports, listingAggregate, known.listingId))?.state;
  if (listing !== undefined) await syncPlacement(ports, listing);
  const now = (await load(ports, placementAggregate, id))?.state;
  if (now === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such placement', { details: { id } });
  return now;
}

/** What is due now and done here; undefined: nothing. */
function stepNow(ports: Ports, placement: Placement): PlacementStep | undefined {
  const now = ports.clock.now();
  const due = dueOf(ports, placement, now);
  if (due === null || due.at > now || due.queue !== 'preparations') return undefined;
  return nextOf(placement, publishingOf(ports, placement))?.step;
}

async function prepare(ports: Ports, printer: Printer, placement: Placement): Promise<void> {
  const event = await prepared(ports, printer, placement);
  if (event !== 'overtaken') await logEvent(PLACEMENT_CALLER, ports, placement, event);
}

async function prepared(ports: Ports, printer: Printer, placement: Placement): Promise<PlacementEvent | 'overtaken'> {
  try {
    await handOver(ports, printer, placement);
    return await prepareOffer(ports, placement);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (OVERTAKEN.includes(error.code)) return 'overtaken';
    if (error.retryable) throw error;
    return packageRefused(error);
  }
}

/**
 * The package is handed over once, by the system; from then on the listing cannot be returned. Where a person has handed it
 * over meanwhile, it is his to enter: the placement follows its listing at the next look.
 */
async function handOver(ports: Ports, printer: Printer, { id, listingId }: Placement): Promise<void> {
  const listing = (await load(ports, listingAggregate, listingId))?.state;
  if (listing === undefined || currentRound(listing).handedOver?.by.role === 'system') return;
  const command = { id: `prepare-${id}`, body: { placement: id } };
  await handOverPackage(PLACEMENT_CALLER, ports, printer, listingId, command);
}
