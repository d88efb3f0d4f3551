import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  list: mapList,
};

/** 人民法院诉讼资产网, reading side: the list of lots. */
export const rmfysszc: AuctionPlatform = { manifest, map: mapByKind(MAPPINGS) };
