import type { Caller } from '../../../domain/caller.ts';
import type { DeskFile } from '../../../domain/files/file.ts';
import { FILE_TYPES, fileTypeOf } from '../../../domain/files/file-type.ts';
import { maySee } from '../../../domain/people/reach.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { ItemStore } from '../../../ports/item-store.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { findOwner } from '../owner/read-owner.ts';
import { findFile, storedKey } from './file-record.ts';

type Records = { readonly records: ItemStore };
type Ports = Records & { readonly files: ObjectStore };

/** The stored file, or for pictures the small one. */
export type FileSize = 'full' | 'small';

const LINK_SECONDS = 300;

/**
 * One file, whatever has become of it.
 * @throws AppError `RESOURCE.NOT_FOUND` also for one of an owner the caller may not see
 */
export async function readFile(caller: Caller, ports: Records, id: string): Promise<DeskFile> {
  const known = await findFile(ports.records, id);
  const owner = known && (await findOwner(ports, known.file.ownerId));
  if (known === undefined || owner === undefined || !maySee(caller, owner)) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no such file', { details: { id } });
  }
  return known.file;
}

/** Several files in the order of their ids, as `readFile`. */
export function readFiles(caller: Caller, ports: Records, ids: readonly string[]): Promise<readonly DeskFile[]> {
  return Promise.all(ids.map((id) => readFile(caller, ports, id)));
}

/** The file if it may be used. @throws AppError `FILE.NOT_READY` while it is being looked at, `FILE.REFUSED` when it was not taken */
function ready(file: DeskFile): { readonly sha256: string; readonly contentType: string } {
  const { id, name, status, refusal, sha256, contentType } = file;
  if (status === 'refused')
    throw new AppError('FILE.REFUSED', 'the file was not taken', { details: { id, name, refusal } });
  if (status === 'expected' || sha256 === null || contentType === null) {
    throw new AppError('FILE.NOT_READY', 'the file is not looked at yet', { details: { id, name } });
  }
  return { sha256, contentType };
}

/**
 * Files somebody names in a form of an owner's: there, of that owner, and fit for use.
 * @throws AppError `RESOURCE.NOT_FOUND` for one of another owner or none, `FILE.NOT_READY`, `FILE.REFUSED`
 */
export async function usableFiles(
  caller: Caller,
  ports: Records,
  ownerId: string,
  ids: readonly string[],
): Promise<readonly DeskFile[]> {
  const files = await readFiles(caller, ports, ids);
  for (const file of files) {
    if (file.ownerId !== ownerId)
      throw new AppError('RESOURCE.NOT_FOUND', 'a file of another owner', { details: { id: file.id } });
    ready(file);
  }
  return files;
}

function hashOf(file: DeskFile, size: FileSize): string {
  const { sha256 } = ready(file);
  if (size === 'full') return sha256;
  if (file.picture === null) throw new AppError('RESOURCE.NOT_FOUND', 'only pictures have a small one');
  return file.picture.small;
}

/**
 * The bytes of a file that may be used.
 * @throws AppError `RESOURCE.NOT_FOUND`, `FILE.NOT_READY`, `FILE.REFUSED`
 */
export async function fileBytes(
  caller: Caller,
  ports: Ports,
  id: string,
  size: FileSize = 'full',
): Promise<{ readonly file: DeskFile; readonly bytes: Uint8Array }> {
  const file = await readFile(caller, ports, id);
  const object = await ports.files.get(storedKey(hashOf(file, size)));
  if (object === undefined) throw new AppError('STORE.UNAVAILABLE', 'a stored file is missing', { details: { id } });
  return { file, bytes: object.bytes };
}

/** Where the bytes of a file lie, and what they are. */
export interface StoredFile {
  readonly file: DeskFile;
  readonly key: string;
  readonly sha256: string;
  readonly contentType: string;
  readonly bytes: number;
}

/**
 * Where a file that may be used lies in the files bucket, for functions that send it on.
 * @throws AppError `RESOURCE.NOT_FOUND`, `FILE.NOT_READY`, `FILE.REFUSED`
 */
export async function storedFile(caller: Caller, ports: Records, id: string): Promise<StoredFile> {
  const file = await readFile(caller, ports, id);
  const { sha256, contentType } = ready(file);
  return { file, key: storedKey(sha256), sha256, contentType, bytes: file.size ?? 0 };
}

/** The name to save a file under: as it was brought, with the ending of what it really is. */
export function savedName({ name, contentType }: Pick<DeskFile, 'name' | 'contentType'>): string {
  const type = contentType === null ? undefined : fileTypeOf(contentType);
  if (type === undefined) return name;
  return `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${FILE_TYPES[type].ending}`;
}

/** Content-Disposition with a name in any script (RFC 6266, RFC 8187): looked at in the browser, or saved. */
function dispositionOf(file: DeskFile): string {
  const shown = file.picture !== null || file.contentType === FILE_TYPES.pdf.contentType;
  const name = encodeURIComponent(savedName(file)).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`;
}

/**
 * An address under which the caller's browser may read a file for five minutes.
 * @throws AppError `RESOURCE.NOT_FOUND`, `FILE.NOT_READY`, `FILE.REFUSED`
 */
export async function fileLink(caller: Caller, ports: Ports, id: string, size: FileSize = 'full'): Promise<string> {
  const file = await readFile(caller, ports, id);
  const { contentType } = ready(file);
  return ports.files.presignGet({
    key: storedKey(hashOf(file, size)),
    contentType,
    disposition: dispositionOf(file),
    expiresSeconds: LINK_SECONDS,
  });
}
