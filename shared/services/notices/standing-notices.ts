import type { Caller } from '../../domain/caller.ts';
import { isLate } from '../../domain/deposits/refund-clock.ts';
import type { DepositLine } from '../../domain/deposits/totals.ts';
import { fen, formatYuan } from '../../domain/money.ts';
import { lineOf, type Notice } from '../../domain/notices/notice.ts';
import { dayOf } from '../../domain/rules/periods.ts';
import { MILESTONE_NAMES } from '../../domain/settlement/milestone.ts';
import type { MilestoneStanding } from '../../domain/settlement/standing.ts';
import type { Instant } from '../../domain/time.ts';
import { type ContractRow, listContracts } from '../contract/list-contracts.ts';
import { readDeposits } from '../deposits/read-deposits.ts';
import { readSettlements, type SettlementRow } from '../settlement/board.ts';
import type { NoticePorts } from './notice-ports.ts';
import type { LotReach } from './reach-of-lots.ts';

const UNNAMED = '名称未知的标的';

/** Deposits that should have gone back (超期未退): one notice for all of a lot that were due on the same day. */
function refundNotices(lines: readonly DepositLine[], reachOf: LotReach, now: Instant): readonly Notice[] {
  const late = lines.flatMap((line) => {
    const { due, account } = line;
    return due.kind === 'due' && isLate(due, account.counted.held, now) ? [{ ...line, day: due.day }] : [];
  });
  const groups = Map.groupBy(late, ({ lotId, day }) => `${lotId}.${day}`);
  return [...groups].flatMap(([id, [first, ...others]]): readonly Notice[] => {
    if (first === undefined) return [];
    const { lotId, platform, title, day } = first;
    const bidders = new Set([first, ...others].map(({ account }) => account.bidder)).size;
    const held = fen([first, ...others].reduce((sum, { account }) => sum + account.counted.held, 0));
    const name = lineOf(title, UNNAMED);
    return [
      {
        kind: 'refund-overdue',
        id,
        subject: `保证金超期未退:${name}`,
        body: `${name}:${bidders} 户共 ${formatYuan(held)} 元保证金应于 ${day} 前退还,至今未退。`,
        path: `/desk/deposits/${lotId}`,
        reached: reachOf(lotId),
        platform,
      },
    ];
  });
}

function stepNotice(row: SettlementRow, { milestone, due }: MilestoneStanding, reachOf: LotReach): readonly Notice[] {
  if (due.kind !== 'due') return [];
  const [day, name, step] = [dayOf(due.at), lineOf(row.title, UNNAMED), MILESTONE_NAMES[milestone]];
  return [
    {
      kind: 'step-overdue',
      id: `${row.lotId}.${milestone}.${day}`,
      subject: `${step}超期:${name}`,
      body: `${name}:${step}应于 ${day} 前完成(${due.words},${due.citation}),至今没有记录。`,
      path: `/desk/settlement/${row.lotId}`,
      reached: reachOf(row.lotId),
      platform: row.platform,
    },
  ];
}

/** Steps after a sale that should have been taken (超期未办). */
function stepNotices(rows: readonly SettlementRow[], reachOf: LotReach): readonly Notice[] {
  return rows.flatMap((row) =>
    row.standings.filter(({ state }) => state === 'overdue').flatMap((standing) => stepNotice(row, standing, reachOf)),
  );
}

/** Leases that run out (到期提醒), by the newest of the reminders due: one that was entered late is told of once. */
function contractNotices(rows: readonly ContractRow[]): readonly Notice[] {
  return rows.flatMap(({ contract, owner, assetName, daysLeft, reminder }): readonly Notice[] => {
    if (reminder === null) return [];
    const { number, endsOn } = contract.terms;
    const name = lineOf(assetName, lineOf(owner.name, '未登记资产'));
    const left = daysLeft < 0 ? '已经到期,还没有处理' : `还有 ${daysLeft} 天到期`;
    return [
      {
        kind: 'contract-expiring',
        id: `${contract.id}.${endsOn}.${reminder.days}`,
        subject: `合同${left}:${name}`,
        body: `${name}的合同(${lineOf(number, '无编号')})于 ${endsOn} 到期,${left}。可在合同页面起草续签挂牌。`,
        path: `/desk/contracts/${contract.id}`,
        reached: owner,
        platform: null,
      },
    ];
  });
}

/** Everything of the desk that stands and is to be told. */
export async function findStanding(
  caller: Caller,
  ports: NoticePorts,
  reachOf: () => Promise<LotReach>,
): Promise<readonly Notice[]> {
  const [deposits, settlements, contracts, reach] = await Promise.all([
    readDeposits(caller, ports),
    readSettlements(caller, ports),
    listContracts(caller, ports),
    reachOf(),
  ]);
  return [
    ...refundNotices(deposits.lines, reach, deposits.now),
    ...stepNotices(settlements, reach),
    ...contractNotices(contracts),
  ];
}
