import { systemCaller } from '#shared/domain/caller.ts';
import { toDocumentKey } from '#shared/domain/document.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { parseDocumentArrived } from '#shared/messages/document-arrived.ts';
import { parseLotsChanged } from '#shared/messages/lots-changed.ts';
import { inviteDocument } from '#shared/services/receive-document.ts';
import { compression } from '#test/support/compression.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { gatedObjects, gatedQueue, gatedStore } from './ports.ts';
import type { Message, SimulatedQueue } from './queue.ts';
import type { Gate, Worker } from './scheduler.ts';
import type { System } from './system.ts';
import type { VirtualDocument } from './virtual-documents.ts';
import { manifest } from './virtual-platform.ts';

const BATCH = 10;
const bringer = { id: 'operator-1', roles: ['operator'] } as const;

export function recordsOf(system: System, gate: Gate) {
  const gated = gatedStore(gate, 'records', system.records);
  return system.plant.client?.(gated) ?? gated;
}

/** What was thrown that a redelivery may heal is the system's business; anything else is a finding. */
export function note(system: System, error: unknown): void {
  const { code, message, cause, retryable } = toAppError(error);
  if (!retryable || code === 'INTERNAL.UNEXPECTED') {
    system.complaints.push(`a worker threw ${code}: ${message} ${cause instanceof Error ? cause.stack : ''}`);
  }
}

async function bring(system: System, gate: Gate, document: VirtualDocument): Promise<void> {
  const documents = gatedObjects(gate, 'documents', system.documents);
  const { bytes, id, kind, observedAt } = document;
  const named = { platform: manifest.id, kind, observedAt, sha256: document.sha256 };
  const offer = { ...named, size: bytes.length, source: '列表.json' };
  const ports = { documents, clock: system.clock, ids: system.ids, manifests: [manifest] };
  const { upload } = await inviteDocument(bringer, ports, offer);
  await gate('documents.upload', async () => {
    const answer = await system.documents.upload(upload, bytes);
    const told = answer === 'written' && !system.random.chance(system.lostNotifications);
    const key = toDocumentKey(id);
    if (told) await system.documentsQueue.send({ Records: [{ s3: { object: { key } } }] });
    return answer;
  });
}

/** Brings documents one after another; after a crash it begins with the one it was at, or a few earlier. */
export function bringerOf(system: System, name: string, documents: readonly VirtualDocument[]): Worker {
  let next = 0;
  return {
    name,
    crashed: () => {
      next = Math.max(0, next - system.random.below(3));
    },
    async life(gate) {
      while (next < documents.length) {
        const document = documents[next] as VirtualDocument;
        const brought = await bring(system, gate, document).then(
          () => true,
          (error: unknown) => note(system, error),
        );
        if (brought) next += 1;
      }
    },
  };
}

export type Work = (message: Message) => Promise<void>;

interface Consumer {
  readonly name: string;
  readonly queue: SimulatedQueue;
  /** A FIFO batch stops at its first failure. */
  readonly fifo: boolean;
  /** One life's work, and what follows each batch. */
  begin(gate: Gate): { readonly work: Work; readonly finish: () => Promise<void> };
}

async function consumeBatch(system: System, consumer: Consumer, gate: Gate, life: ReturnType<Consumer['begin']>) {
  const { name, queue } = consumer;
  const batch = await gate(`${name}.receive`, () => queue.receive(name, BATCH), queue.hasMessages);
  if (system.plant.acknowledgeFirst) await gate(`${name}.acknowledge`, () => queue.settle(name, batch));
  const done: Message[] = [];
  for (const message of batch) {
    const worked = await life.work(message).then(
      () => true,
      (error: unknown) => note(system, error),
    );
    if (worked) done.push(message);
    else if (consumer.fifo) break;
  }
  await life.finish();
  await gate(`${name}.acknowledge`, () => queue.settle(name, done));
}

export function workerOf(system: System, consumer: Consumer): Worker {
  return {
    name: consumer.name,
    crashed: () => consumer.queue.release(consumer.name),
    async life(gate) {
      const life = consumer.begin(gate);
      for (;;) {
        await consumeBatch(system, consumer, gate, life).catch((error: unknown) => note(system, error));
        consumer.queue.release(consumer.name);
      }
    },
  };
}

/** Documents queue → record of lots and bids. */
export function normaliserOf(system: System, name: string): Worker {
  const caller = systemCaller('normalise');
  const begin = (gate: Gate) => {
    const ports = {
      records: recordsOf(system, gate),
      documents: gatedObjects(gate, 'documents', system.documents),
      changes: gatedQueue(gate, 'changes', system.changesQueue),
      hash: sha256,
    };
    const work: Work = async ({ body }) => {
      const { platforms } = system.deployed;
      for (const id of parseDocumentArrived(body)) {
        await system.services.normaliseDocument(caller, { ...ports, platforms }, id);
      }
    };
    return { work, finish: async () => undefined };
  };
  return workerOf(system, { name, queue: system.documentsQueue, fifo: false, begin });
}

function writerOf(system: System, gate: Gate) {
  const records = recordsOf(system, gate);
  const snapshots = gatedObjects(gate, 'snapshots', system.snapshots);
  const ports = { records, snapshots, hash: sha256, compression, clock: system.clock };
  return system.services.changeFeedWriter(ports);
}

/** Changes queue → change feed and snapshots. A crash forgets what the writer kept. */
export function feederOf(system: System, name: string): Worker {
  const caller = systemCaller('feed');
  const begin = (gate: Gate) => {
    const writer = writerOf(system, gate);
    const work: Work = ({ body }) => writer.append(caller, parseLotsChanged(body));
    return { work, finish: () => writer.publish(caller, 'due') };
  };
  return workerOf(system, { name, queue: system.changesQueue, fifo: true, begin });
}

/** Publishes once whatever is in no snapshot yet. */
export function publisherOf(system: System, name: string): Worker {
  return {
    name,
    crashed: () => undefined,
    async life(gate) {
      const writer = writerOf(system, gate);
      for (;;) {
        const published = await writer.publish(systemCaller('publish'), 'any-news').then(
          () => true,
          (error: unknown) => note(system, error),
        );
        if (published) return;
      }
    },
  };
}

/** Looks once for documents nobody mapped. */
export function recovererOf(system: System, name: string): Worker {
  return {
    name,
    crashed: () => undefined,
    async life(gate) {
      const ports = {
        records: recordsOf(system, gate),
        documents: gatedObjects(gate, 'documents', system.documents),
        waiting: gatedQueue(gate, 'waiting', system.documentsQueue),
      };
      for (;;) {
        const looked = await system.services
          .recoverDocuments(systemCaller('recover'), ports)
          .catch((error: unknown) => note(system, error));
        if (looked !== undefined) return;
      }
    },
  };
}
