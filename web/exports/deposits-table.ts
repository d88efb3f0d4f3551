import { HOLDER_NAMES } from '#shared/domain/deposits/events.ts';
import { isLate } from '#shared/domain/deposits/refund-clock.ts';
import type { DepositLine } from '#shared/domain/deposits/totals.ts';
import type { Instant } from '#shared/domain/time.ts';
import { differenceText, dueText, townshipName } from '../pages/desk/deposits/words.ts';
import { type Cell, textOrUnknown, words, yuan } from '../report/cells.ts';
import type { Table } from '../report/table.ts';

type Column = readonly [heading: string, cell: (line: DepositLine) => Cell];

/** Deposits as a table, a row for each (保证金明细). */
export function depositsTable(
  lines: readonly DepositLine[],
  now: Instant,
  platformName: (id: string) => string,
): Table {
  const columns: readonly Column[] = [
    ['平台', ({ platform }) => words(platformName(platform))],
    ['标的', ({ title }) => textOrUnknown(title)],
    ['镇街', ({ township }) => words(townshipName(township))],
    ['竞价结束', ({ endedOn }) => textOrUnknown(endedOn)],
    ['竞买号', ({ account }) => words(account.bidder)],
    ['保管方', ({ account }) => words(HOLDER_NAMES[account.holder])],
    ['已交(元)', ({ account }) => yuan(account.counted.paid)],
    ['转价款(元)', ({ account }) => yuan(account.counted.toPrice)],
    ['转履约保证金(元)', ({ account }) => yuan(account.counted.toBond)],
    ['转出未报去向(元)', ({ account }) => yuan(account.counted.toUnsaid)],
    ['已退还(元)', ({ account }) => yuan(account.counted.refunded)],
    ['没收(元)', ({ account }) => yuan(account.counted.forfeited)],
    ['在途(元)', ({ account }) => yuan(account.counted.held)],
    ['应退', ({ account, due }) => words(dueText(due, account.counted.held, now))],
    ['超期未退', ({ account, due }) => words(isLate(due, account.counted.held, now) ? '是' : '否')],
    ['平台与登记不一致', (line) => textOrUnknown(differenceText(line) || null)],
    ['系统编号', ({ lotId }) => words(lotId)],
  ];
  return {
    headings: columns.map(([heading]) => heading),
    rows: lines.map((line) => columns.map(([, cell]) => cell(line))),
  };
}
