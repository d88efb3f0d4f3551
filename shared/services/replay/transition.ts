import { beforeReplay } from '../records/document-outcome.ts';
import type { DocumentTransition } from './replay-report.ts';
import type { SurveyedDocument } from './survey.ts';

/** What a replay makes of a document; `replayId` lets a repeated replay tell what it found the first time. */
export function toTransition({ documentId, known, source }: SurveyedDocument, replayId?: string): DocumentTransition {
  const { outcome: before, complaints: complaintsBefore } = beforeReplay(known, replayId);
  if (!('refused' in source)) {
    const complaintsAfter = source.mapped.quarantined.length;
    return { documentId, before, after: 'applied', complaintsBefore, complaintsAfter };
  }
  const { code, message: reason } = source.refused;
  return { documentId, before, after: 'refused', code, reason, complaintsBefore, complaintsAfter: 0 };
}
