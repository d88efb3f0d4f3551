import { addMs, type Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Clock } from '../../ports/ambient.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';

/** What moments are reserved with. */
export interface SlotPorts {
  readonly records: ItemStore;
  readonly clock: Clock;
}

/** What is asked of a platform's budget. */
export interface SlotRequest {
  readonly platform: string;
  /** What the platform lets us send in a minute. */
  readonly requestsPerMinute: number;
  /** Requests sent together at the moment reserved. */
  readonly requests: number;
  /** How far ahead the moment may lie, milliseconds: what can wait leaves the later moments to what cannot. */
  readonly withinMs: number;
}

/** A moment of ours (`isReserved`), or the earliest that would have been free, too far ahead to be kept. */
export interface Slot {
  readonly at: Instant;
  readonly isReserved: boolean;
}

interface StoredSlots extends Item {
  readonly v: number;
  /** The earliest moment at which a single request may be sent. */
  readonly nextSlotAt: Instant;
}

const MINUTE_MS = 60_000;

/** A moment may be used so much later than it was reserved for: queues count in seconds, and functions take time to start. */
const GRACE_MS = 10_000;

const ATTEMPTS = 20;

/** Says whether a moment that was reserved may be used now: neither before it nor long after. */
export function isUsable(slot: Instant, now: Instant): boolean {
  return slot <= now && now <= addMs(slot, GRACE_MS);
}

/**
 * Reserves the earliest free moment for requests to a platform, for whoever asks first. Requests sent in their moments, or up
 * to ten seconds late, never come to more than the budget within any 60 seconds. A moment further ahead than
 * `withinMs` is not reserved: whoever is told so asks again later. Moments that are not used are lost.
 *
 * Requests of one step are not cut apart: they keep free the time that they need before and behind their moment. A step
 * that needs more than a minute's budget is treated as if it needed just that.
 *
 * @throws AppError `STORE.CONTENTION` after twenty lost races
 */
export async function reserveSlot(ports: SlotPorts, asked: SlotRequest): Promise<Slot> {
  const key = keys.platformSlots(asked.platform);
  const spacing = Math.floor((MINUTE_MS + GRACE_MS) / asked.requestsPerMinute) + 1;
  const requests = Math.min(Math.max(asked.requests, 1), asked.requestsPerMinute);
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const known = (await ports.records.get(key)) as StoredSlots | undefined;
    const now = ports.clock.now();
    const free = known === undefined ? now : addMs(known.nextSlotAt, (requests - 1) * spacing);
    const at = free > now ? free : now;
    if (at > addMs(now, asked.withinMs)) return { at, isReserved: false };
    const item: StoredSlots = { ...key, v: (known?.v ?? 0) + 1, nextSlotAt: addMs(at, requests * spacing) };
    const condition = known === undefined ? 'absent' : { version: known.v };
    if ((await ports.records.put(item, condition)) === 'written') return { at, isReserved: true };
  }
  throw new AppError('STORE.CONTENTION', 'others reserved every moment', { details: { platform: asked.platform } });
}
