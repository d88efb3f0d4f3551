import type { ErrorCodeFacts } from './error-code-facts.ts';

/** What may go wrong after a sale: milestones, contracts, deposits, reconciliation. */
export const SETTLEMENT_CODES = {
  'SETTLEMENT.STATE': {
    retryable: false,
    status: 409,
    title: '当前状态不允许这样做',
    wayOut: '刷新页面,看清现在的状态再操作。',
  },
  'DEPOSITS.UNBALANCED': {
    retryable: false,
    status: 422,
    title: '保证金对不平',
    wayOut: '已交应等于转价款、退还、没收与在途之和;按 errors 指出的竞买号改正。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;
