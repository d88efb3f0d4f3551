import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { lotNumbers } from '#adapters/addresses.ts';
import { feeSchedules } from '#adapters/fees.ts';
import { handoffForms } from '#adapters/handoff.ts';
import { manifests } from '#adapters/manifests.ts';
import { feeBook } from '#shared/domain/fees/book.ts';
import { timeOrderedIds } from '#shared/services/ids.ts';
import { effects } from './effects.ts';
import { createHandoff } from './handoff-app.ts';
import type { HandoffDeskPorts } from './handoff-routes.ts';
import { base, log } from './middleware.ts';
import { filesOrigin, objectStore, once, recordsStore, sha256, systemClock, systemRandom } from './wiring.ts';

const ports = once(
  (): HandoffDeskPorts => ({
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
    forms: handoffForms,
    lotNumbers,
  }),
);

const serve = handle(createHandoff(ports, filesOrigin));

/** Packages for platforms, documents, templates, and one-time links. */
export const handler = base((event: LambdaEvent) => serve(event));
