import { AppError } from '#shared/errors/app-error.ts';

/** One file of an archive. Read the bytes of an entry to their end before asking for the next. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const BLOCK = 512;
/** What eleven octal digits can say; larger sizes are written in binary, as GNU tar and bsdtar do. */
const LARGEST_OCTAL = 8 ** 11;

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');

function checksumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

/** The ustar header of a file; the name is ASCII of at most 100 characters. */
export function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100, 'latin1');
  header.write(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100, 'latin1');
  if (size < LARGEST_OCTAL) header.write(octal(size, 11), 124, 'latin1');
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write(octal(0, 11), 136, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${octal(checksumOf(header), 6)}\0 `, 148, 'latin1');
  return header;
}

function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/** The bytes of an archive. */
export async function* packTar(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const { name, size, bytes } of entries) {
    yield tarHeader(name, size);
    yield* bytes;
    yield Buffer.alloc(paddingOf(size));
  }
  yield Buffer.alloc(2 * BLOCK);
}

function damaged(reason: string): AppError {
  return new AppError('BACKUP.UNREADABLE', 'the file is no backup or is damaged', { details: { reason } });
}

/** Hands out a stream in pieces of the size asked for. */
function pieces(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Uint8Array = Buffer.alloc(0);
  async function* take(size: number): AsyncGenerator<Uint8Array> {
    let left = size;
    while (left > 0) {
      if (rest.length === 0) {
        const { done, value } = await chunks.next();
        if (done) throw damaged('cut off');
        rest = value;
        continue;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  async function drain(): Promise<void> {
    while (!(await chunks.next()).done);
  }
  return { take, drain };
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Name and size out of a header; undefined for the zeros that end an archive. */
export function parseTarHeader(header: Buffer): { readonly name: string; readonly size: number } | undefined {
  if (header.every((byte) => byte === 0)) return undefined;
  const text = (from: number, to: number) => header.toString('latin1', from, to).split('\0', 1)[0] ?? '';
  if (Number.parseInt(text(148, 156), 8) !== checksumOf(header)) throw damaged('a header does not fit its checksum');
  const size = header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(text(124, 136), 8);
  return { name: text(0, 100), size };
}

/**
 * Reads an archive of plain files.
 * @throws AppError `BACKUP.UNREADABLE`
 */
export async function* unpackTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const { take, drain } = pieces(source);
  for (;;) {
    const header = parseTarHeader(await whole(take(BLOCK)));
    // What follows the end is read too: a stream that is compressed ends with a checksum.
    if (header === undefined) return drain();
    yield { ...header, bytes: take(header.size) };
    await whole(take(paddingOf(header.size)));
  }
}
