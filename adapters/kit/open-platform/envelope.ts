import * as z from 'zod/mini';
import * as type from './field-types.ts';
import { EVENT_TYPES } from './words.ts';

const { maybe, meaning } = type;

const present = z.unknown().check(z.refine((value) => typeof value === 'object' && value !== null));

const head = {
  schema: meaning('文档类型与版本', z.string()),
  platformTime: meaning('平台服务器时间，文档生成之时', type.instant),
};

const page = {
  ...head,
  total: maybe('全部条数', type.count),
  nextCursor: maybe('下一页游标；末页不填', z.string()),
};

/** What stands around the rows of each document. Rows are read one by one, so that a bad one harms no other. */
export const ENVELOPES = {
  'opi.lot.v1': z.object({ ...head, lot: meaning('标的', present) }),
  'opi.lots.v1': z.object({ ...page, lots: meaning('本页标的', z.array(z.unknown())) }),
  'opi.bids.v1': z.object({
    ...page,
    lotId: meaning('平台标的编号', type.id),
    bids: meaning('本页出价', z.array(z.unknown())),
  }),
  'opi.result.v1': z.object({ ...head, result: meaning('结果', present) }),
  'opi.settlement.v1': z.object({ ...head, settlement: meaning('成交后节点', present) }),
  'opi.deposits.v1': z.object({
    ...head,
    lotId: meaning('平台标的编号', type.id),
    deposits: meaning('每个竞买号一行，全部给出', z.array(z.unknown())),
  }),
} as const;

/** A pushed event; `data` is one of the documents above, whole. */
export const EventEnvelope = z.object({
  schema: meaning('文档类型与版本', z.string()),
  id: meaning('事件编号，重发时不变', type.id),
  type: meaning('事件类型', type.word(EVENT_TYPES)),
  occurredAt: meaning('事件发生时间', type.instant),
  data: meaning('与事件类型对应的完整文档', present),
});
