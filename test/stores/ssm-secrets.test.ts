import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ssmSecrets } from '#shared/aws/ssm-secrets.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { steppedClock } from '#test/support/fixed-ambient.ts';

const VALUE = 'whsec_c2VjcmV0IG9mIHRoZSBwbGF0Zm9ybQ==';
const NAME = '/platforms/district/key';

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

let server: Server;
let endpoint: string;
let asked: Asked[];
let answer: Answer;

/** What the service answers for a parameter. */
function parameter(value: string): Answer {
  return { status: 200, body: JSON.stringify({ Parameter: { Name: NAME, Type: 'SecureString', Value: value } }) };
}

function failure(type: string): Answer {
  return { status: 400, body: JSON.stringify({ __type: type, message: `about ${VALUE}` }) };
}

beforeEach(async () => {
  asked = [];
  answer = parameter(VALUE);
  server = createServer(async (request, response) => {
    asked.push({ headers: request.headers, body: await json(request) });
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' }).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

function secretsAt(clock = steppedClock()) {
  const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local', sessionToken: undefined };
  return ssmSecrets({ ...credentials, region: 'cn-north-1', endpoint }, clock);
}

async function refusal(name = NAME): Promise<AppError> {
  const error = await secretsAt()
    .read(name)
    .catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error;
  throw new Error('the secret was read');
}

describe('secrets kept as parameters', () => {
  it('are asked for decrypted, in a signed request', async () => {
    const value = await secretsAt().read(NAME);

    expect(value).toBe(VALUE);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.body).toEqual({ Name: NAME, WithDecryption: true });
    expect(asked[0]?.headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.GetParameter',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIDLOCAL\/\d{8}\/cn-north-1\/ssm\/aws4_request,/,
      ),
    });
  });

  it('of Secrets Manager are asked for by the same request', async () => {
    const name = `/aws/reference/secretsmanager${NAME}`;

    await secretsAt().read(name);

    expect(asked[0]?.body).toEqual({ Name: name, WithDecryption: true });
  });

  it('are kept for five minutes and then asked for again', async () => {
    const clock = steppedClock();
    const secrets = secretsAt(clock);
    await secrets.read(NAME);
    answer = parameter('another');

    clock.advance(5 * 60_000 - 1);
    const kept = await secrets.read(NAME);
    clock.advance(1);
    const fresh = await secrets.read(NAME);

    expect([kept, fresh]).toEqual([VALUE, 'another']);
    expect(asked).toHaveLength(2);
  });

  it('are kept by their names', async () => {
    const secrets = secretsAt();
    await secrets.read(NAME);
    answer = parameter('another');

    expect(await secrets.read('/platforms/other/key')).toBe('another');
  });

  it.each(['ParameterNotFound', 'com.amazonaws.ssm#ParameterNotFound'])('are missing when told %s', async (type) => {
    answer = failure(type);

    const error = await refusal();

    expect(error).toMatchObject({ code: 'SECRET.MISSING', details: { name: NAME } });
  });

  it('are found as soon as somebody put what was missing', async () => {
    const secrets = secretsAt();
    answer = failure('ParameterNotFound');
    await secrets.read(NAME).catch(() => undefined);
    answer = parameter(VALUE);

    expect(await secrets.read(NAME)).toBe(VALUE);
  });

  it.each<readonly [string, Answer]>([
    ['the caller may not read them', failure('AccessDeniedException')],
    ['there are too many requests', failure('ThrottlingException')],
    ['the answer is no JSON', { status: 200, body: '<html>' }],
    ['the answer has no parameter', { status: 200, body: '{"Parameter":null}' }],
    ['the parameter is empty', parameter('')],
    ['a proxy answers with their value and a failure', { ...parameter(VALUE), status: 403 }],
  ])('are unavailable when %s', async (_, given) => {
    answer = given;

    const error = await refusal();

    expect(error.code).toBe('SECRET.UNAVAILABLE');
    expect(error.retryable).toBe(true);
    expect(`${error.message}${JSON.stringify(error.details)}${String(error.cause)}`).not.toContain(VALUE);
  });

  it('are unavailable when nobody answers', async () => {
    server.close();
    await once(server, 'close');

    expect((await refusal()).code).toBe('SECRET.UNAVAILABLE');
  });
});
