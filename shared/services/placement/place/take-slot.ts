import type { Placement } from '../../../domain/placement/placement.ts';
import { addMs, type Instant, toEpochMs } from '../../../domain/time.ts';
import type { PlaceMessage } from '../../../messages/place.ts';
import { isUsable, reserveSlot, type SlotRequest } from '../../platform-calls/slots.ts';
import { keys } from '../../records/keys.ts';
import { putWork } from '../work.ts';
import type { PlacePorts } from './place-ports.ts';

/** A message held back in the queue is made up for so long after it was to come. */
const BEHIND_MS = 60_000;
/** As far as a queue can hold a message back (15 min), less what it may be late. */
export const SENDING_WITHIN_MS = 14 * 60_000;
/** Looking can wait: it leaves the moments after the next two minutes to what changes something. */
export const READING_WITHIN_MS = 2 * 60_000;

/**
 * Says whether a step of so many requests may be sent now. If not, whoever is to send it is woken again: with a moment
 * reserved for it, or, where all of them are taken for as long as it may wait, to ask again after half that time.
 */
export async function takeSlot(
  ports: PlacePorts,
  placement: Placement,
  message: PlaceMessage,
  budget: Omit<SlotRequest, 'platform'>,
): Promise<boolean> {
  const now = ports.clock.now();
  if (message.slot !== null && isUsable(message.slot, now)) return true;
  if (message.slot !== null && message.slot > now) return holdBack(ports, placement, message.slot);
  if (message.slot !== null && !(await isAwaited(ports, placement, message.slot))) return false;
  const { at, isReserved } = await reserveSlot(ports, { platform: placement.platform, ...budget });
  if (!isReserved) {
    await putWork(ports, placement, addMs(now, budget.withinMs / 2));
    return false;
  }
  return isUsable(at, ports.clock.now()) || holdBack(ports, placement, at);
}

/**
 * Whether the work noted for the placement still waits for the message of this moment, which came too late for it. Where it
 * does not, another message was sent since: two that both come late and go on would become four.
 */
async function isAwaited({ records }: PlacePorts, { id }: Placement, slot: Instant): Promise<boolean> {
  return (await records.get(keys.placementWork(id)))?.['dueAt'] === addMs(slot, BEHIND_MS);
}

/** Sends the message again, to come at its moment. */
async function holdBack(ports: PlacePorts, placement: Placement, slot: Instant): Promise<false> {
  const { id, platform } = placement;
  const aheadMs = toEpochMs(slot) - toEpochMs(ports.clock.now());
  const delaySeconds = Math.max(0, Math.ceil(aheadMs / 1000));
  await putWork(ports, placement, addMs(slot, BEHIND_MS));
  await ports.wake({ platform }, { schema: 'place.v1', placement: id, slot }, delaySeconds);
  return false;
}
