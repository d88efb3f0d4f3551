import type { ResultFileMapping } from '#adapters/kit/result-file-mapping.ts';

/** A mapping with one column of every kind. */
export const MAPPING: ResultFileMapping = {
  version: 1,
  columns: [
    { theirs: ['编号', '标的号'], ours: 'externalId' },
    { theirs: ['名称'], ours: 'title' },
    { theirs: ['结果'], ours: 'status' },
    { theirs: ['轮次'], ours: 'round' },
    { theirs: ['方式'], ours: 'saleMode' },
    { theirs: ['起拍价(元)'], ours: 'startPrice', unit: 'yuan' },
    { theirs: ['成交价(元)'], ours: 'hammerPrice', unit: 'yuan' },
    { theirs: ['成交价(万元)'], ours: 'hammerPrice', unit: 'wan' },
    { theirs: ['保证金'], ours: 'deposit' },
    { theirs: ['评估价(元)'], ours: 'appraisal', unit: 'yuan' },
    { theirs: ['计价'], ours: 'priceBasis' },
    { theirs: ['出价次数'], ours: 'bidCount' },
    { theirs: ['竞买人数'], ours: 'registrationCount' },
    { theirs: ['开始'], ours: 'startsAt' },
    { theirs: ['结束'], ours: 'endsAt' },
    { theirs: ['付款日'], ours: 'paidAt' },
    { theirs: ['委托方'], ours: 'seller' },
    { theirs: ['面积'], ours: 'area' },
    { theirs: ['面积(亩)'], ours: 'area', unit: 'mu' },
    { theirs: ['场所'], ours: 'venue' },
  ],
  required: ['status'],
  words: {
    status: { 成交: 'sold', 流拍: 'passed-in', 悔拍: 'defaulted', 公告: 'announced' },
    round: { 一拍: 1, 变卖: 'sell-off' },
    saleMode: { 竞价: 'ascending', 协议: 'agreement' },
    tradeCategory: {},
    assetClass: {},
    tradeKind: {},
    venue: { 线上: 'online', 现场: 'on-site' },
  },
};

/** A CSV file of one heading row and rows below it. */
export function aCsv(headings: readonly string[], ...rows: readonly (readonly string[])[]): Uint8Array {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return Buffer.from([headings, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n'));
}
