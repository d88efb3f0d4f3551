import type { JsonValue } from '../domain/json.ts';

export interface SendOptions {
  /** Message group of a FIFO queue. */
  readonly group?: string;
  /** Deduplication id of a FIFO queue: equal ids within five minutes are delivered once. */
  readonly deduplicationId?: string;
  /** Seconds before anybody receives it, 900 at most; not on a FIFO queue. */
  readonly delaySeconds?: number;
}

/** One queue, seen by its sender. Delivery is at least once and, on a standard queue, in any order. */
export interface MessageQueue {
  send(body: JsonValue, options?: SendOptions): Promise<void>;
}
