import { createHash } from 'node:crypto';
import { decodeBody } from './body.ts';
import { S3Error } from './errors.ts';
import type { S3Request } from './presigned.ts';
import type { ObjectDatabase } from './store.ts';

/** What is sent back. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request with the object it is about; an empty key means the bucket. */
export interface Target extends S3Request {
  readonly bucket: string;
  readonly key: string;
}

const MAX_METADATA_BYTES = 2048;
const META = 'x-amz-meta-';
const KEPT_HEADERS = /^(x-amz-meta-.*|content-(type|language|disposition)|cache-control|expires)$/;

/** Stores an object with the headers S3 keeps. */
export function putObject(database: ObjectDatabase, target: Target, raw: Buffer, time: number): Answer {
  const { bucket, key, headers } = target;
  const condition = headers['if-none-match'];
  if (condition !== undefined && condition !== '*')
    throw new S3Error('NotImplemented', 'If-None-Match takes * on a put');
  const bytes = decodeBody(raw, headers);
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    KEPT_HEADERS.test(name) ? [[name, String(value)]] : [],
  );
  const encodings = headers['content-encoding']?.split(/\s*,\s*/).filter((name) => name !== 'aws-chunked') ?? [];
  if (encodings.length > 0) kept.push(['content-encoding', encodings.join(',')]);
  const metadata = kept.flatMap(([name = '', value]) =>
    name.startsWith(META) ? [name.slice(META.length), value] : [],
  );
  if (metadata.join('').length > MAX_METADATA_BYTES) throw new S3Error('MetadataTooLarge', 'metadata exceeds 2 KB');
  const etag = createHash('md5').update(bytes).digest('hex');
  const object = { bucket, key, size: bytes.length, etag, time, headers: Object.fromEntries(kept), bytes };
  if (!database.put(object, condition === '*')) {
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  return { status: 200, headers: { etag: `"${etag}"` } };
}

/** What a signed address says the answer's headers shall be, whatever was stored. */
function overrides(query: URLSearchParams): Readonly<Record<string, string>> {
  const named = [...query].filter(([name]) => name.startsWith('response-'));
  return Object.fromEntries(named.map(([name, value]) => [name.slice('response-'.length), value]));
}

/** An object as it was stored, or that the asker has it already. */
export function getObject(database: ObjectDatabase, { bucket, key, headers, query }: Target): Answer {
  const object = database.find(bucket, key);
  if (!object) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  const etag = `"${object.etag}"`;
  const facts = { etag, 'last-modified': new Date(object.time).toUTCString() };
  const known = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag) || known?.includes('*')) return { status: 304, headers: facts };
  const body = object.bytes;
  const length = { 'content-length': String(object.size) };
  return {
    status: 200,
    headers: { 'content-type': 'binary/octet-stream', ...object.headers, ...overrides(query), ...facts, ...length },
    body,
  };
}
