import { manifests } from '#adapters/manifests.ts';
import { parseDocumentId } from '#shared/domain/document.ts';
import { parseLotId } from '#shared/domain/lot-id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { DocumentPage } from '#shared/services/quarantine/list-documents.ts';
import { type HostAddress, readJson } from '../host-client.ts';

/** What a replay is about. */
export interface Scope {
  readonly documents: readonly string[];
  readonly lots: readonly string[];
  /** In words for people. */
  readonly scope: string;
}

async function documentsOf(host: HostAddress, platform: string): Promise<readonly string[]> {
  const documents: string[] = [];
  for (let after = ''; ; ) {
    const query = new URLSearchParams({ platform, ...(after === '' ? {} : { after }) });
    const page = (await readJson(host, `/v1/documents?${query}`)) as DocumentPage;
    documents.push(...page.documents);
    if (page.next === null) return documents;
    after = page.next;
  }
}

function isDocumentId(text: string): boolean {
  try {
    return parseDocumentId(text) === text;
  } catch {
    return false;
  }
}

/**
 * Resolves what a person names: a platform with all its stored documents, one document, or one lot.
 * @throws AppError `REQUEST.INVALID` when it is none of them
 */
export async function resolveScope(host: HostAddress, text: string): Promise<Scope> {
  const manifest = manifests.find(({ id }) => id === text);
  if (manifest !== undefined) {
    const documents = await documentsOf(host, manifest.id);
    return { documents, lots: [], scope: `平台 ${manifest.name} 的全部 ${documents.length} 份文件` };
  }
  if (isDocumentId(text)) return { documents: [text], lots: [], scope: `文件 ${text}` };
  if (parseLotId(text) !== undefined) return { documents: [], lots: [text], scope: `标的 ${text}` };
  throw new AppError('REQUEST.INVALID', 'neither a platform, a document nor a lot', {
    details: { given: text.slice(0, 200) },
  });
}
