import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { manifest } from './manifest.ts';

/** Reading the calls of the site as facts. What of it was seen where: README.md. */
export const fetching = {
  platform: manifest.id,
  way: 'public',
  base: 'https://api.m.jd.com',
  requestsPerMinute: 6,
  rateSource: '未见平台公布的访问频率，按每分钟 6 次估计；平台另有许可的以许可为准。',
  lists: [
    { id: 'commercial', title: '商业资产（浙江）', shows: 'page' },
    { id: 'state', title: '国有资产（浙江）', shows: 'page' },
  ],
  listed: ['status', 'price'],
  showsBids: false,
  showsSettlement: false,
  untried:
    '只与演示平台联调过，从未访问该平台：列表接口是否要求签名，2026 年的两份代码说法相反，系统不签名；列表回复从未见过，字段来自爬虫代码；单个标的的接口无需签名。',
} as const satisfies Fetching;
