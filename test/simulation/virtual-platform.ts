import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { AuctionPlatform, MappedDocument, PlatformManifest } from '#shared/ports/auction-platform.ts';

const page = (title: string, rank: number) => ({ title, contentType: 'application/json', rank });

/** A platform that exists only here; its documents are written in our own words already. */
export const manifest = {
  id: 'virtual',
  name: '虚拟平台',
  kind: 'marketplace',
  homepage: 'https://example.invalid/',
  capabilities: {
    publish: { no: 'it does not exist' },
    amend: { no: 'it does not exist' },
    withdraw: { no: 'it does not exist' },
    list: 'page',
    lot: 'page',
    bids: 'page',
    result: 'page',
    settlement: { no: 'it does not exist' },
  },
  documentKinds: {
    list: page('列表', 1),
    lot: page('详情', 5),
    bids: page('竞买记录', 5),
    result: page('结果', 9),
    deposits: page('保证金', 7),
  },
  hosts: ['example.invalid'],
  mappingVersion: 1,
  confidence: 'assumed',
} as const satisfies PlatformManifest;

export type VirtualKind = keyof typeof manifest.documentKinds;

/** What a mapping makes of a document: it says this, or it is refused so. */
export type Reading = { readonly says: MappedDocument } | { readonly refused: ErrorCode };

/** What a virtual document says; `first`: what the first version of the mapping makes of it, where it reads it otherwise. */
export type VirtualContent = Reading & { readonly first?: Reading };

export function encodeContent(content: VirtualContent): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content));
}

function toMapped(reading: Reading): MappedDocument {
  if ('refused' in reading) throw new AppError(reading.refused, 'simulated: a page that cannot be read');
  return reading.says;
}

function decodeContent(bytes: Uint8Array): VirtualContent {
  return JSON.parse(new TextDecoder().decode(bytes)) as VirtualContent;
}

/** The adapter of the virtual platform, in its first version. */
export const virtualPlatform: AuctionPlatform = {
  manifest,
  map({ bytes }) {
    const content = decodeContent(bytes);
    return toMapped(content.first ?? content);
  },
};

/** The same adapter repaired: it reads every document as it is meant. */
export const repairedPlatform: AuctionPlatform = {
  manifest: { ...manifest, mappingVersion: 2 },
  map: ({ bytes }) => toMapped(decodeContent(bytes)),
};
