import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

const BY_WORD = {
  no: 'a package announces a lot; changes and withdrawals are told to the platform in person',
} as const;

/** 阿里拍卖 as facts. Which of them were seen where: README.md. */
export const manifest = {
  id: 'alibaba',
  name: '阿里拍卖',
  kind: 'marketplace',
  homepage: 'https://sf.taobao.com/',
  capabilities: {
    publish: {
      api: 'partner calls of the open platform, which make a draft; written after its documents, never tried with an account',
      otherwise: 'handoff',
    },
    amend: BY_WORD,
    withdraw: BY_WORD,
    list: 'page',
    lot: 'page',
    bids: 'page',
    result: 'page',
    settlement: { no: 'confirmation and handover are shown nowhere; payment only in one call of the open platform' },
  },
  documentKinds: {
    home: { title: '首页', contentType: 'text/html', rank: 10 },
    list: { title: '列表页', contentType: 'text/html', rank: 20 },
    item: { title: '标的详情页', contentType: 'text/html', rank: 30 },
    'bid-records': { title: '竞买记录', contentType: 'text/plain', rank: 40, needsSubject: true },
    'open-platform': { title: '开放平台查询结果', contentType: 'application/json', rank: 40 },
    statistics: { title: '司法拍卖统计', contentType: 'application/json', rank: 10 },
  },
  hosts: ['sf.taobao.com', 'susong-item.taobao.com', 'zc-item.taobao.com', 'zc-paimai.taobao.com', 'paimai.taobao.com'],
  mappingVersion: 3,
  confidence: 'captured',
} as const satisfies PlatformManifest;
