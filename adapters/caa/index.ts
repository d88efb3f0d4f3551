import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { mapConfirmation } from './confirmation.ts';
import { mapCurrent } from './current.ts';
import { mapList } from './list.ts';
import { mapLot } from './lot.ts';
import { manifest } from './manifest.ts';
import { mapPriceLog } from './price-log.ts';
import { withoutWinner } from './without-winner.ts';

const MAPPINGS: Readonly<Record<keyof typeof manifest.documentKinds, (document: RawDocument) => MappedDocument>> = {
  list: mapList,
  lot: mapLot,
  current: mapCurrent,
  'price-log': mapPriceLog,
  confirmation: mapConfirmation,
};

/** 中拍平台, reading side: replies of the calls behind its pages. */
export const caa: AuctionPlatform = {
  manifest,
  map,
  withoutParties: (kind, bytes) => (kind === 'confirmation' ? withoutWinner(bytes) : bytes),
};

function map(document: RawDocument): MappedDocument {
  const { kind } = document;
  if (!isKnownKind(kind)) {
    throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
  }
  return MAPPINGS[kind](document);
}

function isKnownKind(kind: string): kind is keyof typeof MAPPINGS {
  return Object.hasOwn(MAPPINGS, kind);
}
