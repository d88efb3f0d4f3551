import { feeSchedules } from '#adapters/fees.ts';
import { manifests } from '#adapters/manifests.ts';
import { publishing } from '#adapters/publishing.ts';
import { feeBook } from '#shared/domain/fees/book.ts';
import { timeOrderedIds } from '#shared/services/ids.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { effects } from './effects.ts';
import { log } from './middleware.ts';
import { objectStore, recordsStore, sha256, systemClock, systemRandom } from './wiring.ts';

/** What the desk and the handing over both stand on. */
export function deskPorts(): Omit<DeskPorts, 'facts'> {
  return {
    records: recordsStore(),
    files: objectStore('FILES_BUCKET'),
    hash: sha256,
    clock: systemClock,
    random: systemRandom,
    ids: timeOrderedIds(systemClock, systemRandom),
    log,
    effects,
    platforms: manifests,
    publishing,
    fees: feeBook(feeSchedules),
  };
}
