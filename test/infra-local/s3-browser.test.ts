import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type S3Server, startS3 } from '#infra/local/s3/server.ts';
import { s3ObjectStore } from '#shared/aws/s3-object-store.ts';
import type { ObjectStore } from '#shared/ports/object-store.ts';

const credentials = { accessKeyId: 'AKLOCAL', secretAccessKey: 'local/secret+key' };
const PAGE = { origin: 'http://127.0.0.1:8080' };
const bytes = new TextEncoder().encode('鱼塘');
const sha256 = createHash('sha256').update(bytes).digest('hex');

let server: S3Server;
let store: ObjectStore;

beforeAll(async () => {
  server = await startS3({ file: ':memory:', credentials, onObjectCreated: () => {} });
  server.ensureBucket('files', { cors: true });
  server.ensureBucket('documents');
  const place = { bucket: 'files', region: 'local', endpoint: server.endpoint, sessionToken: undefined };
  store = s3ObjectStore({ ...place, ...credentials });
});

afterAll(() => server.close());

function preflight(headers: Record<string, string>, bucket = 'files'): Promise<Response> {
  return fetch(`${server.endpoint}/${bucket}/uploads/1`, { method: 'OPTIONS', headers });
}

function asks(method: string, headers = 'content-type,if-none-match,x-amz-checksum-sha256') {
  return { ...PAGE, 'access-control-request-method': method, 'access-control-request-headers': headers };
}

describe('a browser at the object store', () => {
  it('may put by a signed address and learn that it did', async () => {
    const asked = {
      key: 'uploads/1',
      contentType: 'application/octet-stream',
      metadata: {},
      sha256,
      expiresSeconds: 60,
    };
    const { url, headers } = await store.presignPut(asked);

    const before = await preflight(asks('PUT', Object.keys(headers).join(',')));
    const put = await fetch(url, { method: 'PUT', headers: { ...headers, ...PAGE }, body: bytes });

    expect(before.status).toBe(200);
    expect(before.headers.get('access-control-allow-origin')).toBe(PAGE.origin);
    expect(put.status).toBe(200);
    expect(put.headers.get('access-control-allow-origin')).toBe(PAGE.origin);
  });

  it('reads the refusal of a put, too', async () => {
    const asked = { key: 'uploads/2', contentType: 'text/plain', metadata: {}, sha256, expiresSeconds: 60 };
    const { url, headers } = await store.presignPut(asked);

    const put = await fetch(url, { method: 'PUT', headers: { ...headers, ...PAGE }, body: 'other' });

    expect(put.status).toBe(400);
    expect(put.headers.get('access-control-allow-origin')).toBe(PAGE.origin);
  });

  it.each([
    ['a foreign page', { ...asks('PUT'), origin: 'https://elsewhere.example' }],
    ['a page that would sign by itself', asks('PUT', 'authorization')],
    ['a page that would delete', asks('DELETE')],
    ['a page that says no origin', { 'access-control-request-method': 'PUT' }],
  ])('is refused as %s', async (_, headers) => {
    const response = await preflight(headers);

    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-methods')).toBeNull();
  });

  it('is refused at a bucket that is not for browsers', async () => {
    const response = await preflight(asks('PUT'), 'documents');

    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('reads by a signed address under the type and name we gave', async () => {
    await store.putIfAbsent({ key: 'files/a', bytes, contentType: 'text/html' });
    const disposition = "attachment; filename*=UTF-8''%E9%B1%BC%20%E5%A1%98.pdf";
    const named = { key: 'files/a', contentType: 'application/pdf', disposition, expiresSeconds: 60 };

    const url = await store.presignGet(named);
    const response = await fetch(url);
    const renamed = await fetch(url.replace('attachment', 'inline'));

    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(disposition);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(renamed.status).toBe(403);
  });

  it('finds nothing after it was removed, and removing twice is no fault', async () => {
    await store.putIfAbsent({ key: 'uploads/3', bytes, contentType: 'text/plain' });

    await store.remove('uploads/3');
    await store.remove('uploads/3');

    expect(await store.get('uploads/3')).toBeUndefined();
  });
});
