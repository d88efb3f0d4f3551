import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import { addMs, toEpochMs } from '#shared/domain/time.ts';
import { parseEnvelope } from '#shared/messages/document-envelope.ts';
import type { InboundPorts } from '#shared/services/inbound/inbound-ports.ts';
import { takeMessage } from '#shared/services/inbound/take-message.ts';
import { START, type SteppedClock, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import {
  aConnection,
  aMessage,
  anInbound,
  aPublishing,
  OTHER_SECRET,
  PUSHING,
  SECRET,
  SECRET_NAME,
  secretsOf,
  signature,
} from './a-pushing-platform.ts';

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

describe('a pushed message', () => {
  it('becomes a raw document as it came', async () => {
    const message = aMessage(addMs(START, -2000));

    const { status, documentId } = await inbound.take(message);

    const stored = await inbound.documents.get(`documents/${documentId}`);
    expect(status).toBe('taken');
    expect(stored?.bytes).toEqual(message.bytes);
    expect(parseEnvelope(stored?.metadata ?? {})).toEqual({
      schema: 'document.v1',
      platform: PUSHING,
      kind: 'event',
      observedAt: '2024-05-06T01:59:58.000Z',
      receivedAt: START,
      sha256: sha256.sha256(message.bytes),
      contentType: 'application/json',
      source: 'events',
      broughtBy: `platform:${PUSHING}`,
      correlationId: 'correlation-1',
    });
  });

  it('is remembered by its number for a week', async () => {
    await inbound.take(aMessage(START, { id: 'msg#1/一' }));

    const [item] = inbound.records.items('EVENTS#');
    expect(item).toMatchObject({ pk: `EVENTS#${PUSHING}`, sk: 'msg~00231~002f~4e00' });
    expect(item?.['ttl']).toBe(toEpochMs(START) / 1000 + 7 * 86_400);
  });

  it('is never of the future, though the clock of its platform is ahead', async () => {
    const { documentId } = await inbound.take(aMessage(addMs(START, 299_000)));

    expect(documentId).toContain('.20240506T020000000Z-');
  });

  it('that comes again is known and changes nothing, though each sending has a time of its own', async () => {
    await inbound.take(aMessage(START));
    const before = await inbound.written();
    advance(60_000);

    const again = await inbound.take(aMessage(clock.now()));

    expect(again.status).toBe('known');
    expect(await inbound.written()).toEqual(before);
  });

  it('is refused with other bytes under the same number', async () => {
    await inbound.take(aMessage(START));

    expect(await inbound.refusedWith(() => inbound.take(aMessage(START, { body: '{"another":true}' })))).toBe(
      'EVENT.CONFLICT',
    );
  });

  it('arrives once when two deliveries of it meet', async () => {
    const both = await Promise.all([inbound.take(aMessage(START)), inbound.take(aMessage(START))]);

    expect(both.map(({ status }) => status).sort()).toEqual(['known', 'taken']);
    expect((await inbound.written()).documents).toHaveLength(1);
  });

  it('leaves one document when two different ones meet under a number', async () => {
    const both = await Promise.allSettled([
      inbound.take(aMessage(START)),
      inbound.take(aMessage(START, { body: '{}' })),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await inbound.written()).documents).toHaveLength(1);
  });

  it('that is sent again because the put failed arrives then, once', async () => {
    const failing = { ...inbound.documents, putIfAbsent: () => Promise.reject(new Error('the bucket is away')) };
    await inbound.take(aMessage(START), { documents: failing }).catch(() => undefined);
    advance(30_000);

    const again = await inbound.take(aMessage(clock.now()));

    expect(again.status).toBe('taken');
    expect((await inbound.written()).documents).toHaveLength(1);
  });

  it('is nobody else to take in', async () => {
    const attempt = () => takeMessage(systemCaller('feed'), inbound.ports, PUSHING, aMessage(START));

    expect(await inbound.refusedWith(attempt)).toBe('ACCESS.DENIED');
  });
});

describe('a platform that pushes', () => {
  it('may sign with the new and the old secret while they are exchanged', async () => {
    const message = aMessage(START);
    const next = signature(OTHER_SECRET, 'msg_1', START, 'x');

    const { status } = await inbound.take({ ...message, signature: `${next} v2,abc ${message.signature}` });

    expect(status).toBe('taken');
  });

  it.each<readonly [string, string, Partial<InboundPorts>]>([
    ['nobody knows', 'nobody', {}],
    ['declares no events', PUSHING, { publishing: [aPublishing({ eventsSecret: null })] }],
    ['has no code of ours', PUSHING, { publishing: [] }],
  ])('is not there when it is one that %s', async (_, platform, over) => {
    expect(await inbound.refusedWith(() => inbound.take(aMessage(START), over, platform))).toBe('RESOURCE.NOT_FOUND');
  });

  it.each([
    ['is connected no more', aConnection({ enabled: false })],
    ['has no name of a secret', aConnection({ secrets: {} })],
    ['was never connected', null],
  ] as const)('is not there when it %s', async (_, connection) => {
    inbound = await anInbound(clock, connection);

    expect(await inbound.refusedWith(() => inbound.take(aMessage(START)))).toBe('RESOURCE.NOT_FOUND');
  });

  it.each([
    ['is not kept', {}],
    ['cannot sign', { [SECRET_NAME]: 'not base64!' }],
    ['is empty', { [SECRET_NAME]: 'whsec_' }],
  ])('is told to come again when its secret %s, and not what it is called', async (_, values) => {
    const error = await inbound
      .take(aMessage(START), { secrets: secretsOf(values) })
      .catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ code: 'SECRET.UNAVAILABLE', retryable: true, details: {} });
    expect(String((error as Error).message)).not.toContain(SECRET_NAME);
    expect(String((error as Error).message)).not.toContain(SECRET);
  });
});
