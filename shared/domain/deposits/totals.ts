import { type Fen, fen, type Ppm, ppm } from '../money.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { DepositAccount } from './accounts.ts';
import { addColumns, type DepositColumns, NOTHING_PAID } from './columns.ts';
import { isLate, type RefundDue } from './refund-clock.ts';

/** One deposit (笔): of one bidder of one lot at one holder. */
export interface DepositLine {
  readonly lotId: string;
  readonly platform: string;
  readonly title: string | null;
  readonly township: string | null;
  /** Beijing day bidding ended; `null`: not yet, or not known. */
  readonly endedOn: LocalDate | null;
  readonly account: DepositAccount;
  readonly due: RefundDue;
}

/** How many deposits, and how much of them. */
export interface Amount {
  readonly count: number;
  readonly fen: Fen;
}

/** What some deposits come to. */
export interface DepositTotals {
  /** 笔数. */
  readonly count: number;
  /** 户数: bidders by lot, for a bidder's number is of one lot only. */
  readonly bidders: number;
  readonly columns: DepositColumns;
  /** 超期未退. */
  readonly late: Amount;
  /** Held, and nobody can say when it is due. */
  readonly undetermined: Amount;
  /** The platform and people say different things. */
  readonly differing: number;
  /** 应退: what went back, and what should have by now. */
  readonly owed: Fen;
  /**
   * 清退率 at the moment: refunded of what was owed by then, cut off and never rounded up, so that it is whole only when
   * nothing is open past its day. `null`: nothing was owed.
   */
  readonly refundRate: Ppm | null;
}

const WHOLE = 1_000_000n;

function amountOf(lines: readonly DepositLine[]): Amount {
  return { count: lines.length, fen: fen(lines.reduce((sum, { account }) => sum + account.counted.held, 0)) };
}

/** Adds deposits up. @throws RangeError beyond safe integers */
export function totalsOf(lines: readonly DepositLine[], now: Instant): DepositTotals {
  const columns = lines.reduce((sum, { account }) => addColumns(sum, account.counted), NOTHING_PAID);
  const late = amountOf(lines.filter(({ account, due }) => isLate(due, account.counted.held, now)));
  const open = lines.filter(({ account }) => account.counted.held > 0);
  const owed = fen(columns.refunded + late.fen);
  return {
    count: lines.length,
    bidders: new Set(lines.map(({ lotId, account }) => `${account.bidder}@${lotId}`)).size,
    columns,
    late,
    undetermined: amountOf(open.filter(({ due }) => due.kind === 'undetermined')),
    differing: lines.filter(({ account }) => account.differences.length > 0).length,
    owed,
    refundRate: owed === 0 ? null : ppm(Number((BigInt(columns.refunded) * WHOLE) / BigInt(owed))),
  };
}
