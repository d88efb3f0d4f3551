import { Webhook } from 'standardwebhooks';
import type { Timekeeper } from '../timekeeper.ts';
import type { Faults } from './faults.ts';
import type { Delivery, SandboxStore } from './store.ts';

/** Sends one request and tells its status; throws when there was no answer. */
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;

const MINUTE = 60_000;
const PATIENCE_MS = 10_000;
/** After the last an event is given up; it stays in the store. */
const BACK_OFF_MS = [1_000, 5_000, 30_000, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE, 360 * MINUTE];

interface Parts {
  readonly store: SandboxStore;
  readonly time: Timekeeper;
  readonly faults: Faults;
  /** Signs every event; `whsec_` and Base64. */
  readonly secret: string;
  readonly post: Post;
}

/** Sends an event over HTTP; what is answered is not read. */
export async function postEvent(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
  await response.body?.cancel();
  return response.status;
}

/** Pushes what waits, at least once each, and again with growing pauses until somebody acknowledges. */
export function createPusher({ store, time, faults, secret, post }: Parts) {
  const webhook = new Webhook(secret);

  async function send(url: string, { id, body, attempts }: Delivery): Promise<void> {
    const now = time.now();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': webhook.sign(id, new Date(now), body),
    };
    const status = await post(url, headers, body).catch(() => 0);
    if (status >= 200 && status < 300) return store.acknowledge(id);
    const pause = BACK_OFF_MS[attempts];
    store.postpone(id, pause === undefined ? null : time.now() + pause);
  }
  let running: Promise<void> | undefined;

  async function pushDue(): Promise<void> {
    const url = store.setting('events');
    if (url === undefined) return;
    const waiting = [...store.waiting(time.now())];
    if (waiting.length > 1 && faults.take('events', 'reorder')) waiting.reverse();
    for (const delivery of waiting) {
      if (faults.take('events', 'duplicate')) await send(url, delivery);
      await send(url, delivery);
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
