import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

const JSON_REPLY = 'application/json';
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
    list: 'api',
    lot: 'api',
    bids: 'api',
    result: 'api',
    settlement: 'api',
  },
  documentKinds: {
    list: { title: '标的列表', contentType: JSON_REPLY, rank: 20 },
    lot: { title: '标的信息', contentType: JSON_REPLY, rank: 25, needsSubject: true },
    current: { title: '竞价实时信息', contentType: JSON_REPLY, rank: 30, needsSubject: true },
    'price-log': { title: '竞价记录', contentType: JSON_REPLY, rank: 30, needsSubject: true },
    confirmation: { title: '竞价成功确认书', contentType: JSON_REPLY, rank: 40, needsSubject: true },
  },
  hosts: ['paimai.caa123.org.cn'],
  mappingVersion: 1,
  confidence: 'assumed',
} as const satisfies PlatformManifest;
