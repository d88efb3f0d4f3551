import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { mapBasicInfo } from './basic-info.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';
import { mapRealtime } from './realtime.ts';
import { mapAttachments, mapExpandValues, mapVendor } from './side-replies.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  list: mapList,
  'basic-info': mapBasicInfo,
  realtime: mapRealtime,
  attachments: mapAttachments,
  vendor: mapVendor,
  'expand-values': mapExpandValues,
};

/** 京东拍卖, reading side: replies of the calls that list lots and show one. */
export const jd: AuctionPlatform = { manifest, map: mapByKind(MAPPINGS) };
