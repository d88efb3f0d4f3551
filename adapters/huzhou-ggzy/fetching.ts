import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { manifest } from './manifest.ts';

/** Reading the site's notices as facts. What of it was seen where: README.md. */
export const fetching = {
  platform: manifest.id,
  way: 'public',
  base: 'https://ggzy.huzhou.gov.cn',
  requestsPerMinute: 6,
  rateSource: '未见网站公布的访问频率，按每分钟 6 次估计；网站另有许可的以许可为准。',
  lists: [
    { id: 'announcements', title: '农村综合产权交易公告', shows: 'page' },
    { id: 'results', title: '农村综合产权交易公示', shows: 'page' },
  ],
  listed: [],
  outcomesApart: true,
  showsBids: false,
  showsSettlement: false,
  untried:
    '从未访问该网站：栏目地址（037001、037002）与页面结构来自 2019 至 2021 年的爬虫代码，当时为 http，现按 https 访问；哪个栏目是公告、哪个是公示为推测。每个栏目只读最新 5 页。成交结果只在公示中，另成一条。',
} as const satisfies Fetching;
