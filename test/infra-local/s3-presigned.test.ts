import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type S3Server, startS3 } from '#infra/local/s3/server.ts';

const credentials = { accessKeyId: 'AKLOCAL', secretAccessKey: 'local/secret+key' };
const DAY_MS = 24 * 3600 * 1000;
const body = '<html>标的</html>';
const sha256 = createHash('sha256').update(body).digest('base64');
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'if-none-match': '*',
  'x-amz-meta-source': 'desk  one',
  'x-amz-checksum-sha256': sha256,
};

let server: S3Server;
let now = Date.now();
let serial = 0;

beforeAll(async () => {
  const time = { now: () => now, after: () => () => {} };
  server = await startS3({ file: ':memory:', credentials, onObjectCreated: () => {}, time });
  server.ensureBucket('documents');
});

afterAll(() => server.close());

function freshUrl(key = `documents/${serial++}`): string {
  const path = key.split('/').map(encodeURIComponent).join('/');
  return `${server.endpoint}/documents/${path}?X-Amz-Expires=600`;
}

async function presign(url: string, secretAccessKey = credentials.secretAccessKey, method = 'PUT'): Promise<string> {
  const client = new AwsClient({ ...credentials, secretAccessKey, service: 's3', region: 'ap-east-1' });
  const signed = await client.sign(url, {
    method,
    headers: method === 'PUT' ? headers : {},
    aws: { signQuery: true, allHeaders: true, datetime: new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, '') },
  });
  return signed.url;
}

function upload(url: string, more: Record<string, string> = {}, content = body) {
  return fetch(url, { method: 'PUT', headers: { ...headers, ...more }, body: content });
}

async function codeOf(response: Response): Promise<string> {
  return `${response.status} ${/<Code>(.*)<\/Code>/.exec(await response.text())?.[1]}`;
}

describe('a presigned put', () => {
  it.each(['documents/plain', "文 件/a+b%20c%/(1)!*'~.html", "quote'd & <x>"])('stores under %s', async (key) => {
    const response = await upload(await presign(freshUrl(key)));

    const stored = await fetch(await presign(freshUrl(key), undefined, 'GET'));
    expect(response.status).toBe(200);
    expect(await stored.text()).toBe(body);
    expect(stored.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(stored.headers.get('x-amz-meta-source')).toBe('desk  one');
  });

  it('is refused where the key is taken', async () => {
    const url = await presign(freshUrl());

    const first = await upload(url);
    const second = await upload(url);

    expect(first.status).toBe(200);
    expect(await codeOf(second)).toBe('412 PreconditionFailed');
  });

  it('is refused when the bytes are not those that were signed for', async () => {
    expect(await codeOf(await upload(await presign(freshUrl()), {}, 'other'))).toBe('400 BadDigest');
  });

  it.each([
    ['another key', (url: string) => url.replace(/documents\/(\d+)/, 'documents/9$1')],
    ['a later expiry', (url: string) => url.replace('X-Amz-Expires=600', 'X-Amz-Expires=6000')],
    ['another signature', (url: string) => url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['a shorter signature', (url: string) => url.slice(0, -1)],
    ['one parameter more', (url: string) => `${url}&x-id=PutObject`],
  ])('is refused with %s', async (_, tamper) => {
    expect(await codeOf(await upload(tamper(await presign(freshUrl()))))).toBe('403 SignatureDoesNotMatch');
  });

  it.each([
    ['another type', { 'content-type': 'image/png' }],
    ['another checksum', { 'x-amz-checksum-sha256': createHash('sha256').update('x').digest('base64') }],
    ['other metadata', { 'x-amz-meta-source': 'elsewhere' }],
  ])('is refused with %s', async (_, more) => {
    expect(await codeOf(await upload(await presign(freshUrl()), more))).toBe('403 SignatureDoesNotMatch');
  });

  it('is refused with an x-amz header nobody signed', async () => {
    const response = await upload(await presign(freshUrl()), { 'x-amz-meta-extra': '1' });

    expect(await codeOf(response)).toBe('403 AccessDenied');
  });

  it('is refused for another method, another secret and another access key', async () => {
    const url = await presign(freshUrl());

    const read = await fetch(url, { headers });
    const forged = await upload(await presign(freshUrl(), 'guessed'));
    const foreign = await upload(url.replace('AKLOCAL', 'AKOTHER'));

    expect(await codeOf(read)).toBe('403 SignatureDoesNotMatch');
    expect(await codeOf(forged)).toBe('403 SignatureDoesNotMatch');
    expect(await codeOf(foreign)).toBe('403 InvalidAccessKeyId');
  });

  it('is good until its expiry and refused after it', async () => {
    const [url, late] = [await presign(freshUrl()), await presign(freshUrl())];

    now += 599_000;
    const inTime = await upload(url);
    now += 2_000;
    const tooLate = await upload(late);

    expect(inTime.status).toBe(200);
    expect(await codeOf(tooLate)).toBe('403 AccessDenied');
  });

  it('is refused when it is dated a day ahead or lives longer than a week', async () => {
    const url = await presign(freshUrl());

    now -= DAY_MS;
    const early = await upload(url);
    now += DAY_MS;
    const long = await upload(await presign(freshUrl().replace('=600', '=604801')));

    expect(await codeOf(early)).toBe('403 AccessDenied');
    expect(await codeOf(long)).toBe('400 AuthorizationQueryParametersError');
  });

  it('is refused under a foreign Host name, whatever is signed', async () => {
    const { port } = new URL(server.endpoint);
    const path = '/documents/documents/0';
    const foreign = { host: `rebound.example:${port}`, authorization: 'AWS4-HMAC-SHA256 x' };

    const status = await new Promise((resolve) => {
      const sent = httpRequest({ port, path, headers: foreign }, (response) => resolve(response.resume().statusCode));
      sent.end();
    });

    expect(status).toBe(403);
  });
});
