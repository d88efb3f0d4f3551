import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { isLoopbackHost, listen, readBody } from '../loopback.ts';
import { realTime, type Timekeeper } from '../timekeeper.ts';
import { decodeBody } from './body.ts';
import { errorXml, S3Error } from './errors.ts';
import { listObjects } from './listing.ts';
import { type Credentials, type S3Request, SIGNATURE_PARAMETERS, verifyPresigned } from './presigned.ts';
import { createPump } from './pump.ts';
import { type ObjectCreated, type ObjectDatabase, openDatabase } from './store.ts';

export interface S3Options {
  /** The SQLite file; made when missing. */
  readonly file: string;
  /** Default: any free port. */
  readonly port?: number;
  readonly credentials: Credentials;
  /** Called at least once for each put, in order, also after a restart; when it fails it is called again. */
  readonly onObjectCreated: (event: ObjectCreated) => void | Promise<void>;
  readonly time?: Timekeeper;
}

export interface S3Server {
  readonly endpoint: string;
  ensureBucket(name: string): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

interface Target extends S3Request {
  readonly bucket: string;
  readonly key: string;
}

const MAX_BODY_BYTES = 100 * 1024 * 1024;
const MAX_METADATA_BYTES = 2048;
const META = 'x-amz-meta-';
const KEPT_HEADERS = /^(x-amz-meta-.*|content-(type|language|disposition)|cache-control|expires)$/;
/** What would change the meaning of a request is refused, never ignored. */
const REFUSED_HEADERS =
  /^(range|if-match|if-modified-since|if-unmodified-since|x-amz-(copy-source|tagging|acl|grant|server-side|object-lock|write-offset).*)$/;
const PARAMETERS: Readonly<Record<'bucket' | 'object', readonly string[]>> = {
  bucket: ['x-id', 'list-type', 'prefix', 'start-after', 'continuation-token', 'max-keys', 'fetch-owner'],
  object: ['x-id'],
};

function toTarget(request: IncomingMessage): Target {
  const [rawPath = '', search = ''] = (request.url ?? '').split(/\?(.*)/s);
  let path: string;
  try {
    path = decodeURIComponent(rawPath.replaceAll('+', ' '));
  } catch {
    throw new S3Error('InvalidURI', 'the path cannot be decoded');
  }
  const [, bucket = '', key = ''] = path.split(/^\/([^/]*)\/?/);
  return {
    method: request.method ?? '',
    path,
    query: new URLSearchParams(search),
    headers: request.headers,
    bucket,
    key,
  };
}

/** A presigned URL is verified; of a signed header only the presence is looked at, for whoever reaches loopback is trusted. */
function authorise(target: Target, credentials: Credentials, now: number): void {
  if (!isLoopbackHost(target.headers.host)) throw new S3Error('AccessDenied', 'foreign Host header');
  if (target.query.has('X-Amz-Signature')) verifyPresigned(target, credentials, now);
  else if (!target.headers.authorization) throw new S3Error('AccessDenied', 'Access Denied');
}

function refuseUnknown({ headers, query, key }: Target): void {
  const known = PARAMETERS[key === '' ? 'bucket' : 'object'];
  const header = Object.keys(headers).find((name) => REFUSED_HEADERS.test(name));
  const parameter = [...query.keys()].find((name) => !SIGNATURE_PARAMETERS.has(name) && !known.includes(name));
  if (header ?? parameter) throw new S3Error('NotImplemented', `${header ?? parameter} is not implemented`);
}

function put(database: ObjectDatabase, target: Target, raw: Buffer, time: number): Answer {
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

function get(database: ObjectDatabase, { bucket, key, headers }: Target): Answer {
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
    headers: { 'content-type': 'binary/octet-stream', ...object.headers, ...facts, ...length },
    body,
  };
}

async function serve(database: ObjectDatabase, target: Target, request: IncomingMessage, now: number): Promise<Answer> {
  const { method, bucket, key } = target;
  refuseUnknown(target);
  if (!database.hasBucket(bucket)) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
  if (method === 'GET' && key === '') {
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: listObjects(database, target) };
  }
  if (key === '') throw new S3Error('NotImplemented', `${method} of a bucket is not implemented`);
  if (method === 'GET' || method === 'HEAD') return get(database, target);
  if (method === 'DELETE') {
    database.remove(bucket, key);
    return { status: 204 };
  }
  if (method !== 'PUT') throw new S3Error('NotImplemented', `${method} is not implemented`);
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === 'too-large') throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds 100 MB');
  return put(database, target, body, now);
}

function toFailure(error: unknown): Answer {
  const failure = error instanceof S3Error ? error : new S3Error('InternalError', 'We encountered an internal error');
  return { status: failure.status, headers: { 'content-type': 'application/xml' }, body: errorXml(failure) };
}

/**
 * An S3 subset on loopback, path-style: put, get, head, delete, ListObjectsV2, conditional put, presigned URLs.
 *
 * @throws AppError HOST.PORT_TAKEN
 */
export async function startS3(options: S3Options): Promise<S3Server> {
  const time = options.time ?? realTime;
  const database = openDatabase(options.file);
  const pump = createPump(database, options.onObjectCreated, time);

  async function answer(request: IncomingMessage): Promise<Answer> {
    const target = toTarget(request);
    authorise(target, options.credentials, time.now());
    const answered = await serve(database, target, request, time.now());
    if (target.method === 'PUT') pump.run();
    return answered;
  }

  const server = createServer((request, response) => {
    void answer(request)
      .catch(toFailure)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  const { url, close } = await listen(server, options.port ?? 0).catch((error) => {
    database.close();
    throw error;
  });
  pump.run();
  return {
    endpoint: url,
    ensureBucket: database.ensureBucket,
    async close() {
      await close();
      await pump.stop();
      database.close();
    },
  };
}
