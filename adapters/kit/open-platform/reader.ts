import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread } from '../drifting.ts';
import { openPage } from '../page.ts';
import { type DocumentSchema, mapDocument } from './documents.ts';
import { EVENT_SCHEMA, mapEvent } from './event.ts';
import { readReply, requireSchema } from './reply.ts';

/** Kinds of documents, as the manifests of platforms of the interface name them. */
type Kind = 'lots' | 'lot' | 'bids' | 'result' | 'settlement' | 'deposits' | 'event';

type Read = (document: { readonly bytes: Uint8Array }) => MappedDocument;

/**
 * Reads the interface's documents, each by its kind.
 * @param hosts of the platform's own pages: links elsewhere are left unsaid
 */
export function openPlatformReader(hosts: readonly string[]): Readonly<Record<Kind, Read>> {
  const documents =
    (schema: DocumentSchema): Read =>
    ({ bytes }) =>
      mapDocument(open(bytes, schema), schema, { at: '', unread: collectUnread(), hosts });
  return {
    lot: documents('opi.lot.v1'),
    lots: documents('opi.lots.v1'),
    bids: documents('opi.bids.v1'),
    result: documents('opi.result.v1'),
    settlement: documents('opi.settlement.v1'),
    deposits: documents('opi.deposits.v1'),
    event: ({ bytes }) => mapEvent(open(bytes, EVENT_SCHEMA), hosts),
  };
}

function open(bytes: Uint8Array, schema: string): unknown {
  const document = readReply(openPage(bytes));
  requireSchema(document, schema);
  return document;
}
