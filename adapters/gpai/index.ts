import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { openPage, type Page } from '../kit/page.ts';
import { mapItem } from './item.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';
import { withoutWinner } from './without-winner.ts';

const MAPPINGS: Readonly<Record<keyof typeof manifest.documentKinds, (page: Page) => MappedDocument>> = {
  list: mapList,
  item: mapItem,
};

/** 公拍网, reading side: its search list and the page of a lot. */
export const gpai: AuctionPlatform = { manifest, map, withoutParties: (_, bytes) => withoutWinner(bytes) };

function map({ kind, bytes }: RawDocument): MappedDocument {
  if (!isKnownKind(kind)) {
    throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
  }
  return MAPPINGS[kind](openPage(bytes));
}

function isKnownKind(kind: string): kind is keyof typeof MAPPINGS {
  return Object.hasOwn(MAPPINGS, kind);
}
