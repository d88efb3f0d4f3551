import { createServer, type IncomingMessage } from 'node:http';
import { isLoopbackHost, listen, readBody } from '../loopback.ts';
import { realTime, type Timekeeper } from '../timekeeper.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { errorXml, S3Error } from './errors.ts';
import { listObjects } from './listing.ts';
import { type Answer, getObject, putObject, type Target } from './objects.ts';
import { type Credentials, SIGNATURE_PARAMETERS, verifyPresigned } from './presigned.ts';
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
  /** `cors`: pages of this machine may put and get by presigned addresses. */
  ensureBucket(name: string, settings?: { readonly cors?: boolean }): void;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 100 * 1024 * 1024;
/** What would change the meaning of a request is refused, never ignored. */
const REFUSED_HEADERS =
  /^(range|if-match|if-modified-since|if-unmodified-since|x-amz-(copy-source|tagging|acl|grant|server-side|object-lock|write-offset).*)$/;
const PARAMETERS: Readonly<Record<'bucket' | 'object', readonly string[]>> = {
  bucket: ['x-id', 'list-type', 'prefix', 'start-after', 'continuation-token', 'max-keys', 'fetch-owner'],
  object: ['x-id', 'response-content-type', 'response-content-disposition'],
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

async function serve(database: ObjectDatabase, target: Target, request: IncomingMessage, now: number): Promise<Answer> {
  const { method, bucket, key } = target;
  refuseUnknown(target);
  if (!database.hasBucket(bucket)) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
  if (method === 'GET' && key === '') {
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: listObjects(database, target) };
  }
  if (key === '') throw new S3Error('NotImplemented', `${method} of a bucket is not implemented`);
  if (method === 'GET' || method === 'HEAD') return getObject(database, target);
  if (method === 'DELETE') {
    database.remove(bucket, key);
    return { status: 204 };
  }
  if (method !== 'PUT') throw new S3Error('NotImplemented', `${method} is not implemented`);
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === 'too-large') throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds 100 MB');
  return putObject(database, target, body, now);
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
  const open = new Set<string>();

  async function serveOrPreflight(request: IncomingMessage, target: Target): Promise<Answer> {
    if (target.method === 'OPTIONS' && open.has(target.bucket) && isLoopbackHost(target.headers.host)) {
      return { status: 200, headers: preflightHeaders(target.headers) };
    }
    authorise(target, options.credentials, time.now());
    const answered = await serve(database, target, request, time.now());
    if (target.method === 'PUT') pump.run();
    return answered;
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const target = toTarget(request);
    const answered = await serveOrPreflight(request, target).catch(toFailure);
    if (!open.has(target.bucket)) return answered;
    return { ...answered, headers: { ...corsHeaders(target.headers), ...answered.headers } };
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
    ensureBucket(name, { cors = false } = {}) {
      database.ensureBucket(name);
      if (cors) open.add(name);
    },
    async close() {
      await close();
      await pump.stop();
      database.close();
    },
  };
}
