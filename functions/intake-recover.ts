import { systemCaller } from '#shared/domain/caller.ts';
import { recoverUploads } from '#shared/services/desk/files/recover-uploads.ts';
import { base, log } from './middleware.ts';
import { messageQueue, objectStore, once } from './wiring.ts';

const caller = systemCaller('intake-recover');

const ports = once(() => ({ files: objectStore('FILES_BUCKET'), uploads: messageQueue('UPLOADS_QUEUE_URL') }));

/** Daily: uploads that nobody looked at are queued again. */
export const handler = base(async () => {
  const { queued } = await recoverUploads(caller, ports());
  log.info('uploads checked', { queued });
  return { queued };
});
