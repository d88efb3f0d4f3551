import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { openPlatformReader } from '../kit/open-platform/reader.ts';
import { mapResultFile } from '../kit/result-file.ts';
import { manifest } from './manifest.ts';
import { mapNotice } from './notice.ts';
import { resultFileMapping } from './result-file-mapping.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  ...openPlatformReader(manifest.hosts),
  notice: mapNotice,
  'result-file': ({ bytes }) => mapResultFile(bytes, resultFileMapping),
};

/** 浙北拍卖, reading side: notices of sale, and what we propose to it: a result file and the documents of the Open Platform Interface. */
export const zhebei: AuctionPlatform = { manifest, map: mapByKind(MAPPINGS) };
