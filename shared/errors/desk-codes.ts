import type { ErrorCodeFacts } from './error-code-facts.ts';

/** What may go wrong at the desk. */
export const DESK_CODES = {
  'COMMAND.CONFLICT': {
    retryable: false,
    status: 412,
    title: '内容已被别人修改',
    wayOut: '您打开之后又有人修改过;请刷新页面,核对新内容后再保存。您刚才填写的内容没有写入。',
  },
  'COMMAND.KEY_REUSED': {
    retryable: false,
    status: 422,
    title: '重复的提交编号',
    wayOut: '同一个提交编号(Idempotency-Key)已用于另一项内容;请刷新页面后重新提交。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;
