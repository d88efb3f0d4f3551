import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fromEpochMs, type Instant, parseInstant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** A file on this machine, with the time its content is taken to have been observed. */
export interface SourceFile {
  readonly bytes: Uint8Array;
  readonly observedAt: Instant;
  readonly name: string;
}

/**
 * Reads a saved document. Unless said otherwise it was observed when the file was last written.
 * @throws AppError `FILE.UNREADABLE`, `REQUEST.INVALID`
 */
export function readSourceFile(path: string, observedAt?: string): SourceFile {
  const said = observedAt === undefined ? undefined : parseInstant(observedAt);
  if (observedAt !== undefined && said === undefined) {
    throw new AppError('REQUEST.INVALID', 'the observation time is not RFC 3339', { details: { observedAt } });
  }
  try {
    const written = fromEpochMs(Math.floor(statSync(path).mtimeMs));
    return { bytes: readFileSync(path), observedAt: said ?? written, name: basename(path) };
  } catch (cause) {
    throw new AppError('FILE.UNREADABLE', 'the file cannot be read', { details: { file: path }, cause });
  }
}
