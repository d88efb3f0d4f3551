import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type S3Server, startS3 } from '#infra/local/s3/server.ts';
import type { ObjectCreated } from '#infra/local/s3/store.ts';
import { createManualTime } from '#test/support/manual-time.ts';

const credentials = { accessKeyId: 'AKLOCAL', secretAccessKey: 'secret' };
const Bucket = 'documents';
const NOW = Date.parse('2026-11-23T04:05:06Z');

let directory: string;
let server: S3Server;
let client: S3Client;
let created: ObjectCreated[];

async function open(
  onObjectCreated = (event: ObjectCreated) => void created.push(event),
  time = createManualTime(NOW),
) {
  server = await startS3({ file: join(directory, 's3.sqlite'), credentials, onObjectCreated, time });
  server.ensureBucket(Bucket);
  client = new S3Client({ endpoint: server.endpoint, region: 'local', credentials, forcePathStyle: true });
}

async function close() {
  client.destroy();
  await server.close();
}

function put(Key: string, Body: PutObjectCommandInput['Body'] = 'x', more: Partial<PutObjectCommandInput> = {}) {
  return client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
}

async function getText(Key: string) {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 's3-'));
  created = [];
  await open();
});

afterEach(async () => {
  await close();
  rmSync(directory, { recursive: true });
});

describe('S3 objects', () => {
  it('come back with body, type, metadata and MD5 ETag', async () => {
    const { ETag } = await put('a', '中文', { ContentType: 'text/html', Metadata: { source: 'upload' } });

    const found = await client.send(new GetObjectCommand({ Bucket, Key: 'a' }));

    expect(await found.Body?.transformToString()).toBe('中文');
    expect(found).toMatchObject({ ContentType: 'text/html', Metadata: { source: 'upload' }, ContentLength: 6 });
    expect(found.ETag).toBe('"a7bac2239fcdcb3a067903d8077c4a07"');
    expect(ETag).toBe(found.ETag);
  });

  it('keep a streamed body free of chunk framing and checksum trailers', async () => {
    const text = '一二三'.repeat(50_000);
    const body = Readable.from([Buffer.from(text)]);

    await put('streamed', body, { ContentLength: Buffer.byteLength(text), ContentEncoding: 'identity' });

    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'streamed' }));
    expect(await getText('streamed')).toBe(text);
    expect(head).toMatchObject({ ContentLength: 450_000, ContentEncoding: 'identity' });
  });

  it('round-trip under any key', async () => {
    const unit = fc.constantFrom(...'aZ/中 %+&<>"\'?#=;:@!*()~.\\[]{}|^`', '😀', '%2F', '%20');
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 20 }), async (units) => {
        const key = `k${units.join('')}`;

        await put(key, key);

        const listed = await client.send(new ListObjectsV2Command({ Bucket, Prefix: key }));
        expect(await getText(key)).toBe(key);
        expect(listed.Contents?.map(({ Key }) => Key)).toContain(key);
        expect(created.at(-1)?.key).toBe(key);
      }),
      { numRuns: 40 },
    );
  });

  it('are replaced by an unconditional put and removed by delete, twice without complaint', async () => {
    await put('a', 'one');
    await put('a', 'two');
    const text = await getText('a');

    await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));

    expect(text).toBe('two');
    await expect(getText('a')).rejects.toMatchObject({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } });
  });

  it('are written once by eight conditional puts at once', async () => {
    const bodies = Array.from({ length: 8 }, (_, index) => `body ${index}`);

    const results = await Promise.allSettled(bodies.map((body) => put('once', body, { IfNoneMatch: '*' })));

    const winner = results.findIndex(({ status }) => status === 'fulfilled');
    const losers = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(losers.map(({ name, $metadata }) => [name, $metadata.httpStatusCode])).toEqual(
      Array.from({ length: 7 }, () => ['PreconditionFailed', 412]),
    );
    expect(await getText('once')).toBe(bodies[winner]);
    expect(created).toHaveLength(1);
  });

  it('answer 304 to a reader who has them', async () => {
    const { ETag } = await put('a', 'one');

    const again = client.send(new GetObjectCommand({ Bucket, Key: 'a', IfNoneMatch: ETag }));

    await expect(again).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  });
});

