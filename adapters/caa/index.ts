import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { mapConfirmation } from './confirmation.ts';
import { mapCurrent } from './current.ts';
import { mapList } from './list.ts';
import { mapLot } from './lot.ts';
import { manifest } from './manifest.ts';
import { mapPriceLog } from './price-log.ts';
import { withoutWinner } from './without-winner.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  list: mapList,
  lot: mapLot,
  current: mapCurrent,
  'price-log': mapPriceLog,
  confirmation: mapConfirmation,
};

/** 中拍平台, reading side: replies of the calls behind its pages. */
export const caa: AuctionPlatform = {
  manifest,
  map: mapByKind(MAPPINGS),
  withoutParties: (kind, bytes) => (kind === 'confirmation' ? withoutWinner(bytes) : bytes),
};
