import type { Caller } from '../../domain/caller.ts';
import { documentIdOf, toDocumentKey } from '../../domain/document.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { requireRole } from '../authorise.ts';

/** Some stored documents of one platform, in the order of their ids. */
export interface DocumentPage {
  readonly documents: readonly string[];
  /** Ask for what comes after this id; `null` at the end. */
  readonly next: string | null;
}

/** As many as one look into the store gives. */
export const MOST_DOCUMENTS_LISTED = 1000;

/**
 * Lists the stored documents (原始文件) of a platform, whether they were ever mapped or not.
 * @throws AppError `ACCESS.DENIED`
 */
export async function listDocuments(
  caller: Caller,
  ports: { readonly documents: ObjectStore },
  { platform, after, limit }: { readonly platform: string; readonly after?: string; readonly limit: number },
): Promise<DocumentPage> {
  requireRole(caller, 'operator');
  const from = after === undefined ? undefined : toDocumentKey(after);
  const found = await ports.documents.list(toDocumentKey(`${platform}.`), from);
  const page = found.slice(0, limit).flatMap((key) => documentIdOf(key) ?? []);
  const isEnd = found.length < MOST_DOCUMENTS_LISTED && found.length <= limit;
  return { documents: page, next: isEnd ? null : (page.at(-1) ?? null) };
}
