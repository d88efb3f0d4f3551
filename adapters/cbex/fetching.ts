import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { manifest } from './manifest.ts';

/** Reading the exchange's public pages as facts. What of it was seen where: README.md. */
export const fetching = {
  platform: manifest.id,
  way: 'public',
  base: 'https://www.cbex.com.cn',
  requestsPerMinute: 6,
  rateSource: '未见平台公布的访问频率，按每分钟 6 次估计；平台另有许可的以许可为准。',
  lists: [
    { id: 'equity-deals', title: '产权转让成交结果公示', shows: 'page' },
    { id: 'asset-deals', title: '实物资产成交结果公示', shows: 'page' },
  ],
  listed: ['status', 'price', 'outcome'],
  showsBids: false,
  showsSettlement: false,
  untried:
    '从未访问该平台：地址与字段来自 2022 至 2026 年的爬虫代码和一次采集。网站前常有防护脚本，遇到即停。成交公示每类只读最新 5 页；正在竞价的标的没有列表，须先导入其竞价页面，才会继续跟踪。',
} as const satisfies Fetching;
