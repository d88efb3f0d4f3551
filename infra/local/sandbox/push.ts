import { createHmac } from 'node:crypto';
import type { Timekeeper } from '../timekeeper.ts';
import type { Faults } from './faults.ts';
import type { Delivery, SandboxStore } from './store.ts';

/** Where events go. */
export interface EventAddress {
  readonly url: string;
  /** `whsec_` and Base64. */
  readonly secret: string;
}

/** Sends one request and tells its status; throws when there was no answer. */
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;

const MINUTE = 60_000;
/** After the last an event is given up; it stays in the store. */
const BACK_OFF_MS = [1_000, 5_000, 30_000, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE, 360 * MINUTE];

/** Signs as Standard Webhooks wants it: HMAC-SHA256 over number, second and body. */
export function signEvent(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

interface Parts {
  readonly store: SandboxStore;
  readonly time: Timekeeper;
  readonly faults: Faults;
  readonly post: Post;
  readonly address: () => EventAddress | undefined;
}

/** Pushes what waits, at least once each, and again with growing pauses until somebody acknowledges. */
export function createPusher({ store, time, faults, post, address }: Parts) {
  async function send({ url, secret }: EventAddress, { id, body, attempts }: Delivery): Promise<void> {
    const seconds = Math.floor(time.now() / 1000);
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signEvent(secret, id, seconds, body),
    };
    const status = await post(url, headers, body).catch(() => 0);
    if (status >= 200 && status < 300) return store.acknowledge(id);
    const pause = BACK_OFF_MS[attempts];
    store.postpone(id, pause === undefined ? null : time.now() + pause);
  }
  let running: Promise<void> | undefined;

  async function pushDue(): Promise<void> {
    const to = address();
    if (to === undefined) return;
    const waiting = [...store.waiting(time.now())];
    if (waiting.length > 1 && faults.take('events', 'reorder')) waiting.reverse();
    for (const delivery of waiting) {
      if (faults.take('events', 'duplicate')) await send(to, delivery);
      await send(to, delivery);
    }
  }
  return {
    /** One round at a time; a second call joins the first. */
    push(): Promise<void> {
      running ??= pushDue().finally(() => {
        running = undefined;
      });
      return running;
    },
    /** Once the round under way, if any, is over. */
    settled: () => running ?? Promise.resolve(),
  };
}
