import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { manifest } from './manifest.ts';

/** How the public calls behind the pages are read. */
export const fetching = {
  platform: manifest.id,
  way: 'public',
  base: 'https://paimai.caa123.org.cn',
  requestsPerMinute: 6,
  rateSource: '平台未公布限额,按每分钟 6 次自行限制',
  lists: [
    { id: 'announced', title: '湖州市,即将开始', shows: 'page' },
    { id: 'bidding', title: '湖州市,正在进行', shows: 'page' },
  ],
  listed: ['status', 'price'],
  showsBids: true,
  showsSettlement: true,
  untried:
    '接口地址与字段来自平台网页脚本和公开爬虫代码,均未实际访问;按地区筛选的参数(行政区划代码)为推测;不属拍卖会的标的(zz)只有标的信息,出价与确认书的地址未知',
} as const satisfies Fetching;
