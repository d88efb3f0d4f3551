import { createBrotliCompress, createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aServer, toLoopback } from './http-loopback.ts';
import { aReader, failureOf } from './page-client.ts';

const MEGABYTE = Buffer.alloc(1_000_000);
const everywhere = { resolve: toLoopback, isAllowed: () => true };

function readerOf(host: string, surroundings: Parameters<typeof aReader>[0] = {}) {
  return aReader({ hosts: [host], ...everywhere, ...surroundings });
}

describe('the limits of a page reader', () => {
  it('let a page of 5 MB through', async () => {
    const { host, origin } = await aServer((_, response) => response.end(Buffer.alloc(5_000_000)));

    expect((await readerOf(host).get(origin)).bytes).toHaveLength(5_000_000);
  });

  it('cut off a page that goes on after 5 MB', async () => {
    let sent = 0;
    const { host, origin } = await aServer((_, response) => {
      const more = () => {
        while (response.write(MEGABYTE)) sent += 1;
      };
      response.on('drain', more);
      more();
    });

    const failure = await failureOf(readerOf(host).get(origin));

    expect(failure).toEqual({ code: 'DOCUMENT.TOO_LARGE', details: { maxBytes: 5_000_000 } });
    expect(sent).toBeLessThan(50);
  });

  it.each([
    ['gzip', createGzip],
    ['br', createBrotliCompress],
  ])('cut off a %s bomb at 20 MB', async (encoding, compress) => {
    const { host, origin } = await aServer((_, response) => {
      response.setHeader('Content-Encoding', encoding);
      const stream = compress();
      stream.pipe(response);
      for (let megabytes = 0; megabytes < 60; megabytes += 1) stream.write(MEGABYTE);
      stream.end();
    });

    const failure = await failureOf(readerOf(host).get(origin));

    expect(failure).toEqual({ code: 'DOCUMENT.TOO_LARGE', details: { maxBytes: 20_000_000 } });
  });

  it('let 20 MB out of a small body through', async () => {
    const { host, origin } = await aServer((_, response) => {
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(20_000_000)));
    });

    expect((await readerOf(host).get(origin)).bytes).toHaveLength(20_000_000);
  });

  it('end a page that drips, however lively, when its time is up', async () => {
    const dripping = Promise.withResolvers<void>();
    const { host, origin } = await aServer((_, response) => {
      response.write('<html>');
      const drip = setInterval(() => response.write('.'), 5);
      response.on('close', () => clearInterval(drip));
      dripping.resolve();
    });
    let timeUp = () => {};
    const after = (_: number, run: () => void) => {
      timeUp = run;
      return () => {};
    };

    const failure = failureOf(readerOf(host, { after }).get(origin));
    await dripping.promise;
    timeUp();

    expect(await failure).toMatchObject({ code: 'PLATFORM.UNAVAILABLE', details: { reason: 'timeout' } });
  });

  it('take a page that breaks off for a lost connection', async () => {
    const { host, origin } = await aServer((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('half');
      setImmediate(() => response.destroy());
    });

    expect(await failureOf(readerOf(host).get(origin))).toMatchObject({
      code: 'PLATFORM.UNAVAILABLE',
      details: { reason: 'network' },
    });
  });
});

describe('the addresses a page reader connects to', () => {
  it('are public ones only, unless a test says otherwise', async () => {
    let requests = 0;
    const { host, origin } = await aServer((_, response) => {
      requests += 1;
      response.end();
    });

    const failure = await failureOf(aReader({ hosts: [host], resolve: toLoopback }).get(origin));

    expect(failure).toEqual({
      code: 'PLATFORM.FORBIDDEN_ADDRESS',
      details: { reason: 'the name leads to an address outside the public internet', host: 'platform.test' },
    });
    expect(requests).toBe(0);
  });

  it('are refused with the machine’s own name service too', async () => {
    const { host } = await aServer((_, response) => response.end());
    const local = host.replace('platform.test', 'localhost');

    const failure = await failureOf(aReader({ hosts: [local] }).get(`http://${local}/`));

    expect(failure?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
  });

  it('are the ones that were checked: a name is asked once for each connection', async () => {
    const { host, origin } = await aServer((_, response) => response.setHeader('Connection', 'close').end('lots'));
    const answers = ['127.0.0.1', '10.0.0.1'];
    const checked: string[] = [];
    const resolve = () => Promise.resolve([{ address: answers.shift() ?? '', family: 4 }]);
    const isAllowed = (address: string) => checked.push(address) > 0 && address === '127.0.0.1';
    const reader = readerOf(host, { resolve, isAllowed });

    const first = await reader.get(origin);
    const second = await failureOf(reader.get(origin));

    expect(Buffer.from(first.bytes).toString()).toBe('lots');
    expect(second?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
    expect(checked).toEqual(['127.0.0.1', '10.0.0.1']);
  });

  it('are refused together when one of several is not public', async () => {
    const { host, origin } = await aServer((_, response) => response.end());
    const resolve = () =>
      Promise.resolve([
        { address: '127.0.0.1', family: 4 },
        { address: '::ffff:10.0.0.1', family: 6 },
      ]);

    const failure = await failureOf(
      readerOf(host, { resolve, isAllowed: (address) => address === '127.0.0.1' }).get(origin),
    );

    expect(failure?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
  });

  it.each([
    ['no address', () => Promise.resolve([]), 'PLATFORM.FORBIDDEN_ADDRESS'],
    ['no such name', () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })), 'PLATFORM.UNAVAILABLE'],
  ])('need an answer: %s', async (_, resolve, code) => {
    expect((await failureOf(readerOf('platform.test', { resolve }).get('http://platform.test/')))?.code).toBe(code);
  });

  it('ignore a proxy of the environment', async () => {
    const { host, origin } = await aServer((_, response) => response.end('direct'));
    const { origin: proxy } = await aServer((_, response) => response.end('proxied'));
    process.env['http_proxy'] = proxy;

    const page = await readerOf(host).get(origin);

    delete process.env['http_proxy'];
    expect(Buffer.from(page.bytes).toString()).toBe('direct');
  });
});
