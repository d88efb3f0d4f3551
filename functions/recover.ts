import { systemCaller } from '#shared/domain/caller.ts';
import { recoverDocuments } from '#shared/services/recover-documents.ts';
import { base, log } from './middleware.ts';
import { messageQueue, objectStore, once, recordsStore } from './wiring.ts';

const caller = systemCaller('recover');

const ports = once(() => ({
  records: recordsStore(),
  documents: objectStore('DOCUMENTS_BUCKET'),
  waiting: messageQueue('DOCUMENTS_QUEUE_URL'),
}));

/** Daily: stored documents that were never mapped are queued again. */
export const handler = base(async () => {
  const { seen, queued } = await recoverDocuments(caller, ports());
  log.info('documents checked', { seen, queued });
  return { seen, queued };
});
