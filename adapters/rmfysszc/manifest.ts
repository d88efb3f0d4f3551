import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

const COURTS_ONLY = { no: 'judicial sales only: courts enter their lots themselves' } as const;

/** 人民法院诉讼资产网 as facts. Which of them were seen where: README.md. */
export const manifest = {
  id: 'rmfysszc',
  name: '人民法院诉讼资产网',
  kind: 'marketplace',
  homepage: 'https://www.rmfysszc.gov.cn/',
  capabilities: {
    publish: COURTS_ONLY,
    amend: COURTS_ONLY,
    withdraw: COURTS_ONLY,
    list: 'page',
    lot: { no: 'no detail page was ever captured' },
    bids: { no: 'no captured document shows a bid' },
    result: 'page',
    settlement: { no: 'confirmations are known by their address only' },
  },
  documentKinds: {
    list: { title: '项目列表', contentType: 'application/json', rank: 20 },
  },
  hosts: ['www1.rmfysszc.gov.cn', 'www.rmfysszc.gov.cn'],
  mappingVersion: 1,
  confidence: 'captured',
} as const satisfies PlatformManifest;
