import { systemCaller } from '#shared/domain/caller.ts';
import { sweepEvents } from '#shared/services/events/sweep.ts';
import { effects } from './effects.ts';
import { base, log } from './middleware.ts';
import { once, recordsStore, sha256, systemClock } from './wiring.ts';

const caller = systemCaller('sweep');

const ports = once(() => {
  const records = recordsStore();
  return { records, due: records, hash: sha256, clock: systemClock, effects, log };
});

/** Every minute: what should have followed from an event and did not. */
export const handler = base(() => sweepEvents(caller, ports()));
