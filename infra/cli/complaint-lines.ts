import type { Complaint } from '#shared/services/records/document-outcome.ts';
import { complaintText } from '#web/complaint-text.ts';

/** A reason on one line: in Chinese, its stable English wording in parentheses. */
export function reasonText(reason: string): string {
  const text = complaintText(reason);
  return text === reason ? reason : `${text}(${reason})`;
}

/** Complaints, a line each. */
export function complaintLines(word: '待核' | '原因', complaints: readonly Complaint[]): readonly string[] {
  return complaints.map(({ path, reason }) => `  ${word}${path === '' ? '' : ` ${path}`}: ${reasonText(reason)}`);
}
