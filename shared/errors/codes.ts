import { COLLECTION_CODES } from './collection-codes.ts';
import { DESK_CODES } from './desk-codes.ts';
import { DOCUMENT_CODES } from './document-codes.ts';
import type { ErrorCodeFacts } from './error-code-facts.ts';
import { HOST_CODES } from './host-codes.ts';
import { PLACEMENT_CODES } from './placement-codes.ts';
import { SETTLEMENT_CODES } from './settlement-codes.ts';

/** The one error tree (错误码): codes are stable, a new meaning gets a new code. */
export const ERROR_CODES = {
  'REQUEST.INVALID': {
    retryable: false,
    status: 400,
    title: '请求内容有误',
    wayOut: '按 errors 中指出的位置改正后重新提交。',
  },
  'CURSOR.INVALID': {
    retryable: false,
    status: 400,
    title: '翻页位置无效',
    wayOut: '翻页位置只能用于给出它的那组筛选条件和排序;去掉 cursor 从第一页重新读取。',
  },
  'LOT.END_UNKNOWN': {
    retryable: false,
    status: 404,
    title: '平台没有给出结束时间',
    wayOut: '没有结束时间就没有日程;平台公布结束时间后再试。',
  },
  'ACCESS.UNAUTHENTICATED': {
    retryable: false,
    status: 401,
    title: '未登录或凭证无效',
    wayOut: '本机运行时,凭证在数据目录的 token 文件中;请在运行系统的同一台机器、用同一个 DATA_DIR 再试。',
  },
  'ACCESS.CROSS_SITE': {
    retryable: false,
    status: 403,
    title: '请求来自别的网站',
    wayOut: '请在本系统的页面上操作;刷新页面后再试。',
  },
  'ACCESS.DENIED': {
    retryable: false,
    status: 403,
    title: '没有权限',
    wayOut: '此操作需要其他角色,请联系资产管理部门开通。',
  },
  'RESOURCE.NOT_FOUND': {
    retryable: false,
    status: 404,
    title: '没有找到',
    wayOut: '核对地址或编号;刚导入的内容请稍候几秒再刷新。',
  },
  'MESSAGE.INVALID': {
    retryable: false,
    status: 422,
    title: '队列消息格式不符',
    wayOut: '消息已留在死信队列;核对发送方的版本后重新投递。',
  },
  'STORE.CONTENTION': {
    retryable: true,
    status: 503,
    title: '同一记录正被多处修改',
    wayOut: '系统会自动重试,无需处理。',
  },
  'STORE.UNAVAILABLE': {
    retryable: true,
    status: 503,
    title: '存储暂时不可用',
    wayOut: '系统会自动重试;持续出现请检查存储服务。',
  },
  'QUEUE.UNAVAILABLE': {
    retryable: true,
    status: 503,
    title: '消息队列暂时不可用',
    wayOut: '系统会自动重试;持续出现请检查队列服务。',
  },
  'SNAPSHOT.MISSING': {
    retryable: true,
    status: 503,
    title: '目录快照缺失',
    wayOut: '稍后再试;持续出现请检查快照存储。',
  },
  'FEES.INVALID': {
    retryable: false,
    status: 500,
    title: '收费标准有误',
    wayOut: '按 details 中的 schedule 找到该收费标准,改正 problem 指出之处;改正前不计算费用。',
  },
  'FEES.TIED': {
    retryable: false,
    status: 500,
    title: '两份收费标准同时适用',
    wayOut:
      '同一平台的两份收费标准在同一天对同一笔交易都适用且不分先后;给其中一份更高的 priority,或改其条件或生效日期。',
  },
  'REPORT.TOO_LARGE': {
    retryable: false,
    status: 422,
    title: '内容太多,一次答不完',
    wayOut: '缩短期间,或增加镇街、类别等筛选条件后再试。',
  },
  ...DESK_CODES,
  ...DOCUMENT_CODES,
  ...HOST_CODES,
  ...PLACEMENT_CODES,
  ...COLLECTION_CODES,
  ...SETTLEMENT_CODES,
  'INTERNAL.UNEXPECTED': {
    retryable: true,
    status: 500,
    title: '系统内部错误',
    wayOut: '请带上请求编号(instance)联系维护人员。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;

/** A stable error code. */
export type ErrorCode = keyof typeof ERROR_CODES;
