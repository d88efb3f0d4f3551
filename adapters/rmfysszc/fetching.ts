import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { manifest } from './manifest.ts';

/** Reading the list of lots as facts. What of it was seen where: README.md. */
export const fetching = {
  platform: manifest.id,
  way: 'public',
  base: 'https://www1.rmfysszc.gov.cn',
  requestsPerMinute: 6,
  rateSource: '未见平台公布的访问频率，按每分钟 6 次估计；平台另有许可的以许可为准。',
  lists: [{ id: 'zhejiang', title: '浙江省项目', shows: 'page' }],
  listed: ['status', 'price', 'outcome'],
  listsOnly: true,
  showsBids: false,
  showsSettlement: false,
  untried:
    '从未访问该平台：请求的字段来自 2018 年至 2024 年的爬虫代码，按省筛选的回复只见过广东省一份；网站前有防护脚本，机房地址可能被拒绝访问。',
} as const satisfies Fetching;
