import { decodeBase64Url, encodeBase64Url } from 'hono/utils/encode';
import { AppError } from '#shared/errors/app-error.ts';
import type { CatalogueQuery, SortPosition } from '#shared/services/catalogue/catalogue-query.ts';
import { toCatalogueParams } from '../catalogue-params.ts';

/** Makes a digest of a text, as hex. */
type Digest = (text: string) => string;

/** What a cursor holds: the query it belongs to, by its digest, and where the next page begins. */
interface Content {
  readonly query: string;
  readonly key: string;
  readonly lotId: string;
}

function queryDigest(query: CatalogueQuery, digest: Digest): string {
  return digest(toCatalogueParams(query).toString()).slice(0, 16);
}

function isContent(value: unknown): value is Content {
  const { query, key, lotId } = Object(value) as { readonly [K in keyof Content]?: unknown };
  return [query, key, lotId].every((part) => typeof part === 'string');
}

function parseContent(cursor: string): Content | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decodeBase64Url(cursor)));
    return isContent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes where the next page of a query begins (翻页位置), for a program that gives it back unread. */
export function writeCursor(query: CatalogueQuery, { key, lotId }: SortPosition, digest: Digest): string {
  const content: Content = { query: queryDigest(query, digest), key, lotId };
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return encodeBase64Url(bytes.buffer).replace(/=+$/, '');
}

/**
 * Reads a cursor back.
 * @throws AppError `CURSOR.INVALID` for text that is no cursor and for the cursor of another query
 */
export function readCursor(query: CatalogueQuery, cursor: string, digest: Digest): SortPosition {
  const content = parseContent(cursor);
  if (content === undefined) throw new AppError('CURSOR.INVALID', 'the cursor cannot be read');
  if (content.query !== queryDigest(query, digest)) {
    throw new AppError('CURSOR.INVALID', 'the cursor belongs to another query');
  }
  return { key: content.key, lotId: content.lotId };
}
