import { LOT_STATUSES, STATUS_TEXT } from '../../domain/lot-status.ts';
import { ERROR_CODES, type ErrorCode } from '../../errors/codes.ts';

/** What people call a code; a platform's own is told as it is. */
export function titleOfCode(code: string): string {
  return isOurs(code) ? ERROR_CODES[code].title : code;
}

/** What people call a status of a lot. */
export function shownStatus(word: string): string {
  const status = LOT_STATUSES.find((known) => known === word);
  return status === undefined ? word : STATUS_TEXT[status];
}

function isOurs(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}
