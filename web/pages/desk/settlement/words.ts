import { dayText, momentText } from '#shared/domain/rules/date-words.ts';
import { MILESTONE_NAMES, type MILESTONES } from '#shared/domain/settlement/milestone.ts';
import { PURPOSE_NAMES } from '#shared/domain/settlement/party.ts';
import type { SettlementEvent, SettlementEventType } from '#shared/domain/settlement/settlement.ts';
import type { MilestoneState } from '#shared/domain/settlement/standing.ts';
import type { StatedTerm } from '#shared/domain/settlement/stated-term.ts';
import type { BoardState } from '#shared/services/settlement/board.ts';
import { moneyText, timeText } from '../../../format.ts';

/** Chinese words of the states of milestones. */
export const MILESTONE_STATE_NAMES: Readonly<Record<MilestoneState, string>> = {
  kept: '按时',
  late: '逾期办理',
  short: '期限不足',
  overdue: '超期未办',
  open: '未到期',
  undetermined: '无法判断',
  'not-needed': '不需要',
};

/** Chinese words of the states of the board. */
export const BOARD_STATE_NAMES: Readonly<Record<BoardState, string>> = {
  overdue: '有超期未办',
  open: '办理中',
  done: '已办结',
  defaulted: '悔拍',
  awaiting: '待登记结果',
};

/** Address of the page of one lot after its sale. */
export function settlementAddress(lotId: string): string {
  return `/desk/settlement/${lotId}`;
}

/** What a person may do on the page of a lot, by the last part of its address. */
export const SETTLEMENT_ACTS = {
  milestone: { type: 'recorded', label: '登记节点' },
  correction: { type: 'corrected', label: '更正节点' },
  sale: { type: 'sale-recorded', label: '登记拍卖结果' },
  'sale-correction': { type: 'sale-corrected', label: '更正拍卖结果' },
  term: { type: 'term-stated', label: '登记约定期限' },
  winner: { type: 'winner-kept', label: '登记竞得人' },
  default: { type: 'defaulted', label: '登记悔拍' },
  owner: { type: 'owner-named', label: '指定产权单位' },
} as const satisfies Readonly<Record<string, { readonly type: SettlementEventType; readonly label: string }>>;
export type SettlementAct = keyof typeof SETTLEMENT_ACTS;

/** The acts in the order of their buttons. */
export const ACTS_IN_ORDER = Object.keys(SETTLEMENT_ACTS) as readonly SettlementAct[];

/** What terms are counted from. */
export const TERM_STARTS: Readonly<Record<StatedTerm['from'], string>> = {
  soldAt: '成交',
  confirmedAt: MILESTONE_NAMES.confirmedAt,
  publicityStartsAt: MILESTONE_NAMES.publicityStartsAt,
  publicityEndsAt: MILESTONE_NAMES.publicityEndsAt,
  contractSignedAt: MILESTONE_NAMES.contractSignedAt,
  paidAt: MILESTONE_NAMES.paidAt,
};

function milestoneName(milestone: (typeof MILESTONES)[number]): string {
  return MILESTONE_NAMES[milestone];
}

function noteText(note: string | null): string {
  return note === null ? '' : `;${note}`;
}

/** What happened, in one line. */
export function settlementWords({ type, data }: SettlementEvent): string {
  switch (type) {
    case 'recorded':
      return `登记${milestoneName(data.milestone)}:${momentText(data.on)}${noteText(data.note)}`;
    case 'corrected':
      return `更正${milestoneName(data.milestone)}为${momentText(data.on)},原因:${data.reason}${noteText(data.note)}`;
    case 'sale-recorded':
    case 'sale-corrected': {
      const reason = type === 'sale-corrected' ? `,更正原因:${data.reason}` : '';
      const result = data.outcome === 'sold' ? `成交,${moneyText(data.hammerFen, null)}` : '流拍';
      const bidders = data.bidders === null ? '' : `,竞买人 ${data.bidders} 名`;
      return `登记拍卖结果:${timeText(data.endedAt)} ${result}${bidders}${reason}${noteText(data.note)}`;
    }
    case 'defaulted':
      return `登记悔拍:${dayText(data.on)},${data.reason}`;
    case 'term-stated': {
      const unit = data.unit === 'working_day' ? '个工作日' : '日';
      return `登记约定期限:${TERM_STARTS[data.from]}后${data.value}${unit}${milestoneName(data.milestone)}(${data.source})`;
    }
    case 'owner-named':
      return '指定产权单位';
    case 'winner-kept':
      return '登记竞得人信息(加密保存)';
    case 'winner-read':
      return `查看竞得人信息,用途:${PURPOSE_NAMES[data.purpose]}`;
  }
}
