import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { openPlatformReader } from '../kit/open-platform/reader.ts';
import { mapResultFile } from '../kit/result-file.ts';
import { manifest } from './manifest.ts';
import { RESULT_FILE } from './result-file.ts';

const MAPPINGS: Readonly<Record<keyof typeof manifest.documentKinds, (document: RawDocument) => MappedDocument>> = {
  ...openPlatformReader(manifest.hosts),
  'result-file': ({ bytes }) => mapResultFile(bytes, RESULT_FILE),
};

/** 吴兴区公共资产网络交易平台, reading side: documents of the Open Platform Interface, and result files. */
export const wuxing: AuctionPlatform = { manifest, map };

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
