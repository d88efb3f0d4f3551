import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishing } from '#adapters/publishing.ts';
import { platforms } from '#adapters/registry.ts';
import { createEvents } from '#functions/events-app.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { documentIdOf } from '#shared/domain/document.ts';
import { toEpochMs } from '#shared/domain/time.ts';
import type { PushedMessage } from '#shared/services/inbound/inbound-ports.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { aMessage, anInbound, PUSHING } from '#test/services/inbound/a-pushing-platform.ts';
import { START, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';

let inbound: Awaited<ReturnType<typeof anInbound>>;

beforeEach(async () => {
  inbound = await anInbound(steppedClock());
  vi.useFakeTimers({ toFake: ['Date'], now: toEpochMs(START) });
});

afterEach(() => {
  vi.useRealTimers();
});

/** The invocation a gateway makes of a request; it encodes what it does not take for text. */
function invocation(path: string, message: PushedMessage, encoded: boolean): LambdaEvent {
  const headers = {
    host: 'events.example',
    'content-type': encoded ? 'application/octet-stream' : 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': message.timestamp,
    'webhook-signature': message.signature,
  };
  const http = { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' };
  const body = Buffer.from(message.bytes).toString(encoded ? 'base64' : 'utf8');
  const event = { version: '2.0', routeKey: '$default', rawPath: path, rawQueryString: '', headers, body };
  return { ...event, isBase64Encoded: encoded, requestContext: { http } } as unknown as LambdaEvent;
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function push(message: PushedMessage, of: { platform?: string; encoded?: boolean } = {}): Promise<Answer> {
  const { platform = PUSHING, encoded = false } = of;
  const serve = handle(createEvents(() => inbound.ports));
  return (await serve(invocation(`/v1/platforms/${platform}/events`, message, encoded))) as unknown as Answer;
}

/** Lets what arrived be mapped as the documents queue does. */
async function mapped() {
  const { records, documents } = inbound.ports;
  const ports = { records, documents, changes: memoryQueue(), hash: sha256, platforms };
  const [key = ''] = await documents.list('');
  return normaliseDocument(systemCaller('normalise'), ports, documentIdOf(key) ?? '');
}

describe('events of platforms over HTTP', () => {
  it.each([false, true])('are taken once and known after (encoded by the gateway: %s)', async (encoded) => {
    const message = aMessage(START, { body: '{"title":"织里镇厂房"}' });

    const first = await push(message, { encoded });
    const second = await push(message, { encoded });

    expect([first.statusCode, first.body]).toEqual([202, '{"status":"taken"}']);
    expect([second.statusCode, second.body]).toEqual([200, '{"status":"known"}']);
    const { documents } = await inbound.written();
    expect((await inbound.documents.get(documents[0] ?? ''))?.bytes).toEqual(message.bytes);
  });

  it('are refused as problem details that tell a stranger nothing', async () => {
    const answer = await push({ ...aMessage(START), id: 'msg_other' });

    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.body)).toMatchObject({
      code: 'EVENT.FORGED',
      title: '推送事件的签名或时间不对',
      errors: [],
      details: {},
    });
    expect((await inbound.written()).documents).toEqual([]);
  });

  it('find the same answer where nobody is and where nobody is connected', async () => {
    const unknown = await push(aMessage(START), { platform: 'nobody' });
    inbound = await anInbound(steppedClock(), null);
    const unconnected = await push(aMessage(START));

    expect(unknown.statusCode).toBe(404);
    expect([unconnected.statusCode, unconnected.body]).toEqual([unknown.statusCode, unknown.body]);
  });

  it('conflict when a number comes with other bytes', async () => {
    await push(aMessage(START));

    const answer = await push(aMessage(START, { body: '{}' }));

    expect(answer.statusCode).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'EVENT.CONFLICT' });
  });

  it('hold up to a megabyte and no byte more', async () => {
    const most = await push(aMessage(START, { body: 'x'.repeat(1024 * 1024) }));
    const more = await push(aMessage(START, { id: 'msg_2', body: 'x'.repeat(1024 * 1024 + 1) }));

    expect([most.statusCode, more.statusCode]).toEqual([202, 413]);
    expect((await inbound.written()).documents).toHaveLength(1);
  });

  it('that are signed and no JSON are kept, and wait for a person', async () => {
    const answer = await push(aMessage(START, { body: '<html>维护中</html>' }));
    const outcome = await mapped();

    expect(answer.statusCode).toBe(202);
    expect(outcome.outcome).toBe('refused');
    expect(inbound.records.items(`QUARANTINE#${PUSHING}`)).toHaveLength(1);
    expect((await inbound.written()).documents).toHaveLength(1);
  });

  it.each(publishing.filter(({ eventsSecret }) => eventsSecret !== null))(
    'of $platform have a reader and a secret to name',
    ({ platform, eventsSecret, fields }) => {
      const manifest = platforms.find((known) => known.manifest.id === platform)?.manifest;

      expect(manifest?.documentKinds).toHaveProperty('event');
      expect(fields).toContainEqual(expect.objectContaining({ name: eventsSecret, kind: 'secret' }));
    },
  );

  it('are posted and nothing else', async () => {
    const answer = await createEvents(() => inbound.ports).request(`/v1/platforms/${PUSHING}/events`);

    expect(answer.status).toBe(404);
  });
});
