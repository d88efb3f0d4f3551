import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { manifest } from './manifest.ts';

/** How the public pages are read. */
export const fetching = {
  platform: manifest.id,
  way: 'public',
  base: 'https://www.gpai.net',
  requestsPerMinute: 3,
  rateSource: '平台未公布限额;公开爬虫代码称翻页过快会出现滑块验证,按每分钟 3 次自行限制',
  lists: [
    { id: 'announced', title: '湖州市,即将开始', shows: 'page' },
    { id: 'bidding', title: '湖州市,正在拍卖', shows: 'page' },
  ],
  listed: ['price'],
  showsBids: false,
  showsSettlement: true,
  untried:
    '页面地址、参数和位置来自公开爬虫代码,未实际访问;平台拒绝机房地址(403),首次访问先给会话标识再转回;翻页可能出现滑块验证,出现即停止,不作处理',
} as const satisfies Fetching;
