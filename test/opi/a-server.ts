import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { type Listening, listen, readBody } from '#infra/local/loopback.ts';
import type { JsonObject } from '#infra/opi/wire.ts';
import { aPlatform, type Broken } from './a-platform.ts';

/** Where a server pushes events to. */
export interface EventTarget {
  readonly url: string;
  readonly secret: string;
}

const AGAIN_MS = 10;

/** Pushes until somebody takes it, as a platform has to. */
async function push(broken: Broken, { url, secret }: EventTarget, id: string, lot: JsonObject): Promise<void> {
  const data = { schema: 'opi.lot.v1', platformTime: new Date().toISOString(), lot };
  const event = {
    schema: 'opi.event.v1',
    id,
    type: 'lot.changed',
    occurredAt: data.platformTime,
    lotId: lot['lotId'],
    data,
  };
  const body = JSON.stringify(event);
  const now = new Date();
  const signing = new Webhook(broken === 'events.signed' ? `whsec_${btoa('another secret altogether')}` : secret);
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': signing.sign(id, now, body),
  };
  const { ok } = await fetch(url, { method: 'POST', headers, body });
  if (ok || broken === 'events.again') return;
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  await push(broken, { url, secret }, id, lot);
}

/** The platform behind a port. */
export async function aServer(
  broken?: Broken,
  events?: EventTarget,
): Promise<Listening & { readonly openListings: () => number }> {
  let pushed = 0;
  const platform = aPlatform(broken, (lot) => {
    pushed += 1;
    if (events !== undefined) void push(broken, events, `evt-${pushed}`, lot).catch(() => undefined);
  });
  const server = createServer(async (request, response) => {
    const seen = platform.seen();
    const bytes = await readBody(request, 1_000_000);
    // Looks before the others have written: what a table without a unique key does.
    if (broken === 'publish.at-once') await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    const known = broken === 'publish.at-once' ? seen : platform.seen();
    const [status, body, headers = {}] = platform.answer(
      request,
      bytes.length === 0 ? {} : JSON.parse(String(bytes)),
      known,
    );
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
  });
  const listening = await listen(server, 0);
  return { ...listening, openListings: () => platform.lots().filter(({ status }) => status === 'announced').length };
}
