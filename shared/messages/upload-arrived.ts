import * as z from 'zod/mini';
import { AppError } from '../errors/app-error.ts';
import { createdKeys } from './object-created.ts';

/** Our own wording of an arrival, sent when an upload still waits to be looked at. */
const UploadWaiting = z.object({ schema: z.literal('upload-waiting.v1'), fileId: z.string() });

export type UploadWaiting = z.infer<typeof UploadWaiting>;

const UPLOAD_KEY = /^uploads\/([0-9a-z]{16})$/;

/**
 * Ids of the files a message on the `uploads` queue speaks of. S3's test event speaks of none.
 * @throws AppError `MESSAGE.INVALID`
 */
export function parseUploadArrived(body: unknown): readonly string[] {
  const waiting = z.safeParse(UploadWaiting, body);
  if (waiting.success) return [waiting.data.fileId];
  const keys = createdKeys(body);
  if (keys === undefined) throw new AppError('MESSAGE.INVALID', 'not an upload notification');
  return keys.map((key) => {
    const id = UPLOAD_KEY.exec(key)?.[1];
    if (id === undefined) throw new AppError('MESSAGE.INVALID', 'the object is not an upload', { details: { key } });
    return id;
  });
}
