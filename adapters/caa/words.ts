import type { LotStatus } from '#shared/domain/lot-status.ts';
import { tableOf, type WordTable } from '../kit/word-table.ts';

/** A code of `lotStatus` and `state`, as the platform words it, and ours. */
interface LotCode {
  readonly word: string;
  readonly status: LotStatus;
}

/**
 * The platform's own eight states, in the order its script lists them. 已中止 (4) is a sale that stands still: it may go on, and
 * is not 已撤拍 (5), though a crawler of 2026 takes it for that.
 */
const LOT_CODES: ReadonlyMap<string, LotCode> = new Map([
  ['0', { word: '即将开始', status: 'announced' }],
  ['1', { word: '正在进行', status: 'bidding' }],
  ['2', { word: '已流拍', status: 'passed-in' }],
  ['3', { word: '已成交', status: 'sold' }],
  ['4', { word: '已中止', status: 'suspended' }],
  ['5', { word: '已撤拍', status: 'withdrawn' }],
  ['6', { word: '已暂缓', status: 'suspended' }],
  ['7', { word: '已暂停', status: 'suspended' }],
]);

/** Reads a code of `lotStatus` or `state`. */
export function readLotCode(code: string): LotStatus | undefined {
  return LOT_CODES.get(code.trim())?.status;
}

/** `lotMode` of a lot whose price is that of one unit (单价乘数量). What other modes mean is not known. */
export const BY_UNIT = '1';

const FROM_SCRIPT = '见于平台网页脚本,未见回复';

/** Every word this adapter understands. */
export function describeWords(): WordTable {
  const codes = [...LOT_CODES].map(([code, { word, status }]) => [`${code} ${word}`, status] as const);
  return [
    ...tableOf('状态 lotStatus、state', codes).map((pair) => ({ ...pair, note: FROM_SCRIPT })),
    { field: '计价 lotMode', theirs: '1 单价×数量', ours: 'per_unit', note: '单位为年、月、亩/年时按该计价方式' },
    { field: '出价 isBack', theirs: '回退', ours: 'taken-back', note: FROM_SCRIPT },
  ];
}
