import { AppError } from '#shared/errors/app-error.ts';
import { decodeTolerantly, isDamaged, type Page, unreadableText } from './page.ts';

/** What stands in the way of the data: a login page (登录), a captcha (验证码), a ban (拦截), or maintenance (维护). */
type BlockKind = 'login' | 'captcha' | 'punish' | 'maintenance';

/** How a platform's blocked pages are known, first match first. Patterns must be bounded: they run on hostile text. */
export type BlockMarks = readonly (readonly [BlockKind, RegExp])[];

/** Blocked pages are small; marks are looked for in this many characters. */
const MARKS_WITHIN = 262_144;

/**
 * Names why a page without its data anchor is refused. Marks of blocked pages count only here:
 * a healthy page may well greet with 请登录.
 *
 * @param missing the anchor that was looked for
 * @returns AppError `DOCUMENT.BLOCKED`, `DOCUMENT.ENCODING` or `DOCUMENT.DRIFT`
 */
export function refusalOf(page: Page, marks: BlockMarks, missing: string): AppError {
  const text = decodeTolerantly(page);
  const head = text.slice(0, MARKS_WITHIN);
  const blocked = marks.find(([, mark]) => mark.test(head));
  if (blocked !== undefined) {
    return new AppError('DOCUMENT.BLOCKED', 'the platform sent a blocked page', { details: { kind: blocked[0] } });
  }
  if (isDamaged(page, text)) return unreadableText('undecodable bytes');
  return drift('a data anchor is missing', { missing });
}

/** The error for a document whose structure is not the known one. */
export function drift(message: string, details: Readonly<Record<string, string | number>>): AppError {
  return new AppError('DOCUMENT.DRIFT', message, { details });
}
