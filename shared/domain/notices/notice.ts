import type { Reached } from '../people/reach.ts';

/**
 * What people are told of (通知): result of a lot 成交或流拍, deposits not refunded in time, a step after the sale not taken in
 * time, a lease that runs out, a platform whose data is no longer understood, a platform that keeps us out.
 */
export const NOTICE_KINDS = [
  'result',
  'refund-overdue',
  'step-overdue',
  'contract-expiring',
  'drift',
  'blocked',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** `test` is what the office sends to see whether an address works; nobody is told of it by rule. */
export type AnyNoticeKind = NoticeKind | 'test';

export const NOTICE_KIND_NAMES: Readonly<Record<AnyNoticeKind, string>> = {
  result: '竞价结果',
  'refund-overdue': '保证金超期未退',
  'step-overdue': '成交后事项超期',
  'contract-expiring': '合同到期提醒',
  drift: '平台格式变化',
  blocked: '平台不让访问',
  test: '测试消息',
};

/** Pages on which all of a kind are listed. */
export const NOTICE_KIND_PAGES: Readonly<Record<AnyNoticeKind, string>> = {
  result: '/',
  'refund-overdue': '/desk/deposits',
  'step-overdue': '/desk/settlement',
  'contract-expiring': '/desk/contracts',
  drift: '/desk/collection',
  blocked: '/desk/collection',
  test: '/desk/notices',
};

/** Ways a notice goes: mail 邮件, SMS 短信, the robots of 钉钉 and 企业微信 groups. */
export const CHANNELS = ['mail', 'sms', 'dingtalk', 'wecom'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  mail: '邮件',
  sms: '短信',
  dingtalk: '钉钉群机器人',
  wecom: '企业微信群机器人',
};

/**
 * One thing to tell. It follows from the state of the record: whoever computes it again gets the same id. Never in it: the
 * name of a bidder or winner, an account number.
 */
export interface Notice {
  readonly kind: AnyNoticeKind;
  /** What it is about and which version of that: unique among those of its kind. */
  readonly id: string;
  /** Chinese, one line. */
  readonly subject: string;
  /** Chinese, a line or two. */
  readonly body: string;
  /** Page of ours, beginning with a slash. */
  readonly path: string;
  /** Whose things it is about: decides which people in a role are told. */
  readonly reached: Reached;
  /** Platform it is about; `null`: of none. */
  readonly platform: string | null;
}

/** How long one thing of a text may be. */
const LONGEST_TITLE = 60;

/** Outside text as a part of one line: no line ends or controls, cut where it is long. */
export function lineOf(text: string | null, otherwise: string): string {
  const line = (text ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (line === '') return otherwise;
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE)}…` : line;
}
