import type { ErrorCodeFacts } from './error-code-facts.ts';

/** What may go wrong between a lot on its platform and our record of it. */
export const COLLECTION_CODES = {
  'COLLECTION.OFF': {
    retryable: false,
    status: 409,
    title: '这个平台没有开启采集',
    wayOut: '由交易中心在平台采集页面开启;平台不允许自动访问的,请另存页面后导入。',
  },
  'COLLECTION.PAUSED': {
    retryable: false,
    status: 409,
    title: '这个平台暂停访问',
    wayOut: '平台连续失败或要求降低频率,系统到时自动再试;着急的,请在浏览器中另存页面后导入。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;
