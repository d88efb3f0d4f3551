import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { manifest } from './manifest.ts';

/** Reading the desktop site as facts. What of it was seen where: README.md. */
export const fetching = {
  platform: manifest.id,
  way: 'public',
  base: 'https://sf.taobao.com',
  requestsPerMinute: 6,
  rateSource: '未见平台公布的访问频率，按每分钟 6 次估计；平台另有许可的以许可为准。',
  lists: [
    { id: 'assets', title: '资产拍卖（湖州）', shows: 'page' },
    { id: 'judicial', title: '司法拍卖（湖州）', shows: 'page' },
  ],
  listed: ['status', 'price'],
  showsBids: true,
  showsSettlement: false,
  untried:
    '只与演示平台联调过，从未访问该平台：列表与标的页的地址、翻页来自 2018 年以来的爬虫代码，按地市筛选未试过；机房地址常被拒绝访问。',
} as const satisfies Fetching;
