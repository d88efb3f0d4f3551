import type { Caller } from '../../../domain/caller.ts';
import type { DeskFile } from '../../../domain/files/file.ts';
import { FILE_TYPES, type FileType, PICTURE_SIDES } from '../../../domain/files/file-type.ts';
import { inspect } from '../../../domain/files/inspect.ts';
import { REFUSALS } from '../../../domain/files/refusals.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Hash } from '../../../ports/ambient.ts';
import type { ItemStore } from '../../../ports/item-store.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { Pictures, ReencodedPicture } from '../../../ports/pictures.ts';
import type { Unpack } from '../../../ports/unpack.ts';
import { requireRole } from '../../authorise.ts';
import { type FileRecord, findFile, putFile, storedKey, uploadKey } from './file-record.ts';

/** What arriving files are looked at with. */
export interface IntakePorts {
  readonly records: ItemStore;
  readonly files: ObjectStore;
  readonly hash: Hash;
  readonly pictures: Pictures;
  readonly unpack: Unpack;
}

/** What looking at the bytes gave: the fields of the file that follow from it. */
type Verdict = Pick<DeskFile, 'status' | 'refusal' | 'contentType' | 'size' | 'sha256' | 'picture'>;

function refused(refusal: string): Verdict {
  return { status: 'refused', refusal, contentType: null, size: null, sha256: null, picture: null };
}

async function store({ files, hash }: IntakePorts, bytes: Uint8Array, contentType: string): Promise<string> {
  const sha256 = hash.sha256(bytes);
  await files.putIfAbsent({ key: storedKey(sha256), bytes, contentType });
  return sha256;
}

function reencode({ pictures }: IntakePorts, bytes: Uint8Array): readonly ReencodedPicture[] {
  try {
    return pictures.reencode(bytes, PICTURE_SIDES);
  } catch {
    // Whatever a decoder throws means the same for the person: the picture cannot be read.
    return [];
  }
}

async function takePicture(ports: IntakePorts, bytes: Uint8Array): Promise<Verdict> {
  const [full, small] = reencode(ports, bytes);
  if (full === undefined || small === undefined) return refused(REFUSALS.damaged);
  const { contentType } = FILE_TYPES.jpeg;
  const [sha256, smallSha256] = [
    await store(ports, full.bytes, contentType),
    await store(ports, small.bytes, contentType),
  ];
  const picture = { width: full.width, height: full.height, small: smallSha256 };
  return { status: 'ready', refusal: null, contentType, size: full.bytes.length, sha256, picture };
}

async function takeAsIs(ports: IntakePorts, type: FileType, bytes: Uint8Array): Promise<Verdict> {
  const { contentType } = FILE_TYPES[type];
  const sha256 = await store(ports, bytes, contentType);
  return { status: 'ready', refusal: null, contentType, size: bytes.length, sha256, picture: null };
}

async function look(ports: IntakePorts, { said }: FileRecord, bytes: Uint8Array): Promise<Verdict> {
  if (ports.hash.sha256(bytes) !== said.sha256) return refused(REFUSALS.changed);
  const inspected = inspect(bytes, ports.unpack);
  if ('refusal' in inspected) return refused(inspected.refusal);
  const { type } = inspected;
  return type === 'jpeg' || type === 'png' ? takePicture(ports, bytes) : takeAsIs(ports, type, bytes);
}

async function requireFile({ records }: IntakePorts, id: string): Promise<FileRecord> {
  const known = await findFile(records, id);
  if (known === undefined)
    throw new AppError('RESOURCE.NOT_FOUND', 'bytes of a file nobody announced', { details: { id } });
  return known;
}

/**
 * Looks at bytes that arrived (收件检查) and stores what may be kept: papers as they are, pictures re-encoded in two sizes and
 * without the place where they were taken. The update of the record is the commit; the uploaded bytes are removed after it,
 * so that whatever lies under `uploads/` still waits. Safe to repeat and to race with itself.
 *
 * @returns the file as it is now
 * @throws AppError `RESOURCE.NOT_FOUND` when neither file nor bytes are there, `STORE.CONTENTION` when somebody was faster and is
 *   not done
 */
export async function takeIn(caller: Caller, ports: IntakePorts, id: string): Promise<DeskFile> {
  requireRole(caller, 'system');
  const known = await requireFile(ports, id);
  const upload = uploadKey(id);
  if (known.file.status === 'expected') {
    const object = await ports.files.get(upload);
    if (object === undefined) return requireLooked(ports, id);
    const verdict = await look(ports, known, object.bytes);
    const next: FileRecord = { ...known, version: known.version + 1, file: { ...known.file, ...verdict } };
    if ((await putFile(ports.records, next)) === 'refused') await requireLooked(ports, id);
  }
  await ports.files.remove(upload);
  return (await requireFile(ports, id)).file;
}

/** The bytes are gone or the record has moved on: right only when another delivery of the message has done the work. */
async function requireLooked(ports: IntakePorts, id: string): Promise<DeskFile> {
  const { file } = await requireFile(ports, id);
  if (file.status === 'expected')
    throw new AppError('RESOURCE.NOT_FOUND', 'the bytes are not there', { details: { id } });
  return file;
}
