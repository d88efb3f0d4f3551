import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

const BY_WORD = { no: 'sellers list through the exchange itself; no interface for it is known' } as const;

/** 北京产权交易所 as facts. Which of them were seen where: README.md. */
export const manifest = {
  id: 'cbex',
  name: '北京产权交易所',
  kind: 'public-platform',
  homepage: 'https://www.cbex.com.cn/',
  capabilities: {
    publish: BY_WORD,
    amend: BY_WORD,
    withdraw: BY_WORD,
    list: 'page',
    lot: 'page',
    bids: { no: 'bids are counted only; no document that lists them was ever captured' },
    result: 'page',
    settlement: { no: 'the confirmation of a sale is known by its address only' },
  },
  documentKinds: {
    'bid-info': { title: '竞价实时数据', contentType: 'application/json', rank: 30, needsSubject: true },
    'detail-info': { title: '报名与围观人数', contentType: 'application/json', rank: 10, needsSubject: true },
    state: { title: '竞价状态', contentType: 'text/html', rank: 40, needsSubject: true },
    deals: { title: '成交结果公示', contentType: 'text/html', rank: 40 },
  },
  hosts: ['www.cbex.com.cn', 'otc.cbex.com'],
  mappingVersion: 1,
  confidence: 'documented',
} as const satisfies PlatformManifest;
