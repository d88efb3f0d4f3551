import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3 } from '#infra/local/s3/server.ts';
import { bucketUrl, s3ObjectStore } from '#shared/aws/s3-object-store.ts';
import type { ObjectStore } from '#shared/ports/object-store.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };
const SETTINGS = { ...CREDENTIALS, bucket: 'things', region: 'cn-north-1', sessionToken: undefined };
const BYTES = new TextEncoder().encode('织里镇厂房');
const OBJECT = { key: 'a/织里 1+2%.txt', bytes: BYTES, contentType: 'text/plain', metadata: { envelope: 'x%20y' } };

let directory: string;
let server: Awaited<ReturnType<typeof startS3>>;
let store: ObjectStore;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'objects-'));
  server = await startS3({ file: `${directory}/o.sqlite`, credentials: CREDENTIALS, onObjectCreated: () => {} });
  server.ensureBucket('things');
  store = s3ObjectStore({ ...SETTINGS, endpoint: server.endpoint });
});

afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('the object store on S3', () => {
  it('gives back bytes, type and metadata of what was put', async () => {
    await store.putIfAbsent(OBJECT);

    const found = await store.get(OBJECT.key);

    expect(found).toEqual({ bytes: BYTES, contentType: 'text/plain', metadata: OBJECT.metadata });
  });

  it('never replaces an object', async () => {
    const key = 'b/once';
    const first = await store.putIfAbsent({ ...OBJECT, key });

    const second = await store.putIfAbsent({ ...OBJECT, key, bytes: new Uint8Array([1]) });

    expect([first, second]).toEqual(['written', 'exists']);
    expect((await store.get(key))?.bytes).toEqual(BYTES);
  });

  it('knows nothing of a key nobody put', async () => {
    expect(await store.get('c/nothing')).toBeUndefined();
  });

  it('lists keys of a prefix in order, after a given one', async () => {
    for (const key of ['l/3', 'l/1 & <2>', 'l/2', 'm/1']) await store.putIfAbsent({ ...OBJECT, key });

    expect(await store.list('l/')).toEqual(['l/1 & <2>', 'l/2', 'l/3']);
    expect(await store.list('l/', 'l/2')).toEqual(['l/3']);
  });

  it('lets another program put exactly the announced bytes, once', async () => {
    const wanted = { key: 'p/1', contentType: 'text/html', metadata: { envelope: 'e' }, expiresSeconds: 60 };
    const { url, headers } = await store.presignPut({ ...wanted, sha256: sha256.sha256(BYTES) });

    const wrong = await fetch(url, { method: 'PUT', headers, body: 'something else' });
    const right = await fetch(url, { method: 'PUT', headers, body: BYTES });
    const again = await fetch(url, { method: 'PUT', headers, body: BYTES });

    expect([wrong.status, right.status, again.status]).toEqual([400, 200, 412]);
    expect(await store.get('p/1')).toEqual({ bytes: BYTES, contentType: 'text/html', metadata: { envelope: 'e' } });
  });

  it('refuses a presigned put whose headers were changed', async () => {
    const wanted = { key: 'p/2', contentType: 'text/html', metadata: { envelope: 'e' }, expiresSeconds: 60 };
    const { url, headers } = await store.presignPut({ ...wanted, sha256: sha256.sha256(BYTES) });

    const { status } = await fetch(url, {
      method: 'PUT',
      headers: { ...headers, 'x-amz-meta-envelope': 'forged' },
      body: BYTES,
    });

    expect(status).toBe(403);
  });

  it.each([
    ['eu-central-1', 'https://things.s3.eu-central-1.amazonaws.com'],
    ['cn-north-1', 'https://things.s3.cn-north-1.amazonaws.com.cn'],
  ])('addresses a bucket in %s', (region, url) => {
    expect(bucketUrl({ ...SETTINGS, region, endpoint: undefined })).toBe(url);
  });
});
