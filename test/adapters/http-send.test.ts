import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createSendAround, type PublisherHttp, type SendRequest, sendRequest } from '#adapters/kit/http-send.ts';
import { listen } from '#infra/local/loopback.ts';
import { aServer, type Said } from './open-platform/session.ts';
import { failureOf } from './page-client.ts';

type Around = Partial<PublisherHttp>;

function send(url: string, asked: Partial<SendRequest> = {}, http: Around = { privateHosts: [new URL(url).host] }) {
  const around = createSendAround({ privateHosts: [], ...http });
  return sendRequest(around, { method: 'POST', url, headers: {}, body: '{}', timeoutMs: 5_000, ...asked });
}

const ok = (): Said => ({ status: 200, headers: { 'x-name': 'b' }, body: { is: true } });

describe('sending a request', () => {
  it('gives status, headers and bytes of whatever comes back, and follows no redirect', async () => {
    const { url, heard } = await aServer(({ path }) =>
      path === '/' ? { status: 307, headers: { location: '/other' }, body: 'moved' } : ok(),
    );

    const answer = await send(`${url}/`, { headers: { authorization: 'Bearer k' } });

    expect([answer.status, answer.headers['location'], Buffer.from(answer.bytes).toString()]).toEqual([
      307,
      '/other',
      'moved',
    ]);
    expect(heard.map(({ path, headers }) => [path, headers.authorization])).toEqual([['/', 'Bearer k']]);
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const closed = await listen(createServer(), 0);
    await closed.close();

    expect(await failureOf(send(closed.url))).toMatchObject({
      code: 'PLATFORM.UNAVAILABLE',
      details: { reason: 'network', error: 'ECONNREFUSED' },
    });
  });

  it('knows that nothing was sent where no secure connection stands', async () => {
    const { url, heard } = await aServer(ok);

    const failure = await failureOf(send(url.replace('http:', 'https:')));

    expect([failure?.code, heard.length]).toEqual(['PLATFORM.UNAVAILABLE', 0]);
  });

  it('knows that nothing was sent where the name has no address', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));

    const failure = await failureOf(send('https://platform.example/', {}, { resolve }));

    expect(failure).toMatchObject({ code: 'PLATFORM.UNAVAILABLE', details: { error: 'ENOTFOUND' } });
  });

  it.each(['reset', 'silence'] as const)('does not know what became of a request answered by %s', async (said) => {
    let expire = () => {};
    const { url } = await aServer(() => {
      if (said === 'silence') expire();
      return said;
    });
    const after = (_: number, run: () => void) => {
      expire = run;
      return () => {};
    };
    const http = { privateHosts: [new URL(url).host], after };

    const failures = [await failureOf(send(url, {}, http)), await failureOf(send(url, { method: 'GET' }, http))];

    expect(failures.map((failure) => failure?.code)).toEqual(['PLATFORM.ANSWER_LOST', 'PLATFORM.UNAVAILABLE']);
    expect(failures[0]?.details['reason']).toBe(said === 'silence' ? 'timeout' : 'network');
  });

  it('takes an answer without an end for a lost one', async () => {
    const { url } = await aServer(() => ({ status: 200, body: 'x'.repeat(5_000_001) }));

    expect(await failureOf(send(url))).toMatchObject({ code: 'PLATFORM.ANSWER_LOST' });
  });

  it.each([
    'http://platform.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://user@platform.example/',
    'ftp://platform.example/',
    'not an address',
  ])('sends nothing to %s', async (url) => {
    const resolve = () => Promise.reject(new Error('asked the name service'));

    expect(await failureOf(send(url, {}, { resolve }))).toMatchObject({ code: 'PLATFORM.FORBIDDEN_ADDRESS' });
  });

  it('sends nothing where a public name leads to a private address', async () => {
    const resolve = () => Promise.resolve([{ address: '169.254.169.254', family: 4 }]);

    expect(await failureOf(send('https://platform.example/', {}, { resolve }))).toMatchObject({
      code: 'PLATFORM.FORBIDDEN_ADDRESS',
    });
  });

  it('lets only the private hosts through that were named, with their port', async () => {
    const { url, heard } = await aServer(ok);

    const failure = await failureOf(send(url, {}, { privateHosts: ['127.0.0.1', '127.0.0.1:1'] }));

    expect([failure?.code, heard.length]).toEqual(['PLATFORM.FORBIDDEN_ADDRESS', 0]);
  });
});
