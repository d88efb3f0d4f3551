import { readOpenPlatformDocument } from '#adapters/open-platform.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { Conformance } from '../schemas.ts';
import { type Bench, type Case, field, refusal, rows, saw } from './case.ts';

type DocumentSchema = Parameters<typeof readOpenPlatformDocument>[1];

/** Complains of what our own reader would not take, by pointer. */
function unreadable(value: unknown, schema: DocumentSchema): string | undefined {
  try {
    const [bad] = readOpenPlatformDocument(value, schema).quarantined;
    return bad && `${schema} 的 ${bad.path}：${bad.reason}`;
  } catch (thrown) {
    const { at, found, reason, first } = toAppError(thrown).details;
    return `${schema} 不可读：${[at, found, reason, first].filter((part) => part !== undefined).join(' ') || '格式不符'}`;
  }
}

/** Reads one document and complains of what is wrong with it. */
async function document(bench: Bench, path: string, schema: DocumentSchema) {
  const reply = await bench.client.ask(path);
  return { reply, wrong: reply.status === 200 ? unreadable(reply.json, schema) : saw(reply) };
}

async function perLot(bench: Bench, check: (id: string) => Promise<string | undefined>) {
  for (const id of bench.lotIds) {
    const wrong = await check(encodeURIComponent(id));
    if (wrong !== undefined) return `标的 ${id}：${wrong}`;
  }
  return undefined;
}

async function bidsKeepIds(bench: Bench, id: string): Promise<string | undefined> {
  const first = await document(bench, `/lots/${id}/bids`, 'opi.bids.v1');
  if (first.wrong !== undefined) return first.wrong;
  const again = await bench.client.ask(`/lots/${id}/bids`);
  const ids = new Set(rows(again.json, 'bids').map((bid) => field(bid, 'bidId')));
  const lost = rows(first.reply.json, 'bids').filter((bid) => !ids.has(field(bid, 'bidId')));
  return lost.length === 0 ? undefined : `再次读取时 ${lost.length} 次出价的编号变了`;
}

async function resultFitsBids(bench: Bench, id: string): Promise<string | undefined> {
  const { reply, wrong } = await document(bench, `/lots/${id}/result`, 'opi.result.v1');
  if (reply.status === 404) return field(reply.json, 'code') === 'result.none' ? undefined : saw(reply);
  if (wrong !== undefined) return wrong;
  const result = field(reply.json, 'result');
  if (field(result, 'outcome') !== 'sold' || field(result, 'saleMode') !== 'ascending') return undefined;
  const page = await bench.client.ask(`/lots/${id}/bids`);
  if (page.status !== 200) return saw(page);
  const valid = rows(page.json, 'bids').filter((bid) => field(bid, 'standing') !== 'taken-back');
  const top = Math.max(...valid.map((bid) => Number(field(bid, 'priceFen'))));
  const hammer = Number(field(result, 'hammerPriceFen'));
  // A page of bids may not hold the highest one.
  if (field(page.json, 'nextCursor') !== undefined || valid.length === 0) return undefined;
  return top === hammer ? undefined : `成交价 ${hammer} 分，最高有效出价 ${top} 分`;
}

/** Cases of the levels `read` and `bids`. */
export const readCases: readonly Case[] = [
  {
    id: 'read.auth',
    level: 'read',
    title: '没有密钥或密钥不对时拒绝',
    paragraph: '约定：Authorization',
    expected: '401，application/problem+json',
    advice: '对每个请求先核对 Authorization: Bearer，不符即答 401。',
    run: async ({ client }) => {
      const none = refusal(await client.ask('/lots', { headers: { authorization: undefined } }), 401);
      return none ?? refusal(await client.ask('/lots', { headers: { authorization: 'Bearer wrong' } }), 401);
    },
  },
  {
    id: 'read.version',
    level: 'read',
    title: '不支持的接口版本被拒绝',
    paragraph: '约定：OPI-Version',
    expected: '400，application/problem+json',
    advice: '请求头 OPI-Version 不是 1 时答 400，不要按版本 1 处理。',
    run: async ({ client }) => refusal(await client.ask('/lots', { headers: { 'opi-version': '999' } }), 400),
  },
  {
    id: 'read.conformance',
    level: 'read',
    title: '说明自己的等级、上限与时钟',
    paragraph: 'GET /conformance',
    expected: '200，字段齐全',
    advice: '按接口文件中 Conformance 的字段答复。',
    run: async ({ client }) => {
      const reply = await client.ask('/conformance');
      const [issue] = Conformance.safeParse(reply.json).error?.issues ?? [];
      return reply.status === 200 ? issue && `/${issue.path.join('/')} 不符` : saw(reply);
    },
  },
  {
    id: 'read.lots',
    level: 'read',
    title: '标的列表可读，金额、时刻与词均合约定',
    paragraph: 'GET /lots，opi.lots.v1',
    expected: '200，每一行都可读',
    advice: '按指出的字段改正：金额为整数分，时刻带时差，词取自词表。',
    run: async (bench) => (await document(bench, '/lots', 'opi.lots.v1')).wrong,
  },
  {
    id: 'read.lot',
    needsLots: true,
    level: 'read',
    title: '单个标的可读',
    paragraph: 'GET /lots/{lotId}，opi.lot.v1',
    expected: '200，文档可读',
    advice: '按指出的字段改正。',
    run: (bench) => perLot(bench, async (id) => (await document(bench, `/lots/${id}`, 'opi.lot.v1')).wrong),
  },
  {
    id: 'bids.identity',
    needsLots: true,
    level: 'bids',
    title: '出价可读，编号始终不变',
    paragraph: 'GET /lots/{lotId}/bids，opi.bids.v1',
    expected: '同一次出价每次读取编号相同',
    advice: '出价入库时给定编号，不要在读取时生成。',
    run: (bench) => perLot(bench, (id) => bidsKeepIds(bench, id)),
  },
  {
    id: 'bids.result',
    needsLots: true,
    level: 'bids',
    title: '结果与出价记录一致',
    paragraph: 'GET /lots/{lotId}/result，opi.result.v1',
    expected: '成交价等于最高有效出价；未结束时 404 result.none',
    advice: '结果由有效出价得出；判定无效的出价标为 taken-back。',
    run: (bench) => perLot(bench, (id) => resultFitsBids(bench, id)),
  },
  {
    id: 'settlement.documents',
    needsLots: true,
    level: 'settlement',
    title: '成交后节点可读，保证金逐户闭合',
    paragraph: 'GET /lots/{lotId}/settlement、/deposits',
    expected: '已交 = 转价款 + 已退 + 没收 + 未处理',
    advice: '每个竞买号一行，每一分钱恰在一列。',
    run: (bench) => perLot(bench, (id) => settlementCloses(bench, id)),
  },
];

async function settlementCloses(bench: Bench, id: string): Promise<string | undefined> {
  const settlement = await document(bench, `/lots/${id}/settlement`, 'opi.settlement.v1');
  return settlement.wrong ?? (await document(bench, `/lots/${id}/deposits`, 'opi.deposits.v1')).wrong;
}
