import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { S3Error } from './errors.ts';

type Fields = Readonly<Record<string, string | string[] | undefined>>;

function crc32Of(bytes: Buffer): string {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(crc32(bytes));
  return value.toString('base64');
}

const DIGESTS: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'content-md5': (bytes) => createHash('md5').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
  'x-amz-checksum-crc32': crc32Of,
};

/** Takes the aws-chunked framing off: `hex-size[;extension] CRLF data CRLF … 0 CRLF trailers`. */
function unchunk(raw: Buffer): { bytes: Buffer; trailers: Fields } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(raw.toString('latin1', at, lineEnd), 16);
    at = lineEnd + 2;
    if (size === 0) break;
    if (!(size > 0 && at + size + 2 <= raw.length)) throw new S3Error('IncompleteBody', 'the chunked body is cut off');
    chunks.push(raw.subarray(at, at + size));
    at += size + 2;
  }
  const lines = raw.toString('latin1', at).split('\r\n').filter(Boolean);
  const trailers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.replace(/^[^:]*:\s*/, ''),
  ]);
  return { bytes: Buffer.concat(chunks), trailers: Object.fromEntries(trailers) };
}

function verify(bytes: Buffer, fields: Fields): void {
  for (const [name, digest] of Object.entries(DIGESTS)) {
    const claimed = fields[name];
    if (claimed !== undefined && claimed !== digest(bytes)) {
      throw new S3Error('BadDigest', `the ${name} you specified did not match what we received`);
    }
  }
  const unverifiable = Object.keys(fields).find((name) => /^x-amz-checksum-(crc32c|crc64nvme|sha1)$/.test(name));
  if (unverifiable) throw new S3Error('NotImplemented', `${unverifiable} cannot be verified here`);
  const payload = String(fields['x-amz-content-sha256'] ?? '');
  if (/^[0-9a-f]{64}$/.test(payload) && payload !== createHash('sha256').update(bytes).digest('hex')) {
    throw new S3Error('XAmzContentSHA256Mismatch', 'x-amz-content-sha256 does not match the body');
  }
}

/** The object's bytes out of a request body: unchunked, and held against every checksum the client sent. */
export function decodeBody(raw: Buffer, headers: IncomingHttpHeaders): Buffer {
  const streaming = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const chunked = streaming || /\baws-chunked\b/.test(String(headers['content-encoding'] ?? ''));
  const { bytes, trailers } = chunked ? unchunk(raw) : { bytes: raw, trailers: {} };
  const length = headers['x-amz-decoded-content-length'];
  if (length !== undefined && Number(length) !== bytes.length) {
    throw new S3Error('IncompleteBody', 'x-amz-decoded-content-length does not match the body');
  }
  verify(bytes, { ...headers, ...trailers });
  return bytes;
}
