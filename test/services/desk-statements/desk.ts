import { toDocumentId, toDocumentKey } from '#shared/domain/document.ts';
import { type DeskStatement, STATEMENT_KIND } from '#shared/domain/listing/statement.ts';
import { toStatementBytes } from '#shared/messages/desk-statement.ts';
import { toMetadata } from '#shared/messages/document-envelope.ts';
import { putStatement } from '#shared/services/desk/listing/put-statement.ts';
import { minute } from '#test/support/builders.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import type { MemoryObjectStore } from '#test/support/memory-object-store.ts';

/** A round submitted at minute 10, returned once, approved at minute 40, handed over at 50, placed at 60. */
export function aStatement(of: Partial<DeskStatement> = {}): DeskStatement {
  return {
    schema: 'desk-statement.v1',
    listing: 'listing00000001a',
    round: 2,
    url: 'https://example.invalid/from-the-desk',
    submittedAt: minute(10),
    approvedAt: minute(40),
    corrections: [{ returnedAt: minute(20), resubmittedAt: minute(30) }],
    handedOverAt: minute(50),
    liveAt: null,
    ...of,
  };
}

const PLACED_AT = minute(60);

/** Puts a statement about a lot as the desk does; its document id. */
export async function state(
  documents: MemoryObjectStore,
  lotId: string,
  statement: DeskStatement = aStatement(),
): Promise<string> {
  const before = new Set(await documents.list('documents/'));
  await putStatement(documents, sha256, { lotId, placedAt: PLACED_AT, statement });
  const key = (await documents.list('documents/')).find((each) => !before.has(each));
  return key?.slice('documents/'.length) ?? '';
}

/** Puts bytes where a statement would lie. */
export async function stateBadly(documents: MemoryObjectStore, bytes: Uint8Array, subject?: string): Promise<string> {
  const named = {
    platform: 'virtual',
    kind: STATEMENT_KIND,
    observedAt: PLACED_AT,
    sha256: sha256.sha256(bytes),
    ...(subject === undefined ? {} : { subject }),
  };
  const origin = { receivedAt: PLACED_AT, contentType: 'application/json', source: 's', broughtBy: 'b' };
  const metadata = toMetadata({ schema: 'document.v1', ...named, ...origin, correlationId: 'c' });
  const documentId = toDocumentId(named);
  await documents.putIfAbsent({ key: toDocumentKey(documentId), bytes, contentType: origin.contentType, metadata });
  return documentId;
}

/** The bytes of a statement with fields changed that a type would not let pass. */
export function bytesWith(of: Readonly<Record<string, unknown>>): Uint8Array {
  return toStatementBytes({ ...aStatement(), ...of } as DeskStatement);
}
