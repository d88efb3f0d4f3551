import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';
import { mapNotice } from './notice.ts';
import { withoutPersons } from './without-persons.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  list: mapList,
  notice: mapNotice,
};

/** 湖州市公共资源交易网, reading side: lists of notices of rural property, and the notices. */
export const huzhouGgzy: AuctionPlatform = {
  manifest,
  map: mapByKind(MAPPINGS),
  withoutParties: (kind, bytes) => (kind === 'notice' ? withoutPersons(bytes) : bytes),
};
