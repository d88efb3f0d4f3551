import { type Caller, hasRole } from '../../../domain/caller.ts';
import type { DeskFile } from '../../../domain/files/file.ts';
import { MAX_UPLOAD_BYTES } from '../../../domain/files/file-type.ts';
import { mayAct } from '../../../domain/people/reach.ts';
import type { PersonRole } from '../../../domain/people/role.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import { invalidRequest } from '../../../errors/problem.ts';
import type { Clock, Hash } from '../../../ports/ambient.ts';
import type { ItemStore } from '../../../ports/item-store.ts';
import type { ObjectStore, PresignedPut } from '../../../ports/object-store.ts';
import { createdId } from '../../events/load.ts';
import { findOwner } from '../owner/read-owner.ts';
import { type FileRecord, findFile, putFile, uploadKey } from './file-record.ts';

/** What files are brought with. */
export interface FilePorts {
  readonly records: ItemStore;
  readonly files: ObjectStore;
  readonly hash: Hash;
  readonly clock: Clock;
}

/** What somebody says of a file before its bytes come. */
export interface FileOffer {
  readonly ownerId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Who may bring files, for owners within his reach. */
export const UPLOADERS = [
  'village-clerk',
  'owner-clerk',
  'township-reviewer',
  'bureau-reviewer',
  'office',
] as const satisfies readonly PersonRole[];

const UPLOAD_SECONDS = 600;
const LONGEST_NAME = 120;

/** The name without path and control characters, its ending kept when it is too long. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const letters = [...last.replace(/\p{Cc}|\p{Cf}/gu, '').trim()];
  if (letters.length === 0) return '未命名';
  if (letters.length <= LONGEST_NAME) return letters.join('');
  return [...letters.slice(0, LONGEST_NAME - 10), '…', ...letters.slice(-9)].join('');
}

function checkOffer({ size, sha256 }: FileOffer): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw invalidRequest('the checksum is no SHA-256', [
      { pointer: '/sha256', detail: '校验值应为 64 位小写十六进制数' },
    ]);
  }
  if (!Number.isSafeInteger(size) || size < 0) {
    throw invalidRequest('the size is no size', [{ pointer: '/size', detail: '大小应为字节数' }]);
  }
  if (size === 0) throw new AppError('FILE.EMPTY', 'the file has no bytes');
  if (size > MAX_UPLOAD_BYTES) throw new AppError('FILE.TOO_LARGE', 'the file is too large', { details: { size } });
}

async function requireUploader(caller: Caller, ports: FilePorts, ownerId: string): Promise<void> {
  const owner = await findOwner(ports, ownerId);
  const today = beijingDate(ports.clock.now());
  const roles = UPLOADERS.filter((role) => hasRole(caller, role));
  if (owner === undefined || !roles.some((role) => mayAct(caller, role, owner, today))) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no owner the caller may act for');
  }
}

async function record(caller: Caller, ports: FilePorts, offer: FileOffer, commandId: string): Promise<FileRecord> {
  const id = createdId(ports.hash, 'file', caller.id, commandId);
  const file: DeskFile = {
    id,
    name: plainName(offer.name),
    status: 'expected',
    refusal: null,
    contentType: null,
    size: null,
    sha256: null,
    picture: null,
    ownerId: offer.ownerId,
    uploadedBy: caller.id,
    uploadedAt: ports.clock.now(),
  };
  const fresh: FileRecord = { version: 1, file, said: { size: offer.size, sha256: offer.sha256 } };
  if ((await putFile(ports.records, fresh)) === 'written') return fresh;
  const known = await findFile(ports.records, id);
  if (known?.said.sha256 !== offer.sha256 || known.file.ownerId !== offer.ownerId) {
    throw new AppError('COMMAND.KEY_REUSED', 'the idempotency key was used for another file');
  }
  return known;
}

/**
 * Announces a file and says where its bytes are to be put; `upload` is null when they have been looked at already. The same
 * command again finds the file it made.
 * @throws AppError `RESOURCE.NOT_FOUND` for an owner outside the caller's reach, `REQUEST.INVALID`, `FILE.EMPTY`, `FILE.TOO_LARGE`,
 *   `COMMAND.KEY_REUSED`
 */
export async function offerFile(
  caller: Caller,
  ports: FilePorts,
  offer: FileOffer,
  commandId: string,
): Promise<{ readonly file: DeskFile; readonly upload: PresignedPut | null }> {
  checkOffer(offer);
  await requireUploader(caller, ports, offer.ownerId);
  const { file } = await record(caller, ports, offer, commandId);
  if (file.status !== 'expected') return { file, upload: null };
  const upload = await ports.files.presignPut({
    key: uploadKey(file.id),
    contentType: 'application/octet-stream',
    metadata: {},
    sha256: offer.sha256,
    expiresSeconds: UPLOAD_SECONDS,
  });
  return { file, upload };
}

/**
 * Takes a file whose bytes came with the request: the same announcement, and the same object under the same key.
 * @throws AppError as `offerFile`
 */
export async function bringFile(
  caller: Caller,
  ports: FilePorts,
  { ownerId, name, bytes }: { readonly ownerId: string; readonly name: string; readonly bytes: Uint8Array },
  commandId: string,
): Promise<DeskFile> {
  const offer: FileOffer = { ownerId, name, size: bytes.length, sha256: ports.hash.sha256(bytes) };
  checkOffer(offer);
  await requireUploader(caller, ports, ownerId);
  const { file } = await record(caller, ports, offer, commandId);
  if (file.status !== 'expected') return file;
  await ports.files.putIfAbsent({ key: uploadKey(file.id), bytes, contentType: 'application/octet-stream' });
  return file;
}
