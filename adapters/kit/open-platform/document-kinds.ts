import type { DocumentKind } from '#shared/ports/auction-platform.ts';

/** Kinds of document of the interface; what is closer to the lot ranks higher. */
export const INTERFACE_KINDS = {
  lots: { title: '标的列表', contentType: 'application/json', rank: 20 },
  lot: { title: '标的', contentType: 'application/json', rank: 30 },
  bids: { title: '竞价记录', contentType: 'application/json', rank: 30 },
  result: { title: '竞价结果', contentType: 'application/json', rank: 40 },
  settlement: { title: '成交后节点', contentType: 'application/json', rank: 40 },
  deposits: { title: '保证金台账', contentType: 'application/json', rank: 40 },
  event: { title: '推送事件', contentType: 'application/json', rank: 50 },
} as const satisfies Readonly<Record<string, DocumentKind>>;
