import type { IncomingHttpHeaders } from 'node:http';
import { S3Error } from './errors.ts';

type Headers = Readonly<Record<string, string>>;

const METHODS = ['PUT', 'GET'];
/** Not `authorization`: a page may use an address we signed, never ask by itself. */
const ALLOWED_HEADERS: ReadonlySet<string> = new Set(['content-type', 'if-none-match', 'x-amz-checksum-sha256']);
const MAX_AGE_SECONDS = 3600;

/** In the cloud any origin may use a signed address; here only pages of this machine can have one. */
function isOwnOrigin(origin: string | undefined): origin is string {
  return /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin ?? '');
}

/** What tells a browser that the page which asked may read the answer; nothing for other askers. */
export function corsHeaders({ origin }: IncomingHttpHeaders): Headers {
  return isOwnOrigin(origin) ? { 'access-control-allow-origin': origin, vary: 'Origin' } : {};
}

/**
 * The answer to a browser that asks before it puts (CORS preflight).
 * @throws S3Error AccessForbidden for another origin, method or header than the bucket's rule names
 */
export function preflightHeaders(headers: IncomingHttpHeaders): Headers {
  const method = headers['access-control-request-method'] ?? '';
  const asked = (headers['access-control-request-headers'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const allowed = asked.every((name) => name === '' || ALLOWED_HEADERS.has(name));
  if (!isOwnOrigin(headers.origin) || !METHODS.includes(method) || !allowed) {
    throw new S3Error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  }
  return {
    ...corsHeaders(headers),
    'access-control-allow-methods': METHODS.join(', '),
    'access-control-allow-headers': [...ALLOWED_HEADERS].join(', '),
    'access-control-max-age': String(MAX_AGE_SECONDS),
  };
}
