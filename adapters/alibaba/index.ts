import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { openPage, type Page } from '../kit/page.ts';
import { mapBidRecords } from './bid-records.ts';
import { mapItem } from './item.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';
import { mapOpenPlatform } from './open-platform.ts';
import { mapStatistics } from './statistics.ts';

const MAPPINGS: Readonly<
  Record<keyof typeof manifest.documentKinds, (page: Page, document: RawDocument) => MappedDocument>
> = {
  home: mapList,
  list: mapList,
  item: mapItem,
  'bid-records': mapBidRecords,
  'open-platform': mapOpenPlatform,
  statistics: mapStatistics,
};

/** 阿里拍卖, reading side: saved pages of the desktop site, bid histories, replies of the open platform. */
export const alibaba: AuctionPlatform = { manifest, map };

function map(document: RawDocument): MappedDocument {
  const { kind } = document;
  if (!isKnownKind(kind)) {
    throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
  }
  return MAPPINGS[kind](openPage(document.bytes), document);
}

function isKnownKind(kind: string): kind is keyof typeof MAPPINGS {
  return Object.hasOwn(MAPPINGS, kind);
}
