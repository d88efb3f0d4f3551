import { zlibUnpack } from '#functions/pictures.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import type { Assignment, PersonRole } from '#shared/domain/people/role.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import type { Pictures } from '#shared/ports/pictures.ts';
import { offerFile } from '#shared/services/desk/files/offer-file.ts';
import { takeIn } from '#shared/services/desk/files/take-in.ts';
import { registerOwner } from '#shared/services/desk/owner/register-owner.ts';
import { quickPictures } from '#test/support/files.ts';
import { sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';

/** Somebody with one role, reaching what lies below a scope. */
export function aPerson(role: PersonRole, scope: string): Caller {
  const from = '2024-01-01' as LocalDate;
  const assignment: Assignment = { id: 'a1', role, scope, onBehalf: false, bureau: null, from, until: null };
  const bureau = role === 'bureau-reviewer' ? ('agriculture' as const) : null;
  return { id: `${role}-${scope}`, roles: [role], name: '张三', assignments: [{ ...assignment, bureau }] };
}

export const CLERK: Caller = aPerson('village-clerk', '330502100214');
export const NEIGHBOUR: Caller = aPerson('village-clerk', '330502100213');

/** A desk over memory with one village's cooperative as owner. */
export async function aFilesDesk(pictures: Pictures = quickPictures) {
  const records = memoryItemStore();
  const files = memoryObjectStore();
  const clock = steppedClock();
  const ports = { records, files, hash: sha256, clock, effects: {}, pictures, unpack: zlibUnpack };
  const { id: ownerId } = await registerOwner(
    aPerson('office', '330502'),
    ports,
    { id: 'register-1', body: {} },
    {
      kind: 'collective',
      name: '云村股份经济合作社',
      uscc: null,
      division: '330502100214',
      contact: null,
    },
  );
  let commands = 0;
  /** Announces bytes and puts them, as a browser does. */
  const upload = async (bytes: Uint8Array, name = '照片.jpg', caller: Caller = CLERK) => {
    commands += 1;
    const said = { ownerId, name, size: bytes.length, sha256: sha256.sha256(bytes) };
    const offered = await offerFile(caller, ports, said, `upload-${commands}`);
    if (offered.upload !== null) await files.upload(offered.upload, bytes);
    return offered.file.id;
  };
  /** The same, looked at. */
  const bring = async (bytes: Uint8Array, name?: string) =>
    takeIn(systemCaller('intake'), ports, await upload(bytes, name));
  return { ports, records, files, clock, ownerId, upload, bring };
}
