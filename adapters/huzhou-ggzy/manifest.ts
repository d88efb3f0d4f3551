import type { PlatformManifest } from '#shared/ports/auction-platform.ts';

const BY_WORD = { no: 'listings are handed in at the trading centre; no interface for them is known' } as const;

/** 湖州市公共资源交易网 as facts. Which of them were seen where: README.md. */
export const manifest = {
  id: 'huzhou-ggzy',
  name: '湖州市公共资源交易网',
  kind: 'public-platform',
  homepage: 'https://ggzy.huzhou.gov.cn/',
  capabilities: {
    publish: BY_WORD,
    amend: BY_WORD,
    withdraw: BY_WORD,
    list: 'page',
    lot: 'page',
    bids: { no: 'the site publishes notices only; none lists bids' },
    result: 'page',
    settlement: 'page',
  },
  documentKinds: {
    list: { title: '公告列表页', contentType: 'text/html', rank: 10 },
    notice: { title: '农村产权交易公告或公示', contentType: 'text/html', rank: 30, needsSubject: true },
  },
  hosts: ['ggzy.huzhou.gov.cn'],
  mappingVersion: 1,
  confidence: 'assumed',
} as const satisfies PlatformManifest;
