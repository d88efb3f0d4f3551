import { addMs, type Instant } from '../time.ts';
import type { Recipient } from './recipients.ts';

/** How one sending stands: to be sent, sent, or given up, which a person sees. */
export type DeliveryState = 'pending' | 'sent' | 'failed';

/** One notice on its way to one recipient. */
export interface Delivery extends Recipient {
  readonly state: DeliveryState;
  /** Attempts begun. */
  readonly tries: number;
  /** When it is tried next, or, while somebody is sending it, when he is given up; `null` when it is over. */
  readonly dueAt: Instant | null;
  /** What the other side said last, or the code of what went wrong; `null`: nothing yet. */
  readonly answer: string | null;
  /** When it was sent or failed last. */
  readonly at: Instant | null;
}

const MINUTE_MS = 60_000;

/** After the first failure one minute, then five, then thirty. */
const BACK_OFF_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS] as const;
export const MOST_TRIES = 5;

/** Longer than any function may run: whoever claimed a sending and said nothing by then is gone. */
export const CLAIM_MS = 5 * MINUTE_MS;

/** A sending that was just decided. */
export function newDelivery({ channel, to, name }: Recipient, now: Instant): Delivery {
  return { channel, to, name, state: 'pending', tries: 0, dueAt: now, answer: null, at: null };
}

/** Whether it is to be sent now. */
export function isDue({ state, dueAt }: Delivery, now: Instant): boolean {
  return state === 'pending' && dueAt !== null && dueAt <= now;
}

/**
 * The sending as whoever sends it now keeps it: counted before anything goes out, so that what kills the sender each time is
 * given up one day as well.
 */
export function claimed(delivery: Delivery, now: Instant): Delivery {
  if (delivery.tries >= MOST_TRIES) return { ...delivery, state: 'failed', dueAt: null, at: now };
  return { ...delivery, tries: delivery.tries + 1, dueAt: addMs(now, CLAIM_MS) };
}

/** The other side took it. */
export function sent(delivery: Delivery, answer: string, now: Instant): Delivery {
  return { ...delivery, state: 'sent', dueAt: null, answer, at: now };
}

/** It did not go out: again later, or given up after five attempts or where another cannot help. */
export function notSent(delivery: Delivery, answer: string, mayHeal: boolean, now: Instant): Delivery {
  if (!mayHeal || delivery.tries >= MOST_TRIES) return { ...delivery, state: 'failed', dueAt: null, answer, at: now };
  const wait = BACK_OFF_MS[Math.min(delivery.tries, BACK_OFF_MS.length) - 1] ?? MINUTE_MS;
  return { ...delivery, dueAt: addMs(now, wait), answer, at: now };
}

/** Sent again from the beginning, as a person asked. */
export function again(delivery: Delivery, now: Instant): Delivery {
  return { ...newDelivery(delivery, now), answer: delivery.answer };
}

/** How a notice stands as a whole: given up for one recipient is given up, unless something is still on its way. */
export function stateOf(deliveries: readonly Delivery[]): DeliveryState {
  if (deliveries.some(({ state }) => state === 'pending')) return 'pending';
  return deliveries.some(({ state }) => state === 'failed') ? 'failed' : 'sent';
}

/** When the next sending of a notice is due; `null`: all is over. */
export function nextDueAt(deliveries: readonly Delivery[]): Instant | null {
  const times = deliveries.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  return times.toSorted()[0] ?? null;
}
