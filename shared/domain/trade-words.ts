import type { TradeKind } from './trade.ts';

/** Kinds of trade (流转方式) in the words people use; the desk, the catalogue and printed documents say the same. */
export const TRADE_KIND_TEXT: Readonly<Record<TradeKind, string>> = {
  transfer: '转让',
  lease: '出租',
  contract_out: '承包',
  contribute_as_shares: '入股',
  mortgage: '抵押',
  joint_operation: '合作经营',
};
