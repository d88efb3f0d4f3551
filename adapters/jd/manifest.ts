import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

const JSON_REPLY = 'application/json';

/** 京东拍卖 as facts. Which of them were seen where: README.md. */
export const manifest = {
  id: 'jd',
  name: '京东拍卖',
  kind: 'marketplace',
  homepage: 'https://paimai.jd.com/',
  capabilities: {
    publish: 'handoff',
    amend: { no: 'no publishing interface is known; vendors enter lots in their own back office' },
    withdraw: { no: 'no publishing interface is known; vendors enter lots in their own back office' },
    list: 'api',
    lot: 'api',
    bids: { no: 'the fields of a bid row were never captured' },
    result: 'api',
    settlement: { no: 'no captured document shows confirmation, payment or handover' },
  },
  documentKinds: {
    list: { title: '标的列表', contentType: JSON_REPLY, rank: 10 },
    'basic-info': { title: '标的基本信息', contentType: JSON_REPLY, rank: 20 },
    realtime: { title: '竞价实时数据', contentType: JSON_REPLY, rank: 30, needsSubject: true },
    attachments: { title: '附件清单', contentType: JSON_REPLY, rank: 10 },
    vendor: { title: '店铺信息', contentType: JSON_REPLY, rank: 10, needsSubject: true },
    'expand-values': { title: '关注与围观次数', contentType: JSON_REPLY, rank: 10 },
  },
  hosts: ['paimai.jd.com', 'auction.jd.com', 'api.m.jd.com', 'storage.jd.com'],
  mappingVersion: 2,
  confidence: 'captured',
} as const satisfies PlatformManifest;
