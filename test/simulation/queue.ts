import type { JsonValue } from '#shared/domain/json.ts';
import type { MessageQueue } from '#shared/ports/message-bus.ts';
import type { SeededRandom } from '#test/support/fixed-ambient.ts';

export interface Message {
  readonly id: number;
  readonly body: JsonValue;
}

interface Waiting {
  readonly message: Message;
  /** Not before so many receptions, unless nothing else waits. */
  readonly notBefore: number;
}

/** How badly a queue behaves. */
export interface QueueFaults {
  /** Chance that a message is delivered once more for no reason. */
  readonly duplicate: number;
  /** Chance that a message is held back while others pass. */
  readonly delay: number;
  /** Out of order, always. */
  readonly reorder: boolean;
  /** Chance that a message whose deduplication id was seen before is dropped, as FIFO queues do for five minutes. */
  readonly deduplicate: number;
}

/** A queue that delivers at least once. */
export interface SimulatedQueue extends MessageQueue {
  readonly hasMessages: () => boolean;
  /** Hands out up to `max` messages; what the holder still held becomes visible again first. */
  receive(holder: string, max: number): Promise<readonly Message[]>;
  /** Removes what was done; the rest of what the holder holds becomes visible again. */
  settle(holder: string, done: readonly Message[]): Promise<void>;
  /** The holder is gone: all it held becomes visible again. */
  release(holder: string): void;
  deliveries(): number;
}

const LONGEST_DELAY = 30;

export function simulatedQueue(random: SeededRandom, faults: QueueFaults): SimulatedQueue {
  const held = new Map<string, readonly Message[]>();
  const seen = new Set<string>();
  let waiting: Waiting[] = [];
  let receptions = 0;
  let deliveries = 0;
  let lastId = 0;

  const show = (message: Message) => {
    const delay = random.chance(faults.delay) ? random.below(LONGEST_DELAY) : 0;
    waiting.push({ message, notBefore: receptions + delay });
  };
  const release = (holder: string) => {
    for (const message of held.get(holder) ?? []) show(message);
    held.delete(holder);
  };
  const take = (): Message | undefined => {
    const due = waiting.filter(({ notBefore }) => notBefore <= receptions);
    const from = due.length > 0 ? due : waiting;
    const taken = faults.reorder && from.length > 0 ? random.pick(from) : from[0];
    if (taken === undefined) return undefined;
    waiting = waiting.filter((entry) => entry !== taken);
    return taken.message;
  };

  return {
    hasMessages: () => waiting.length > 0,
    deliveries: () => deliveries,
    release,
    async send(body, { deduplicationId } = {}) {
      const repeated = deduplicationId !== undefined && seen.has(deduplicationId);
      if (repeated && random.chance(faults.deduplicate)) return;
      if (deduplicationId !== undefined) seen.add(deduplicationId);
      lastId += 1;
      show({ id: lastId, body: JSON.parse(JSON.stringify(body)) as JsonValue });
    },
    async receive(holder, max) {
      release(holder);
      receptions += 1;
      const batch: Message[] = [];
      while (batch.length < max && waiting.length > 0) {
        const message = take();
        if (message === undefined) break;
        batch.push(message);
        if (random.chance(faults.duplicate)) show(message);
      }
      deliveries += batch.length;
      held.set(holder, batch);
      return batch;
    },
    async settle(holder, done) {
      const finished = new Set(done);
      held.set(
        holder,
        (held.get(holder) ?? []).filter((message) => !finished.has(message)),
      );
      release(holder);
    },
  };
}
