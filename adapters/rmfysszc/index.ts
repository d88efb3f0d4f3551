import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';

/** 人民法院诉讼资产网, reading side: the list of lots. */
export const rmfysszc: AuctionPlatform = { manifest, map };

function map(document: RawDocument): MappedDocument {
  const { kind } = document;
  if (kind === 'list') return mapList(document);
  throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
}
