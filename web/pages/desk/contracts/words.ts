import { type ContractEvent, ENDING_NAMES } from '#shared/domain/contract/contract.ts';
import { dayText } from '#shared/domain/rules/date-words.ts';
import { PURPOSE_NAMES } from '#shared/domain/settlement/party.ts';
import type { ContractRow } from '#shared/services/contract/list-contracts.ts';

/** Address of the page of a contract. */
export function contractAddress(id: string): string {
  return `/desk/contracts/${id}`;
}

/** What a person may do on the page of a contract, by the last part of its address. */
export const CONTRACT_ACTS = {
  correction: { type: 'corrected', label: '更正合同' },
  end: { type: 'ended', label: '登记终止' },
  lessee: { type: 'lessee-kept', label: '登记承租人' },
  renewal: { type: 'renewal-drafted', label: '建续租挂牌草稿' },
} as const;
export type ContractAct = keyof typeof CONTRACT_ACTS;

/** Acts with a form of their own; the renewal is one button. */
export const ACTS_WITH_FORMS = ['correction', 'end', 'lessee'] as const satisfies readonly ContractAct[];

/** How long a contract still runs, or since when it has run out. */
export function leftText({ state, daysLeft }: Pick<ContractRow, 'state' | 'daysLeft'>): string {
  if (state === 'ended') return '';
  if (daysLeft < 0) return `已过 ${-daysLeft} 天`;
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`;
}

/** What happened, in one line. */
export function contractWords({ type, data }: ContractEvent): string {
  switch (type) {
    case 'entered':
      return '登记合同';
    case 'corrected':
      return `更正合同,原因:${data.reason}`;
    case 'ended':
      return `${ENDING_NAMES[data.how]}:${dayText(data.on)},${data.reason}`;
    case 'renewal-drafted':
      return '建续租挂牌草稿';
    case 'lessee-kept':
      return '登记承租人信息(加密保存)';
    case 'lessee-read':
      return `查看承租人信息,用途:${PURPOSE_NAMES[data.purpose]}`;
  }
}
