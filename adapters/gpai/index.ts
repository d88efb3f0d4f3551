import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { openPage } from '../kit/page.ts';
import { mapItem } from './item.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';
import { withoutWinner } from './without-winner.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  list: ({ bytes }) => mapList(openPage(bytes)),
  item: ({ bytes }) => mapItem(openPage(bytes)),
};

/** 公拍网, reading side: its search list and the page of a lot. */
export const gpai: AuctionPlatform = {
  manifest,
  map: mapByKind(MAPPINGS),
  withoutParties: (_, bytes) => withoutWinner(bytes),
};
