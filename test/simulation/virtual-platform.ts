import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { AuctionPlatform, MappedDocument, PlatformManifest } from '#shared/ports/auction-platform.ts';

const page = (title: string, rank: number) => ({ title, contentType: 'application/json', rank });

/** A platform that exists only here; its documents are written in our own words already. */
export const manifest = {
  id: 'virtual',
  name: '虚拟平台',
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
  documentKinds: { list: page('列表', 1), lot: page('详情', 5), bids: page('竞买记录', 5), result: page('结果', 9) },
  hosts: ['example.invalid'],
  mappingVersion: 1,
  confidence: 'assumed',
} as const satisfies PlatformManifest;

export type VirtualKind = keyof typeof manifest.documentKinds;

/** What a virtual document says: it maps to this, or it is refused so. */
export type VirtualContent = { readonly says: MappedDocument } | { readonly refused: ErrorCode };

export function encodeContent(content: VirtualContent): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content));
}

/** The adapter of the virtual platform. */
export const virtualPlatform: AuctionPlatform = {
  manifest,
  map({ bytes }) {
    const content = JSON.parse(new TextDecoder().decode(bytes)) as VirtualContent;
    if ('refused' in content) throw new AppError(content.refused, 'simulated: a page that cannot be read');
    return content.says;
  },
};
