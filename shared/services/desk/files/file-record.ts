import type { DeskFile } from '../../../domain/files/file.ts';
import type { JsonValue } from '../../../domain/json.ts';
import type { Item, ItemKey, ItemStore, PutCondition } from '../../../ports/item-store.ts';

/** A file with what its bringer said of the bytes, as it lies in the table; each change is one version more. */
export interface FileRecord {
  readonly version: number;
  readonly file: DeskFile;
  /** Bytes, and SHA-256 of them in lower-case hex. */
  readonly said: { readonly size: number; readonly sha256: string };
}

/** Ids are ours (`createdId`); anything else from outside is no file. */
const FILE_ID = /^[0-9a-z]{16}$/;

function fileKey(id: string): ItemKey {
  return { pk: `FILE#${id}`, sk: 'STATE' };
}

/** Where the bytes lie between arriving and being looked at. */
export function uploadKey(id: string): string {
  return `uploads/${id}`;
}

/** Id of the file an object under `uploads/` belongs to; undefined for any other object. */
export function fileIdOfUpload(key: string): string | undefined {
  const id = key.startsWith('uploads/') ? key.slice('uploads/'.length) : '';
  return FILE_ID.test(id) ? id : undefined;
}

/** Where a checked file lies, by what is in it. */
export function storedKey(sha256: string): string {
  return `files/${sha256}`;
}

function toItem({ version, file, said }: FileRecord): Item {
  return { ...fileKey(file.id), v: version, file: file as unknown as JsonValue, said };
}

/** The record of a file; undefined when there is none. */
export async function findFile(records: ItemStore, id: string): Promise<FileRecord | undefined> {
  if (!FILE_ID.test(id)) return undefined;
  const item = await records.get(fileKey(id));
  if (item === undefined) return undefined;
  const { v, file, said } = item as unknown as { v: number; file: DeskFile; said: FileRecord['said'] };
  return { version: v, file, said };
}

/** Puts a record in place of the version before it. */
export function putFile(records: ItemStore, record: FileRecord): Promise<'written' | 'refused'> {
  const condition: PutCondition = record.version === 1 ? 'absent' : { version: record.version - 1 };
  return records.put(toItem(record), condition);
}
