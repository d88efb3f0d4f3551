import { createHash } from 'node:crypto';

/**
 * Our reference as the publish call takes it (`out_id`). The page's sample sets a whole number there, and ours is text: the
 * number is made of the reference's SHA-256, so that the same reference is always the same number, and small enough to
 * stay itself as a number of JSON. Of a hundred thousand references two share one with a chance of one in a million.
 *
 * @example outIdOf('LST-1-1') //=> '4196368457425582'
 */
export function outIdOf(reference: string): string {
  const digest = createHash('sha256').update(reference, 'utf8').digest();
  return String(digest.readBigUInt64BE() >> 11n);
}
