import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { mapBidInfo, mapDetailInfo } from './bid-info.ts';
import { mapDeals } from './deals.ts';
import { manifest } from './manifest.ts';
import { mapState } from './state.ts';
import { withoutBuyers } from './without-buyers.ts';

const MAPPINGS: Readonly<Record<keyof typeof manifest.documentKinds, (document: RawDocument) => MappedDocument>> = {
  'bid-info': mapBidInfo,
  'detail-info': mapDetailInfo,
  state: mapState,
  deals: mapDeals,
};

/** 北京产权交易所, reading side: replies and pages about one lot's bidding, and pages of results. */
export const cbex: AuctionPlatform = {
  manifest,
  map,
  withoutParties: (kind, bytes) => (kind === 'deals' ? withoutBuyers(bytes) : bytes),
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
