import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addMs, toEpochMs } from '#shared/domain/time.ts';
import type { PushedMessage } from '#shared/services/inbound/inbound-ports.ts';
import { START, type SteppedClock, steppedClock } from '#test/support/fixed-ambient.ts';
import { aMessage, anInbound } from './a-pushing-platform.ts';

let clock: SteppedClock;
let inbound: Awaited<ReturnType<typeof anInbound>>;

/** Moves the service's time and the process's, by which signatures are checked. */
function advance(ms: number): void {
  clock.advance(ms);
  vi.setSystemTime(toEpochMs(clock.now()));
}

beforeEach(async () => {
  clock = steppedClock();
  inbound = await anInbound(clock);
  vi.useFakeTimers({ toFake: ['Date'], now: toEpochMs(START) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a pushed message that is not believed', () => {
  it.each([5 * 60_000 + 1000, 8 * 86_400_000])('replayed %d ms later is stale, known or not', async (ms) => {
    const message = aMessage(START);
    await inbound.take(message);
    advance(ms);

    expect(await inbound.refusedWith(() => inbound.take(message))).toBe('EVENT.FORGED');
  });

  it('is still believed five minutes later', async () => {
    const message = aMessage(START);
    advance(5 * 60_000);

    expect((await inbound.take(message)).status).toBe('taken');
  });

  it('is refused when it is more than five minutes ahead', async () => {
    expect(await inbound.refusedWith(() => inbound.take(aMessage(addMs(START, 5 * 60_000 + 1000))))).toBe(
      'EVENT.FORGED',
    );
  });

  it.each<readonly [string, (message: PushedMessage) => PushedMessage]>([
    ['its body was changed', (message) => ({ ...message, bytes: new TextEncoder().encode('{"price":1}') })],
    ['its number was changed', (message) => ({ ...message, id: 'msg_2' })],
    ['its time was changed', (message) => ({ ...message, timestamp: String(Number(message.timestamp) + 1) })],
    ['letters follow its time', (message) => ({ ...message, timestamp: `${message.timestamp}x` })],
    ['it is not signed', (message) => ({ ...message, signature: '' })],
    ['its signature is of another version', (message) => ({ ...message, signature: message.signature.slice(1) })],
    ['its signature is empty', (message) => ({ ...message, signature: 'v1,' })],
    ['it has no number', (message) => ({ ...message, id: '' })],
    ['it has no time', (message) => ({ ...message, timestamp: '' })],
  ])('is refused when %s', async (_, changed) => {
    expect(await inbound.refusedWith(() => inbound.take(changed(aMessage(START))))).toBe('EVENT.FORGED');
  });

  it('is refused when bytes of it are no text, which would be read as the text that was signed', async () => {
    const signed = aMessage(START, { body: '{"title":"\uFFFD"}' });
    const bytes = Uint8Array.from([...new TextEncoder().encode('{"title":"'), 0xff, ...new TextEncoder().encode('"}')]);

    expect(await inbound.refusedWith(() => inbound.take({ ...signed, bytes }))).toBe('EVENT.FORGED');
  });

  it('is refused with a number too long to keep', async () => {
    expect(await inbound.refusedWith(() => inbound.take(aMessage(START, { id: 'x'.repeat(201) })))).toBe(
      'REQUEST.INVALID',
    );
  });

  it('is logged without body and signature when it is refused', async () => {
    const message = aMessage(START, { body: '{"buyer":"沈某"}' });

    await inbound.take({ ...message, id: 'msg_forged' }).catch(() => undefined);

    expect(inbound.logged).toHaveLength(1);
    expect(inbound.logged.join()).not.toMatch(/沈某|v1,|msg_forged/);
  });
});
