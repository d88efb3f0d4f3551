import type { Caller } from '../domain/caller.ts';
import { documentIdOf } from '../domain/document.ts';
import type { DocumentWaiting } from '../messages/document-arrived.ts';
import type { ItemStore } from '../ports/item-store.ts';
import type { MessageQueue } from '../ports/message-bus.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { requireRole } from './authorise.ts';
import { keys } from './records/keys.ts';

interface Ports {
  readonly records: ItemStore;
  readonly documents: ObjectStore;
  readonly waiting: MessageQueue;
}

/** Looks one page of keys at a time; one look asks for this many outcomes at once. */
const PARALLEL = 25;

/**
 * Finds stored documents that were never mapped (a lost notification, a purged queue) and queues them again.
 * Safe to repeat and to race with normal arrival: mapping a document twice changes nothing.
 *
 * @returns how many were looked at and how many queued again
 */
export async function recoverDocuments(
  caller: Caller,
  ports: Ports,
): Promise<{ readonly seen: number; readonly queued: number }> {
  requireRole(caller, 'system');
  let seen = 0;
  let queued = 0;
  let page = await ports.documents.list('documents/');
  while (page.length > 0) {
    for (let from = 0; from < page.length; from += PARALLEL) {
      const ids = page.slice(from, from + PARALLEL).flatMap((key) => documentIdOf(key) ?? []);
      const outcomes = await Promise.all(ids.map((id) => ports.records.get(keys.document(id))));
      for (const [index, documentId] of ids.entries()) {
        seen += 1;
        if (outcomes[index] !== undefined) continue;
        const message: DocumentWaiting = { schema: 'document-waiting.v1', documentId };
        await ports.waiting.send(message);
        queued += 1;
      }
    }
    page = await ports.documents.list('documents/', page.at(-1));
  }
  return { seen, queued };
}
