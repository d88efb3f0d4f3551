import type { ErrorCodeFacts } from './error-code-facts.ts';

/** What may go wrong between a lot on its platform and our record of it. */
export const COLLECTION_CODES = {
  'COLLECTION.OFF': {
    retryable: false,
    status: 409,
    title: '这个平台没有开启采集',
    wayOut: '由交易中心在平台采集页面开启;平台不允许自动访问的,请另存页面后导入。',
  },
  'COLLECTION.LISTS_ONLY': {
    retryable: false,
    status: 409,
    title: '这个平台只能读取列表',
    wayOut: '不填标的编号,读取列表;标的的变化会从列表中得到。',
  },
  'COLLECTION.PAUSED': {
    retryable: false,
    status: 409,
    title: '这个平台暂停访问',
    wayOut: '平台连续失败或要求降低频率,系统到时自动再试;着急的,请在浏览器中另存页面后导入。',
  },
  'SAME_ASSET.CHANGED': {
    retryable: false,
    status: 409,
    title: '两边的资料已有变化',
    wayOut: '请刷新页面,看过现在的依据后再决定。',
  },
  'SAME_ASSET.STATE': {
    retryable: false,
    status: 409,
    title: '现在不能这样做',
    wayOut: '这一对已有别的决定,或者依据不足,或者上架记录已经变化。请刷新页面查看。',
  },
  'SAME_ASSET.FULL': {
    retryable: false,
    status: 409,
    title: '人工合并的数量已到上限',
    wayOut: '请撤销不再需要的合并,或者联系维护人员扩大上限。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;
