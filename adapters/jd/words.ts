import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { tableOf, type WordTable } from '../kit/word-table.ts';

/** `auctionStatus`: over (2) says nothing of the outcome. */
export const AUCTION_STATUS: ReadonlyMap<number, LotStatus> = new Map([
  [0, 'announced'],
  [1, 'bidding'],
  [2, 'ended'],
]);

/** `displayStatus` of a lot that goes its ordinary way. */
const SHOWN = 1;
/** One code for 终止 and 中止: only the reason tells them apart. */
const STOPPED = 7;
const DISPLAY_STATUS: ReadonlyMap<number, LotStatus> = new Map([
  [5, 'withdrawn'],
  [6, 'suspended'],
]);

/** What `displayStatus` says: nothing of note, a status, or something we do not know. */
export type DisplayReading = LotStatus | 'as usual' | 'unknown';

/** Reads `displayStatus`, with the reason (remarks) where the code alone does not say. */
export function readDisplayStatus(code: number | null | undefined, reason: string): DisplayReading {
  if (code === null || code === undefined || code === SHOWN) return 'as usual';
  if (code !== STOPPED) return DISPLAY_STATUS.get(code) ?? 'unknown';
  const [suspended, terminated] = [reason.includes('中止'), reason.includes('终止')];
  if (suspended === terminated) return 'unknown';
  return suspended ? 'suspended' : 'withdrawn';
}

/** `paimaiTimes`: 一拍, 二拍, 再次拍卖, 变卖, 破产. A bankruptcy sale does not say its round. */
export const ROUNDS: ReadonlyMap<number, Readonly<Partial<LotFacts>>> = new Map<number, Readonly<Partial<LotFacts>>>([
  [1, { round: 1, saleMode: 'ascending' }],
  [2, { round: 2, saleMode: 'ascending' }],
  [3, { round: 'again', saleMode: 'ascending' }],
  [4, { round: 'sell-off', saleMode: 'sell-off' }],
  [6, { tradeCategory: 'bankruptcy' }],
]);

/** `publishSource`: courts (7), or asset sales (0, 9) whose sellers are of every kind. */
export const SOURCES: ReadonlyMap<number, Readonly<Partial<LotFacts>>> = new Map<number, Readonly<Partial<LotFacts>>>([
  [0, {}],
  [7, { tradeCategory: 'judicial' }],
  [9, {}],
]);

/** Words that mark a name as an organisation's; a shop may also carry a person's name or a brand. */
const ORGANISATION = /法院|公司|银行|管理人|委员会|中心|政府|局$|厂$|集团|合作社|协会|交易所|事务所|拍卖行/;
const AUCTIONEER = /拍卖(?:行|.{0,12}公司)/;

/** Says whose shop it is: an auction firm (拍卖行) assists the sale, any other organisation sells. */
export function readShop(name: string): Pick<LotFacts, 'seller'> | Pick<LotFacts, 'serviceAgency'> | undefined {
  if (!ORGANISATION.test(name)) return undefined;
  return AUCTIONEER.test(name) ? { serviceAgency: name } : { seller: name };
}

const FROM_CODE = '见于爬虫代码';

/** Every code this adapter understands. */
export function describeWords(): WordTable {
  const paimaiTimes = [...ROUNDS].map(
    ([code, { round, tradeCategory }]) => [code, round ?? tradeCategory ?? 'unknown'] as const,
  );
  const publishSource = [...SOURCES].map(([code, { tradeCategory }]) => [code, tradeCategory ?? 'unknown'] as const);
  const codes = (field: string, words: Iterable<readonly [number, string | number]>) => {
    return tableOf(
      field,
      [...words].map(([code, ours]) => [String(code), ours] as const),
    ).map((pair) => ({ ...pair, note: FROM_CODE }));
  };
  return [
    ...codes('状态 auctionStatus', AUCTION_STATUS),
    ...codes('展示状态 displayStatus', DISPLAY_STATUS),
    { field: '展示状态 displayStatus', theirs: `${STOPPED} 中止`, ours: 'suspended', note: '同一代码,以原因文字区分' },
    { field: '展示状态 displayStatus', theirs: `${STOPPED} 终止`, ours: 'withdrawn', note: '同一代码,以原因文字区分' },
    ...codes('轮次 paimaiTimes', paimaiTimes),
    ...codes('来源 publishSource', publishSource),
    { field: '保留价 minPrice', theirs: '无', ours: 'none' },
  ];
}
