import { AppError } from '#shared/errors/app-error.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { Paged } from './answers.ts';
import { type Caller, type Reply, readAnswer, segment } from './call.ts';
import { refused } from './refusal.ts';

/** More pages of bids than any lot has. */
const MAX_PAGES = 100;

/**
 * The newest documents of a lot: itself, its bids, and as far as there are any its result and settlement.
 * @throws AppError `PLACEMENT.REFUSED` when the platform has no such lot
 */
export async function readLotDocuments(ask: Caller, lotId: string): Promise<readonly FetchedDocument[]> {
  const path = `/lots/${segment(lotId)}`;
  const lot = await ask({ method: 'GET', path, none: 'lot.none' });
  if (lot.isNone) {
    throw refused('lot.none', [{ pointer: '', code: 'lot.none', detail: '平台上查不到这个标的编号。' }]);
  }
  const documents = [toDocument('lot', lot, lotId), ...(await readBids(ask, path, lotId))];
  for (const kind of ['result', 'settlement'] as const) {
    const reply = await ask({ method: 'GET', path: `${path}/${kind}`, none: 'any' });
    if (!reply.isNone) documents.push(toDocument(kind, reply, lotId));
  }
  return documents;
}

async function readBids(ask: Caller, path: string, lotId: string): Promise<readonly FetchedDocument[]> {
  const pages: FetchedDocument[] = [];
  let query = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const reply = await ask({ method: 'GET', path: `${path}/bids${query}`, none: 'any' });
    if (reply.isNone) return pages;
    pages.push(toDocument('bids', reply, lotId));
    const { nextCursor } = readAnswer(Paged, reply.json, 'GET');
    if (nextCursor === undefined || nextCursor === null || nextCursor === '') return pages;
    query = `?cursor=${encodeURIComponent(nextCursor)}`;
  }
  throw new AppError('PLATFORM.UNAVAILABLE', 'the pages of bids have no end', { details: { pages: MAX_PAGES } });
}

/** An answer as a document for the door; a list is about no one lot. */
export function toDocument(kind: string, { bytes, contentType, source }: Reply, subject?: string): FetchedDocument {
  return { kind, bytes, contentType, source, ...(subject !== undefined && { subject }) };
}
