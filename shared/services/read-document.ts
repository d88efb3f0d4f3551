import type { Caller } from '../domain/caller.ts';
import { parseDocumentId } from '../domain/document.ts';
import { AppError } from '../errors/app-error.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { requireRole } from './authorise.ts';
import { type DocumentOutcome, parseOutcomeItem } from './records/document-outcome.ts';
import { keys } from './records/keys.ts';

/**
 * What became of a document that was brought.
 * @throws AppError `RESOURCE.NOT_FOUND` while it is not yet mapped, `REQUEST.INVALID`, `ACCESS.DENIED`
 */
export async function readDocumentOutcome(
  caller: Caller,
  ports: { readonly records: ItemStore },
  text: string,
): Promise<DocumentOutcome> {
  requireRole(caller, 'operator', 'system', 'office', 'auditor');
  const documentId = parseDocumentId(text);
  const item = await ports.records.get(keys.document(documentId));
  if (item === undefined) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no outcome of this document yet', { details: { documentId } });
  }
  return parseOutcomeItem(item);
}
