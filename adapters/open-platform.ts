import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread } from './kit/drifting.ts';
import { type DocumentSchema, mapDocument } from './kit/open-platform/documents.ts';
import { ENVELOPES, EventEnvelope } from './kit/open-platform/envelope.ts';
import { requireSchema } from './kit/open-platform/reply.ts';
import { Bid, Deposit, Lot, Result, Settlement } from './kit/open-platform/schema.ts';

/** Documents of the Open Platform Interface, for whoever describes the interface or checks a server of it. */
export const openPlatformDocuments = {
  envelopes: ENVELOPES,
  event: EventEnvelope,
  Lot,
  Bid,
  Result,
  Settlement,
  Deposit,
} as const;

/**
 * Reads a document of the interface exactly as the system would.
 * @throws AppError `DOCUMENT.DRIFT` where the system would refuse the whole document
 */
export function readOpenPlatformDocument(value: unknown, schema: DocumentSchema): MappedDocument {
  requireSchema(value, schema);
  return mapDocument(value, schema, { at: '', unread: collectUnread(), hosts: [] });
}

const fixture = (name: string) => new URL(`./wuxing/fixtures/${name}.json`, import.meta.url);

/** A sample file of every document, by schema. */
export const openPlatformSamples = {
  'opi.lot.v1': fixture('lot-announced'),
  'opi.lots.v1': fixture('lots-page'),
  'opi.bids.v1': fixture('bids-page'),
  'opi.result.v1': fixture('result-sold'),
  'opi.settlement.v1': fixture('settlement-complete'),
  'opi.deposits.v1': fixture('deposits-refunded'),
} as const satisfies Record<DocumentSchema, URL>;
