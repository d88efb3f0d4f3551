import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { openPlatformReader } from '../kit/open-platform/reader.ts';
import { mapResultFile } from '../kit/result-file.ts';
import { manifest } from './manifest.ts';
import { mapNotice } from './notice.ts';
import { resultFileMapping } from './result-file-mapping.ts';

const MAPPINGS: Readonly<Record<keyof typeof manifest.documentKinds, (document: RawDocument) => MappedDocument>> = {
  ...openPlatformReader(manifest.hosts),
  notice: mapNotice,
  'result-file': ({ bytes }) => mapResultFile(bytes, resultFileMapping),
};

/** 浙北拍卖, reading side: notices of sale, and what we propose to it: a result file and the documents of the Open Platform Interface. */
export const zhebei: AuctionPlatform = { manifest, map };

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
