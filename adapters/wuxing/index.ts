import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { type MappingsOf, mapByKind } from '../kit/map-by-kind.ts';
import { openPlatformReader } from '../kit/open-platform/reader.ts';
import { mapResultFile } from '../kit/result-file.ts';
import { manifest } from './manifest.ts';
import { RESULT_FILE } from './result-file.ts';

const MAPPINGS: MappingsOf<typeof manifest> = {
  ...openPlatformReader(manifest.hosts),
  'result-file': ({ bytes }) => mapResultFile(bytes, RESULT_FILE),
};

/** 吴兴区公共资产网络交易平台, reading side: documents of the Open Platform Interface, and result files. */
export const wuxing: AuctionPlatform = { manifest, map: mapByKind(MAPPINGS) };
