import type { Note } from '../../../domain/asset/note.ts';
import { AppError } from '../../../errors/app-error.ts';

/**
 * Refuses what cannot be stored, with a sentence for each place.
 * @throws AppError `FORM.INVALID`
 */
export function refuseFaults(faults: readonly Note[]): void {
  if (faults.length === 0) return;
  const errors = faults.map(({ pointer, sentence }) => ({ pointer, detail: sentence }));
  throw new AppError('FORM.INVALID', 'what was entered has faults', { details: { errors } });
}
