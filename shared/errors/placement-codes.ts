import type { ErrorCodeFacts } from './error-code-facts.ts';

/** What may go wrong between an approved listing and its platform. */
export const PLACEMENT_CODES = {
  'PLACEMENT.REFUSED': {
    retryable: false,
    status: 422,
    title: '平台没有受理',
    wayOut: '按 errors 逐项改正;条件已批准的,由交易中心退回后改正,或改为人工移交。',
  },
  'PLACEMENT.STATE': {
    retryable: false,
    status: 409,
    title: '上架的当前状态不允许这样做',
    wayOut: '刷新页面,看清现在的状态再操作。',
  },
  'PLACEMENT.AT_PLATFORM': {
    retryable: false,
    status: 409,
    title: '标的可能已在平台上',
    wayOut: '请在上架看板中申请撤下;平台确认撤下后,挂牌才会撤回。',
  },
  'PLATFORM.ANSWER_LOST': {
    retryable: true,
    status: 502,
    title: '平台没有给出答复',
    wayOut: '请求可能已经生效;系统会先查后发,仍不能确认时请人工到平台核对。',
  },
  'CONNECTION.MISSING': {
    retryable: false,
    status: 409,
    title: '平台没有对接',
    wayOut: '请在平台对接中填写接口地址和密钥名称并启用;在此之前按人工移交办理。',
  },
  'SECRET.MISSING': {
    retryable: false,
    status: 409,
    title: '没有这个名称的密钥',
    wayOut: '请维护人员按平台对接中填写的名称存入密钥,再测试连接。',
  },
  'SECRET.UNAVAILABLE': {
    retryable: true,
    status: 503,
    title: '暂时读不到密钥',
    wayOut: '稍后再试;一直如此请维护人员检查密钥存放处。',
  },
  'EVENT.FORGED': {
    retryable: false,
    status: 401,
    title: '推送事件的签名或时间不对',
    wayOut: '请核对签名密钥与服务器时间;签名按 Standard Webhooks,时间与本系统相差不得超过 5 分钟。',
  },
  'EVENT.CONFLICT': {
    retryable: false,
    status: 409,
    title: '同一编号的推送事件内容不同',
    wayOut: '重发时编号(webhook-id)和内容须与第一次完全相同;新的事件请用新的编号。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;
