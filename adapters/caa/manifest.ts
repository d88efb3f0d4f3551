import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

const NOT_READ = { no: 'no reply of the platform was ever captured, so none is read yet' } as const;
const BY_WORD = { no: 'no publishing interface is known; auction firms enter lots in their own back office' } as const;

/** 中拍平台 as facts. What is known of it and from where: README.md. */
export const manifest = {
  id: 'caa',
  name: '中拍平台',
  // The sales there are auctions of auction firms.
  kind: 'auction-house',
  homepage: 'https://paimai.caa123.org.cn/',
  capabilities: {
    publish: 'handoff',
    amend: BY_WORD,
    withdraw: BY_WORD,
    list: NOT_READ,
    lot: NOT_READ,
    bids: NOT_READ,
    result: NOT_READ,
    settlement: NOT_READ,
  },
  documentKinds: {},
  hosts: ['paimai.caa123.org.cn'],
  mappingVersion: 1,
  confidence: 'documented',
} as const satisfies PlatformManifest;
