import type { ErrorCodeFacts } from './error-code-facts.ts';

/** What may go wrong after a sale: milestones, contracts, deposits, reconciliation. */
export const SETTLEMENT_CODES = {
  'SETTLEMENT.STATE': {
    retryable: false,
    status: 409,
    title: '当前状态不允许这样做',
    wayOut: '刷新页面,看清现在的状态再操作。',
  },
  'SETTLEMENT.OWNER_UNKNOWN': {
    retryable: false,
    status: 409,
    title: '还不知道是哪个单位的标的',
    wayOut: '请交易中心先在本标的页面指定产权单位,材料要归在它名下。',
  },
  'PERSONAL.UNREADABLE': {
    retryable: false,
    status: 500,
    title: '加密保存的身份信息读不出来',
    wayOut: '密钥不对或内容被改动过。请系统管理员核对密钥;确实丢失的,请重新录入竞得人信息。',
  },
  'DEPOSITS.UNBALANCED': {
    retryable: false,
    status: 422,
    title: '保证金对不平',
    wayOut: '已交应等于转价款、退还、没收与在途之和;按 errors 指出的竞买号改正。',
  },
  'RECONCILIATION.CHANGED': {
    retryable: false,
    status: 409,
    title: '对账内容已经变化',
    wayOut: '刷新页面,按现在的数字重新核对;已经一致的不用了结。',
  },
  'NOTICE.UNSET': {
    retryable: false,
    status: 409,
    title: '这种通知方式还没有设置好',
    wayOut: '邮件请维护人员填写发信服务器;短信和群机器人请在通知页面登记,并由维护人员按名称存入密钥。',
  },
  'NOTICE.REFUSED': {
    retryable: false,
    status: 502,
    title: '对方拒收通知',
    wayOut: '请核对地址、密钥、短信签名和模板以及群机器人的安全设置,改好后在通知页面重新发送。',
  },
  'NOTICE.UNREACHABLE': {
    retryable: true,
    status: 502,
    title: '通知没有送达',
    wayOut: '系统会再试几次;一直如此请维护人员检查发信服务器和网络。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;
