import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { S3Error } from './errors.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface S3Request {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

const WEEK_SECONDS = 7 * 24 * 3600;
const SKEW_MS = 15 * 60 * 1000;

/** The query parameters a signature is made of. */
export const SIGNATURE_PARAMETERS: ReadonlySet<string> = new Set([
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
]);

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function canonicalRequest({ method, path, query, headers }: S3Request, signed: readonly string[]): string {
  const pairs = [...query].filter(([name]) => name !== 'X-Amz-Signature').map((pair) => pair.map(encode));
  const search = pairs.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)).map((pair) => pair.join('='));
  const lines = signed.map((name) => `${name}:${String(headers[name] ?? '').replace(/\s+/g, ' ')}`);
  const payload = headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD';
  const uri = encode(path).replaceAll('%2F', '/');
  return [method, uri, search.join('&'), ...lines, '', signed.join(';'), payload].join('\n');
}

function signatureOf(request: S3Request, secret: string, scope: readonly string[], signed: readonly string[]): string {
  const hash = createHash('sha256').update(canonicalRequest(request, signed)).digest('hex');
  const text = ['AWS4-HMAC-SHA256', request.query.get('X-Amz-Date'), scope.join('/'), hash].join('\n');
  return hmac(scope.reduce<string | Buffer>(hmac, `AWS4${secret}`), text).toString('hex');
}

function checkAge(date: string, expires: number, now: number): void {
  const signedAt = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
  if (Number.isNaN(signedAt) || !(expires >= 1 && expires <= WEEK_SECONDS)) {
    throw new S3Error('AuthorizationQueryParametersError', 'X-Amz-Date or X-Amz-Expires is out of bounds');
  }
  if (signedAt > now + SKEW_MS) throw new S3Error('AccessDenied', 'Request is not yet valid');
  if (now > signedAt + expires * 1000) throw new S3Error('AccessDenied', 'Request has expired');
}

/** Verifies a presigned URL (Signature Version 4 in the query): age, key, signature, and that no x-amz header is unsigned. */
export function verifyPresigned(request: S3Request, credentials: Credentials, now: number): void {
  const parameter = (name: string) => request.query.get(name) ?? '';
  const [keyId, ...scope] = parameter('X-Amz-Credential').split('/');
  const date = parameter('X-Amz-Date');
  const signed = parameter('X-Amz-SignedHeaders').split(';');
  const scoped =
    scope.length === 4 && scope[0] === date.slice(0, 8) && scope[2] === 's3' && scope[3] === 'aws4_request';
  if (parameter('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256' || !scoped || !signed.includes('host')) {
    throw new S3Error('AuthorizationQueryParametersError', 'the query signature is incomplete or of another scope');
  }
  checkAge(date, Number(parameter('X-Amz-Expires')), now);
  if (keyId !== credentials.accessKeyId) throw new S3Error('InvalidAccessKeyId', 'the access key does not exist');
  const expected = Buffer.from(signatureOf(request, credentials.secretAccessKey, scope, signed));
  const given = Buffer.from(parameter('X-Amz-Signature'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new S3Error('SignatureDoesNotMatch', 'the signature does not match the request');
  }
  const unsigned = Object.keys(request.headers).find((name) => name.startsWith('x-amz-') && !signed.includes(name));
  if (unsigned) throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed');
}
