import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { mapBasicInfo } from './basic-info.ts';
import { mapList } from './list.ts';
import { manifest } from './manifest.ts';
import { mapRealtime } from './realtime.ts';
import { mapAttachments, mapExpandValues, mapVendor } from './side-replies.ts';

const MAPPINGS: Readonly<Record<keyof typeof manifest.documentKinds, (document: RawDocument) => MappedDocument>> = {
  list: mapList,
  'basic-info': mapBasicInfo,
  realtime: mapRealtime,
  attachments: mapAttachments,
  vendor: mapVendor,
  'expand-values': mapExpandValues,
};

/** 京东拍卖, reading side: replies of the calls that list lots and show one. */
export const jd: AuctionPlatform = { manifest, map };

function map(document: RawDocument): MappedDocument {
  const { kind } = document;
  if (!isKnownKind(kind)) {
    throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
  }
  return MAPPINGS[kind](document);
}

function isKnownKind(kind: string): kind is keyof typeof MAPPINGS {
  return Object.hasOwn(MAPPINGS, kind);
}
