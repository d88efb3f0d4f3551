import { AppError } from '../../../errors/app-error.ts';
import type { Hash } from '../../../ports/ambient.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';

interface PrintPorts {
  readonly files: ObjectStore;
  readonly hash: Hash;
}

const TYPES = {
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** What we print and keep. */
export type PrintEnding = keyof typeof TYPES;

const LINK_SECONDS = 300;

function printKey(sha256: string, ending: PrintEnding): string {
  return `handoff/${sha256}.${ending}`;
}

/** Keeps a printed file under its own hash, before anything names it: what is named exists. @returns its SHA-256 */
export async function keepPrint(ports: PrintPorts, bytes: Uint8Array, ending: PrintEnding): Promise<string> {
  const sha256 = ports.hash.sha256(bytes);
  await ports.files.putIfAbsent({ key: printKey(sha256, ending), bytes, contentType: TYPES[ending] });
  return sha256;
}

/** A kept file as functions that send it on find it. */
export async function storedPrint(
  { files }: Pick<PrintPorts, 'files'>,
  sha256: string,
  ending: PrintEnding,
): Promise<{ readonly key: string; readonly contentType: string; readonly bytes: number }> {
  const key = printKey(sha256, ending);
  const stored = await files.get(key);
  if (stored === undefined) throw new AppError('STORE.UNAVAILABLE', 'a kept print is missing', { details: { key } });
  return { key, contentType: TYPES[ending], bytes: stored.bytes.length };
}

/** An address under which a browser may fetch a kept file for five minutes. `name` is without ending. */
export async function printAddress(
  { files }: Pick<PrintPorts, 'files'>,
  sha256: string,
  ending: PrintEnding,
  name: string,
): Promise<string> {
  const encoded = encodeURIComponent(`${name}.${ending}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return files.presignGet({
    key: printKey(sha256, ending),
    contentType: TYPES[ending],
    disposition: `attachment; filename*=UTF-8''${encoded}`,
    expiresSeconds: LINK_SECONDS,
  });
}
