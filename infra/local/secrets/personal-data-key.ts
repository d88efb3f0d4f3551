import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writePrivately } from './file.ts';

/**
 * The key this host seals personal data with, made once and kept in a file of the data directory. No backup carries it: who
 * restores one elsewhere brings the key by himself (`hub secrets set /personal-data/key`), else what is sealed stays so.
 */
export function personalDataKey(file: string): string {
  if (!existsSync(file)) writePrivately(file, `${randomBytes(32).toString('base64')}\n`);
  return readFileSync(file, 'utf8').trim();
}
