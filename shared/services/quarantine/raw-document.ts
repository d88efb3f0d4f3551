import type { Caller } from '../../domain/caller.ts';
import { type DocumentEnvelope, parseDocumentId, toDocumentKey } from '../../domain/document.ts';
import { AppError } from '../../errors/app-error.ts';
import { parseEnvelope } from '../../messages/document-envelope.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { requireRole } from '../authorise.ts';

/** A stored document as it came: what is known of it, and its bytes. */
export interface RawDocumentView {
  readonly documentId: string;
  readonly envelope: DocumentEnvelope;
  readonly bytes: Uint8Array;
}

/** Signs that no text begins with: a zip file (.xlsx), and NUL bytes. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const LOOKED_AT_BYTES = 4096;

/**
 * Reads a stored document with its bytes.
 * @throws AppError `ACCESS.DENIED`, `REQUEST.INVALID`, `RESOURCE.NOT_FOUND`, `DOCUMENT.DAMAGED`
 */
export async function readRawDocument(
  caller: Caller,
  ports: { readonly documents: ObjectStore },
  text: string,
): Promise<RawDocumentView> {
  requireRole(caller, 'operator', 'office', 'auditor');
  const documentId = parseDocumentId(text);
  const object = await ports.documents.get(toDocumentKey(documentId));
  if (object === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such document', { details: { documentId } });
  return { documentId, envelope: parseEnvelope(object.metadata), bytes: object.bytes };
}

/**
 * The document as text to look at; undefined for a binary file, which can only be downloaded. What a page says of its
 * charset is often wrong, so the one that leaves fewer unreadable characters is taken: UTF-8, else GB18030.
 */
export function toShownText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const isZip = ZIP.every((byte, index) => bytes[index] === byte);
  if (isZip || bytes.subarray(0, LOOKED_AT_BYTES).includes(0)) return undefined;
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  if (!utf8.includes('\uFFFD')) return utf8;
  const gb18030 = new TextDecoder('gb18030').decode(bytes);
  return unreadable(gb18030) < unreadable(utf8) ? gb18030 : utf8;
}

function unreadable(text: string): number {
  return text.split('\uFFFD').length - 1;
}
