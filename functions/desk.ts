import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { feeSchedules } from '#adapters/fees.ts';
import { manifests } from '#adapters/manifests.ts';
import { feeBook } from '#shared/domain/fees/book.ts';
import { factsReader } from '#shared/services/comparison/read-facts.ts';
import { timeOrderedIds } from '#shared/services/ids.ts';
import { createDesk } from './desk/desk-app.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { DESK_MODULES } from './desk/modules.ts';
import { effects } from './effects.ts';
import { base, log } from './middleware.ts';
import {
  filesOrigin,
  objectStore,
  once,
  recordsStore,
  sha256,
  snapshotPorts,
  systemClock,
  systemRandom,
} from './wiring.ts';

const ports = once(
  (): DeskPorts => ({
    records: recordsStore(),
    files: objectStore('FILES_BUCKET'),
    hash: sha256,
    clock: systemClock,
    random: systemRandom,
    ids: timeOrderedIds(systemClock, systemRandom),
    log,
    effects,
    platforms: manifests,
    fees: feeBook(feeSchedules),
    facts: factsReader(snapshotPorts()),
  }),
);

const serve = handle(createDesk({ ports, modules: DESK_MODULES, filesOrigin }));

/** The desk: pages and their JSON, for whoever is signed in. */
export const handler = base((event: LambdaEvent) => serve(event));
