import type { Caller } from '../../../domain/caller.ts';
import type { UploadWaiting } from '../../../messages/upload-arrived.ts';
import type { MessageQueue } from '../../../ports/message-bus.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { requireRole } from '../../authorise.ts';
import { fileIdOfUpload } from './file-record.ts';

/**
 * Queues again whatever still lies under `uploads/` (a lost notification, a purged queue). Safe to repeat and to race with
 * normal arrival: looking at a file twice changes nothing.
 *
 * @returns how many were queued again
 */
export async function recoverUploads(
  caller: Caller,
  { files, uploads }: { readonly files: ObjectStore; readonly uploads: MessageQueue },
): Promise<{ readonly queued: number }> {
  requireRole(caller, 'system');
  let queued = 0;
  let page = await files.list('uploads/');
  while (page.length > 0) {
    for (const fileId of page.flatMap((key) => fileIdOfUpload(key) ?? [])) {
      const message: UploadWaiting = { schema: 'upload-waiting.v1', fileId };
      await uploads.send(message);
      queued += 1;
    }
    page = await files.list('uploads/', page.at(-1));
  }
  return { queued };
}
