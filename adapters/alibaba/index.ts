import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { openPage } from '../kit/page.ts';
import { mapBidRecords } from './bid-records.ts';
import { mapItem } from './item.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';
import { mapOpenPlatform } from './open-platform.ts';
import { mapStatistics } from './statistics.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  home: ({ bytes }) => mapList(openPage(bytes)),
  list: ({ bytes }) => mapList(openPage(bytes)),
  item: ({ bytes }) => mapItem(openPage(bytes)),
  'bid-records': (document) => mapBidRecords(openPage(document.bytes), document),
  'open-platform': (document) => mapOpenPlatform(openPage(document.bytes), document),
  statistics: ({ bytes }) => mapStatistics(openPage(bytes)),
};

/** 阿里拍卖, reading side: saved pages of the desktop site, bid histories, replies of the open platform. */
export const alibaba: AuctionPlatform = { manifest, map: mapByKind(MAPPINGS) };
