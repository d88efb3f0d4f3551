import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';

type Inflate = (bytes: Uint8Array, options: ZlibOptions) => Promise<Buffer>;

const INFLATE: ReadonlyMap<string, Inflate> = new Map<string, Inflate>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** The encodings asked for. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

/**
 * Undoes the content encoding, stopping at `maxBytes` whatever the body would grow to.
 *
 * @throws AppError `DOCUMENT.TOO_LARGE`; `PLATFORM.UNAVAILABLE` for a damaged body and an encoding nobody asked for
 */
export async function inflateBody(bytes: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity' || bytes.length === 0) return bytes;
  const undo = INFLATE.get(name);
  if (undo === undefined) throw unreadable('an encoding that was not asked for');
  try {
    return await undo(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooLarge(maxBytes) : unreadable('a damaged body');
  }
}

/** The error for a body beyond a limit. */
export function tooLarge(maxBytes: number): AppError {
  return new AppError('DOCUMENT.TOO_LARGE', 'the platform sent too much', { details: { maxBytes } });
}

function unreadable(reason: string): AppError {
  return new AppError('PLATFORM.UNAVAILABLE', 'the platform sent an unreadable answer', { details: { reason } });
}
