import { refuseFaults } from '../asset/refuse-faults.ts';

/** Longest reason or opinion, in characters. */
const LONGEST_TEXT = 2_000;

/**
 * Asks for words that say something.
 * @throws AppError `FORM.INVALID` with the sentence at the pointer
 */
export function requireText(pointer: string, text: string, sentence: string): void {
  if (text.trim() === '') refuseFaults([{ pointer, sentence }]);
  if (text.length > LONGEST_TEXT) refuseFaults([{ pointer, sentence: `最多 ${LONGEST_TEXT} 个字。` }]);
}
