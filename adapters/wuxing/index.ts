import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread } from '../kit/drifting.ts';
import { openPage } from '../kit/page.ts';
import { mapResultFile } from '../kit/result-file.ts';
import { type DocumentSchema, mapDocument } from './documents.ts';
import { EVENT_SCHEMA, mapEvent } from './event.ts';
import { manifest } from './manifest.ts';
import { readReply, requireSchema } from './reply.ts';
import { RESULT_FILE } from './result-file.ts';

const MAPPINGS: Readonly<Record<keyof typeof manifest.documentKinds, (bytes: Uint8Array) => MappedDocument>> = {
  lot: documentMapping('opi.lot.v1'),
  lots: documentMapping('opi.lots.v1'),
  bids: documentMapping('opi.bids.v1'),
  result: documentMapping('opi.result.v1'),
  settlement: documentMapping('opi.settlement.v1'),
  event: (bytes) => mapEvent(openDocument(bytes, EVENT_SCHEMA)),
  'result-file': (bytes) => mapResultFile(bytes, RESULT_FILE),
};

/** 吴兴区公共资产网络交易平台, reading side: documents of the Open Platform Interface, and result files. */
export const wuxing: AuctionPlatform = { manifest, map };

function map({ kind, bytes }: RawDocument): MappedDocument {
  if (!isKnownKind(kind)) {
    throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
  }
  return MAPPINGS[kind](bytes);
}

function isKnownKind(kind: string): kind is keyof typeof MAPPINGS {
  return Object.hasOwn(MAPPINGS, kind);
}

function documentMapping(schema: DocumentSchema): (bytes: Uint8Array) => MappedDocument {
  return (bytes) => mapDocument(openDocument(bytes, schema), schema, { at: '', unread: collectUnread() });
}

function openDocument(bytes: Uint8Array, schema: string): unknown {
  const document = readReply(openPage(bytes));
  requireSchema(document, schema);
  return document;
}
