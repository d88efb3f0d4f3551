import { zlibUnpack } from '#functions/pictures.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import { parseUploadArrived } from '#shared/messages/upload-arrived.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { offerFile } from '#shared/services/desk/files/offer-file.ts';
import { recoverUploads } from '#shared/services/desk/files/recover-uploads.ts';
import { takeIn } from '#shared/services/desk/files/take-in.ts';
import { aFilesDesk, CLERK } from '#test/services/desk-files/files-desk.ts';
import { aJpeg, aPdf, quickPictures } from '#test/support/files.ts';
import { seededRandom, sha256 } from '#test/support/fixed-ambient.ts';
import type { MemoryObjectStore } from '#test/support/memory-object-store.ts';
import type { FaultPlan } from './faults.ts';
import { gatedObjects, gatedQueue, gatedStore } from './ports.ts';
import { type SimulatedQueue, simulatedQueue } from './queue.ts';
import { type Gate, scheduler, type Worker } from './scheduler.ts';
import { createSystem, type System } from './system.ts';
import { note, type Work, workerOf } from './workers.ts';

/** What people bring: two of it the same, one of it refused. */
const BROUGHT = [
  { bytes: aPdf('决议'), becomes: 'ready' },
  { bytes: aJpeg(20, 20), becomes: 'ready' },
  { bytes: new TextEncoder().encode('<svg>'), becomes: 'refused' },
  { bytes: aPdf('决议'), becomes: 'ready' },
] as const;

/** Everything that outlives a worker of the files. */
interface Files {
  readonly system: System;
  readonly desk: Awaited<ReturnType<typeof aFilesDesk>>;
  readonly records: ItemStore;
  readonly queue: SimulatedQueue;
}

/** How a worker sees the bucket; a test plants bugs here. */
export type PlantedBucket = (files: MemoryObjectStore) => MemoryObjectStore;

export interface UploadsOptions {
  readonly seed: number;
  readonly behaviour: 'well' | 'badly';
  readonly faults: FaultPlan;
  readonly intakes: number;
  readonly plant?: PlantedBucket;
}

const MAX_CALLS = 5_000;

/** Holds every put of a file's record against the rule that versions rise by one. */
function watched(inner: ItemStore, complaints: string[]): ItemStore {
  const versions = new Map<string, unknown>();
  return {
    ...inner,
    async put(item, condition) {
      const answer = await inner.put(item, condition);
      if (answer === 'written' && item.pk.startsWith('FILE#')) {
        const before = Number(versions.get(item.pk) ?? 0);
        if (item['v'] !== before + 1) complaints.push(`a version does not rise by one: ${before} -> ${item['v']}`);
        versions.set(item.pk, item['v']);
      }
      return answer;
    },
  };
}

/** Brings one file; after a crash it begins again with the same key. */
function uploaderOf({ system, desk, records, queue }: Files, index: number): Worker {
  const bytes = BROUGHT[index]?.bytes ?? new Uint8Array();
  const attempt = async (gate: Gate) => {
    const files = gatedObjects(gate, 'files', desk.files);
    const ports = { ...desk.ports, files, records: gatedStore(gate, 'records', records) };
    const said = { ownerId: desk.ownerId, name: '材料', size: bytes.length, sha256: sha256.sha256(bytes) };
    const { file, upload } = await offerFile(CLERK, ports, said, `command-${index}`);
    if (upload === null) return;
    await gate('files.upload', async () => {
      const answer = await desk.files.upload(upload, bytes);
      const told = answer === 'written' && !system.random.chance(system.lostNotifications);
      if (told) await queue.send({ Records: [{ s3: { object: { key: `uploads/${file.id}` } } }] });
      return answer;
    });
  };
  return {
    name: `uploader-${index}`,
    crashed: () => undefined,
    async life(gate) {
      for (let done = false; !done; ) {
        done = await attempt(gate).then(
          () => true,
          (error: unknown) => {
            note(system, error);
            return false;
          },
        );
      }
    },
  };
}

function intakeOf({ system, desk, records, queue }: Files, name: string, plant: PlantedBucket): Worker {
  const begin = (gate: Gate) => {
    const files = plant(gatedObjects(gate, 'files', desk.files));
    const ports = { records: gatedStore(gate, 'records', records), files, hash: sha256 };
    const work: Work = async ({ body }) => {
      for (const id of parseUploadArrived(body)) {
        await takeIn(systemCaller('intake'), { ...ports, pictures: quickPictures, unpack: zlibUnpack }, id);
      }
    };
    return { work, finish: async () => undefined };
  };
  return workerOf(system, { name, queue, fifo: false, begin });
}

function recovererOf({ system, desk, queue }: Files): Worker {
  return {
    name: 'recoverer',
    crashed: () => undefined,
    async life(gate) {
      const ports = { files: gatedObjects(gate, 'files', desk.files), uploads: gatedQueue(gate, 'uploads', queue) };
      for (;;) {
        const looked = await recoverUploads(systemCaller('intake-recover'), ports).catch((error: unknown) =>
          note(system, error),
        );
        if (looked !== undefined) return;
      }
    },
  };
}

/** What is wrong once nothing is left to do. */
async function checkAtRest({ system, desk }: Files): Promise<void> {
  const files = desk.records.items('FILE#').map((item) => item['file'] as unknown as DeskFile);
  const complain = (complaint: string) => system.complaints.push(complaint);
  if (files.length !== BROUGHT.length) complain(`${files.length} files of ${BROUGHT.length}`);
  const becomes = BROUGHT.map((brought) => brought.becomes as string).sort();
  const became = files.map(({ status }) => status as string).sort();
  if (becomes.join() !== became.join()) complain(`they became ${became.join(' ')}`);
  const named = new Set(
    files.flatMap(({ sha256: full, picture }) => [full, picture?.small]).filter((hash) => typeof hash === 'string'),
  );
  const stored = await desk.files.list('');
  if (
    stored.join() !==
    [...named]
      .map((hash) => `files/${hash}`)
      .sort()
      .join()
  )
    complain(`stored is ${stored.join(' ')}`);
  for (const key of stored) {
    const object = await desk.files.get(key);
    if (object === undefined || key !== `files/${sha256.sha256(object.bytes)}`) complain(`${key} holds other bytes`);
  }
}

/** Runs uploads on one seed until it is quiet and checks every rule. */
export async function simulateUploads({ seed, behaviour, faults, intakes, plant = (files) => files }: UploadsOptions) {
  const random = seededRandom(seed);
  const system = createSystem(random, behaviour, {});
  const desk = await aFilesDesk();
  const badly = { duplicate: 0.2, delay: 0.3, reorder: true, deduplicate: 0 };
  const queue = simulatedQueue(random, behaviour === 'badly' ? badly : { ...badly, duplicate: 0, delay: 0 });
  const files: Files = { system, desk, queue, records: watched(desk.records, system.complaints) };
  const schedule = scheduler(random, faults, MAX_CALLS);
  for (let index = 0; index < intakes; index++) schedule.start(intakeOf(files, `intake-${index}`, plant));
  for (const index of BROUGHT.keys()) schedule.start(uploaderOf(files, index));
  await schedule.run();
  schedule.start(recovererOf(files));
  await schedule.run();
  await checkAtRest(files);
  return { seed, complaints: system.complaints, trace: schedule.trace, calls: schedule.trace.length };
}
