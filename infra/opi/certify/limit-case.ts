import { type Case, refusal } from './case.ts';

const BURST = 150;

/** 限流. It asks quickly, so it runs last. */
export const limitCase: Case = {
  id: 'read.limit',
  level: 'read',
  title: '限流时说明何时再来',
  paragraph: '约定：429、Retry-After',
  expected: '超出频率时 429，application/problem+json，Retry-After 为秒数',
  advice: '限流的答复带 Retry-After；不要断开连接，也不要答 200 的验证页面。',
  run: async ({ client }) => {
    const replies = await Promise.all(
      Array.from({ length: BURST }, () => client.ask('/conformance', { isPatient: false })),
    );
    const odd = replies.find(({ status }) => status !== 200 && status !== 429);
    if (odd !== undefined) return `连续请求得到答复 ${odd.status}`;
    const limited = replies.find(({ status }) => status === 429);
    if (limited === undefined) return undefined;
    if (!/^\d{1,4}$/.test(limited.header('retry-after') ?? '')) return '429 没有 Retry-After 秒数';
    return refusal(limited, 429);
  },
};
