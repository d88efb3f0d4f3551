import { AppError } from '../errors/app-error.ts';
import { encodeKeyPart } from './lot-id.ts';
import type { Instant } from './time.ts';

/** What is known of a raw document (原始文件) besides its bytes; stored with them, never changed. */
export interface DocumentEnvelope {
  readonly schema: 'document.v1';
  readonly platform: string;
  readonly kind: string;
  /** When it was taken from the platform, as the bringer says; the page's own clock beats it. */
  readonly observedAt: Instant;
  readonly receivedAt: Instant;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly contentType: string;
  /** The lot the bringer says it is about, by the platform's own number; absent where the document says so itself. */
  readonly subject?: string;
  /** Where it came from, in the bringer's words: a file name or an address. */
  readonly source: string;
  /** Caller who brought it. */
  readonly broughtBy: string;
  /** Follows the document through every queue and log line. */
  readonly correlationId: string;
}

/** The largest document taken in, in bytes. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

const ID = /^[a-z0-9-]{1,40}\.[a-z0-9-]{1,40}\.\d{8}T\d{9}Z-[0-9a-f]{64}(?:\.[A-Za-z0-9_~-]{1,600})?$/;

/**
 * The document's id: platform, kind, time observed, sha256, and the lot it is said to be about. The same bytes taken at
 * the same time are the same document, so bringing them twice finds the first.
 *
 * @example toDocumentId({ platform: 'p', kind: 'list', observedAt: '2018-05-06T10:01:50.000Z', sha256: 'ab…' }) //=> 'p.list.20180506T100150000Z-ab…'
 */
export function toDocumentId(
  of: Pick<DocumentEnvelope, 'platform' | 'kind' | 'observedAt' | 'sha256' | 'subject'>,
): string {
  const about = of.subject === undefined ? '' : `.${encodeKeyPart(of.subject)}`;
  return `${of.platform}.${of.kind}.${of.observedAt.replace(/[-:.]/g, '')}-${of.sha256}${about}`;
}

/** Object key of a document. */
export function toDocumentKey(documentId: string): string {
  return `documents/${documentId}`;
}

/**
 * Reads a document id from outside.
 * @throws AppError `REQUEST.INVALID`
 */
export function parseDocumentId(text: string): string {
  if (!ID.test(text))
    throw new AppError('REQUEST.INVALID', 'not a document id', { details: { id: text.slice(0, 200) } });
  return text;
}

/** The document id an object key names; undefined for a key of something else. */
export function documentIdOf(key: string): string | undefined {
  const id = key.startsWith('documents/') ? key.slice('documents/'.length) : '';
  return ID.test(id) ? id : undefined;
}
