import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';
import { mapNotice } from './notice.ts';
import { withoutPersons } from './without-persons.ts';

/** 湖州市公共资源交易网, reading side: lists of notices of rural property, and the notices. */
export const huzhouGgzy: AuctionPlatform = {
  manifest,
  map,
  withoutParties: (kind, bytes) => (kind === 'notice' ? withoutPersons(bytes) : bytes),
};

function map(document: RawDocument): MappedDocument {
  const { kind } = document;
  if (kind === 'list') return mapList(document);
  if (kind === 'notice') return mapNotice(document);
  throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
}
