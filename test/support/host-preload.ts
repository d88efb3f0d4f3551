/**
 * Loaded into the process of a host before everything else, by `NODE_OPTIONS`: moves its clock by `CLOCK_SHIFT_MS`, and lets
 * a request say after how many writes to the record the host falls dead (`x-die-after-writes`), as no timer could hit it.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const shift = Number(process.env['CLOCK_SHIFT_MS'] ?? 0);

globalThis.Date = new Proxy(Date, {
  construct: (real, given, made) => Reflect.construct(real, given.length === 0 ? [real.now() + shift] : given, made),
  get: (real, name) => (name === 'now' ? () => real.now() + shift : Reflect.get(real, name)),
});

const WRITE = /^DynamoDB_\d+\.(?:PutItem|UpdateItem|DeleteItem)$/;

/** Writes still to be made before the end; undefined while nobody has asked for it. */
let writesLeft: number | undefined;

function headerOf({ request }: { readonly request: IncomingMessage }, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

subscribe('http.server.request.start', (message) => {
  const asked = headerOf(message as { request: IncomingMessage }, 'x-die-after-writes');
  if (asked !== undefined) writesLeft = Number(asked);
  if (writesLeft === 0) process.kill(process.pid, 'SIGKILL');
});

// The table store answers a write after it has it: the record is written, and nobody has read the answer yet.
subscribe('http.server.response.finish', (message) => {
  const target = headerOf(message as { request: IncomingMessage }, 'x-amz-target');
  if (writesLeft === undefined || target === undefined || !WRITE.test(target)) return;
  writesLeft -= 1;
  if (writesLeft <= 0) process.kill(process.pid, 'SIGKILL');
});