describe('S3 refusals', () => {
  it('are NoSuchBucket for an unknown bucket and 404 for the head of an unknown key', async () => {
    const [elsewhere, head] = await Promise.allSettled([
      client.send(new GetObjectCommand({ Bucket: 'other', Key: 'a' })),
      client.send(new HeadObjectCommand({ Bucket, Key: 'a' })),
    ]);

    expect(elsewhere).toMatchObject({ reason: { name: 'NoSuchBucket' } });
    expect(head).toMatchObject({ reason: { name: 'NotFound', $metadata: { httpStatusCode: 404 } } });
  });

  it('are BadDigest for a body that is not what its checksum says', async () => {
    const wrong = Buffer.alloc(32).toString('base64');

    await expect(put('a', 'x', { ChecksumSHA256: wrong })).rejects.toMatchObject({
      name: 'BadDigest',
      $metadata: { httpStatusCode: 400 },
    });
    await expect(
      put('a', 'x', { ChecksumSHA256: 'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=' }),
    ).resolves.toBeDefined();
    expect(created).toHaveLength(1);
  });

  it('are NotImplemented where ignoring the request would do something else', async () => {
    await put('a');

    const refused = await Promise.allSettled([
      client.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` })),
      client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' })),
      client.send(new GetObjectCommand({ Bucket, Key: 'a', Range: 'bytes=0-0' })),
      put('a', 'x', { IfMatch: '"0"' }),
    ]);

    expect(refused).toMatchObject(Array.from({ length: 4 }, () => ({ reason: { name: 'NotImplemented' } })));
    expect(created).toHaveLength(1);
  });

  it('are AccessDenied for requests without any signature', async () => {
    await put('a', 'secret');

    const plain = await fetch(`${server.endpoint}/${Bucket}/a`);

    expect(plain.status).toBe(403);
    expect(await plain.text()).toContain('<Code>AccessDenied</Code>');
  });

  it('are MetadataTooLarge above 2 KB of names and values', async () => {
    const metadata = (size: number) => ({ Metadata: { kind: 'x'.repeat(size - 'kind'.length) } });

    await expect(put('a', 'x', metadata(2_049))).rejects.toMatchObject({ name: 'MetadataTooLarge' });
    await expect(put('a', 'x', metadata(2_048))).resolves.toBeDefined();
  });

  it('are EntityTooLarge above 100 MB', async () => {
    await expect(put('big', Buffer.alloc(100 * 1024 * 1024 + 1))).rejects.toMatchObject({ name: 'EntityTooLarge' });
  });
});

describe('S3 listing', () => {
  const list = (more: object) => client.send(new ListObjectsV2Command({ Bucket, ...more }));
  const keysOf = ({ Contents = [] }: Awaited<ReturnType<typeof list>>) => Contents.map(({ Key }) => Key);

  it('gives the keys under a prefix in UTF-8 order', async () => {
    for (const key of ['p/b', 'p/中', 'p/', 'q', 'p/😀', 'p/B', 'o', 'p/\uffee', 'p0', 'p%']) await put(key);

    const listed = await list({ Prefix: 'p/' });

    expect(keysOf(listed)).toEqual(['p/', 'p/B', 'p/b', 'p/中', 'p/\uffee', 'p/😀']);
    expect(listed).toMatchObject({ KeyCount: 6, IsTruncated: false, Name: Bucket });
  });

  it('pages by continuation token and starts after a key', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await put(key);

    const first = await list({ MaxKeys: 2, StartAfter: 'a' });
    const second = await list({ MaxKeys: 2, StartAfter: 'a', ContinuationToken: first.NextContinuationToken });

    expect([keysOf(first), first.IsTruncated]).toEqual([['b', 'c'], true]);
    expect([keysOf(second), second.IsTruncated]).toEqual([['d', 'e'], false]);
    expect(second.NextContinuationToken).toBeUndefined();
  });

  it('tells size, time and ETag', async () => {
    const { ETag } = await put('a', 'xyz');

    const { Contents } = await list({});

    expect(Contents).toEqual([{ Key: 'a', Size: 3, ETag, LastModified: new Date(NOW) }]);
  });
});

describe('S3 creation events', () => {
  it('tell bucket, key, size and ETag of every put, in order', async () => {
    const { ETag } = await put('documents/一 二+三.html', 'abc');
    await put('documents/b', 'b');

    expect(created).toMatchObject([
      { bucket: Bucket, key: 'documents/一 二+三.html', size: 3, etag: ETag?.replaceAll('"', '') },
      { key: 'documents/b', size: 1 },
    ]);
  });

  it('are delivered again while they are refused', async () => {
    await close();
    const time = createManualTime(NOW);
    let refusals = 2;
    await open((event) => {
      if (refusals-- > 0) throw new Error('queue is down');
      created.push(event);
    }, time);
    await put('a');
    const before = created.length;

    for (let second = 0; second < 2; second++) {
      time.advance(1_000);
      await turn();
    }

    expect(before).toBe(0);
    expect(created.map(({ key }) => key)).toEqual(['a']);
  });

  it('survive a kill between the put and the notification', async () => {
    await close();
    const script = `
      import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';
      import { startS3 } from '#infra/local/s3/server.ts';
      const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
      const onObjectCreated = () => process.kill(process.pid, 'SIGKILL');
      const server = await startS3({ file: process.argv[1], credentials, onObjectCreated });
      server.ensureBucket('documents');
      const client = new S3Client({ endpoint: server.endpoint, region: 'local', credentials, forcePathStyle: true });
      await client.send(new PutObjectCommand({ Bucket: 'documents', Key: 'killed', Body: 'kept' }));`;

    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script, join(directory, 's3.sqlite')]);
    await open();

    expect(child.signal).toBe('SIGKILL');
    expect(await getText('killed')).toBe('kept');
    expect(created.map(({ key }) => key)).toEqual(['killed']);
  });
});
