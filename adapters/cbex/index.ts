import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { mapBidInfo, mapDetailInfo } from './bid-info.ts';
import { mapDeals } from './deals.ts';
import { manifest } from './manifest.ts';
import { mapState } from './state.ts';
import { withoutBuyers } from './without-buyers.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  'bid-info': mapBidInfo,
  'detail-info': mapDetailInfo,
  state: mapState,
  deals: mapDeals,
};

/** 北京产权交易所, reading side: replies and pages about one lot's bidding, and pages of results. */
export const cbex: AuctionPlatform = {
  manifest,
  map: mapByKind(MAPPINGS),
  withoutParties: (kind, bytes) => (kind === 'deals' ? withoutBuyers(bytes) : bytes),
};
