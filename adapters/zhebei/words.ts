import type { AssetClass, Round, TradeKind } from '#shared/domain/trade.ts';
import { describeWords as openPlatformWords } from '../kit/open-platform/words.ts';
import { tableOf, type WordTable } from '../kit/word-table.ts';
import { resultFileMapping } from './result-file-mapping.ts';

/** What a notice's words say of the asset. */
const ASSET_WORDS: readonly (readonly [string, AssetClass])[] = [
  ['店面', 'shop'],
  ['商铺', 'shop'],
  ['店铺', 'shop'],
  ['门面房', 'shop'],
  ['厂房', 'factory'],
  ['办公用房', 'office'],
  ['办公楼', 'office'],
  ['仓库', 'warehouse'],
  ['农贸市场', 'market'],
  ['鱼塘', 'fish_pond'],
  ['轿车', 'vehicle'],
  ['客车', 'vehicle'],
  ['车辆', 'vehicle'],
];

/** What a notice's words say the buyer gets. */
const KIND_WORDS: readonly (readonly [string, TradeKind])[] = [
  ['租赁权', 'lease'],
  ['租赁使用权', 'lease'],
  ['承租权', 'lease'],
  ['招租', 'lease'],
  ['出租', 'lease'],
  ['承包经营权', 'contract_out'],
  ['发包', 'contract_out'],
  ['转让', 'transfer'],
];

/** Rounds a notice's title may name; 第2期 numbers the seller's sales and is none. */
const ROUND_WORDS: readonly (readonly [string, Round])[] = [
  ['第一次拍卖', 1],
  ['第二次拍卖', 2],
  ['再次拍卖', 'again'],
  ['重新拍卖', 'again'],
];

/** The class all words of a text agree on; unsaid when they do not. */
export function readAssetClass(text: string): AssetClass | undefined {
  return agreed(text, ASSET_WORDS);
}

export function readTradeKind(text: string): TradeKind | undefined {
  return agreed(text, KIND_WORDS);
}

export function readRound(title: string): Round | undefined {
  return agreed(title, ROUND_WORDS);
}

/**
 * Whose property it is, from the seller's name and the notice's words. 国有土地 speaks of the land under a house, not of
 * the seller. Unsaid when neither or both are named.
 */
export function readTradeCategory(seller: string | undefined, text: string): 'collective' | 'state' | undefined {
  const isCollective = /经济合作社|村民委员会|村委会|村$/.test(seller ?? '');
  const isState = /国有(?:资产|资本|企业|独资|控股|房产|房屋|资金)/.test(text);
  if (isCollective === isState) return undefined;
  return isCollective ? 'collective' : 'state';
}

/** Every word this adapter understands. */
export function describeWords(): WordTable {
  const { words } = resultFileMapping;
  const own = { note: '我方建议的表格用词,未见过该平台的真实文件' };
  const fields = [
    ['成交结果表:交易结果', words.status],
    ['成交结果表:轮次', words.round],
    ['成交结果表:交易方式', words.saleMode],
    ['成交结果表:交易类别', words.tradeCategory],
    ['成交结果表:资产类别', words.assetClass],
    ['成交结果表:流转方式', words.tradeKind],
    ['成交结果表:交易场所', words.venue],
  ] as const;
  return [
    ...tableOf('公告:资产类别', ASSET_WORDS),
    ...tableOf('公告:流转方式', KIND_WORDS),
    ...tableOf('公告:轮次', ROUND_WORDS),
    ...fields.flatMap(([field, list]) => tableOf(field, Object.entries(list)).map((pair) => ({ ...pair, ...own }))),
    ...openPlatformWords().map((row) => ({ ...row, field: `开放平台接口:${row.field}` })),
  ];
}

function agreed<T>(text: string, words: readonly (readonly [string, T])[]): T | undefined {
  const found = new Set(words.filter(([word]) => text.includes(word)).map(([, ours]) => ours));
  return found.size === 1 ? [...found][0] : undefined;
}
