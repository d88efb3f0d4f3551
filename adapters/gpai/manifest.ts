import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

const NOT_OURS = {
  no: 'no publishing interface and no form is known; courts and the auction firms they appoint enter lots themselves',
} as const;

/** 公拍网 as facts. What is known of it and from where: README.md. */
export const manifest = {
  id: 'gpai',
  name: '公拍网',
  kind: 'marketplace',
  homepage: 'https://www.gpai.net/sf/',
  capabilities: {
    publish: NOT_OURS,
    amend: NOT_OURS,
    withdraw: NOT_OURS,
    list: 'page',
    lot: 'page',
    bids: { no: 'the table of bids is filled by a call whose answer was never captured' },
    result: 'page',
    settlement: 'page',
  },
  documentKinds: {
    list: { title: '搜索列表页', contentType: 'text/html', rank: 20 },
    item: { title: '拍品详情页', contentType: 'text/html', rank: 30 },
  },
  hosts: ['www.gpai.net', 's.gpai.net'],
  mappingVersion: 1,
  confidence: 'assumed',
} as const satisfies PlatformManifest;
