import type { Fetching } from '#shared/domain/collection/fetching.ts';

/** Facts about reading through the interface, data only. */
export function openPlatformFetching(platform: string): Fetching {
  return {
    platform,
    way: 'connection',
    base: null,
    requestsPerMinute: 6,
    rateSource: '以平台对接中填写的每分钟次数为准；没有填写的按每分钟 6 次。',
    lists: [{ id: 'changes', title: '有变化的标的', shows: 'changes' }],
    listed: ['status', 'price', 'outcome'],
    showsBids: true,
    showsSettlement: true,
    untried: '只与演示平台联调过，从未与该平台联调；接口是我方提出的，平台是否采用尚不知道。',
  };
}
