import { type Instant, parseInstant, toEpochMs } from '#shared/domain/time.ts';
import type { ConnectionReport } from '#shared/ports/platform-publisher.ts';
import { Conformance } from './answers.ts';
import { type Caller, readAnswer } from './call.ts';

const LEVELS: Readonly<Record<string, string>> = {
  read: '读取标的',
  bids: '竞价记录',
  publish: '发布、变更、撤下',
  settlement: '成交后节点',
  events: '事件推送',
};

const LIMITS: Readonly<Record<string, string>> = {
  titleLength: '标的名称字数',
  pictures: '图片张数',
  documents: '附件个数',
  fileBytes: '单个文件字节数',
};

/** Asks the platform what it can do. @throws AppError as the port says */
export async function testConnection(ask: Caller, now: Instant): Promise<ConnectionReport> {
  const { json } = await ask({ method: 'GET', path: '/conformance' });
  const { name, levels, limits, demo, clock } = readAnswer(Conformance, json, 'GET');
  const theirs = parseInstant(clock);
  const canPublish = levels.includes('publish');
  const lines = [
    `已实现：${levels.map((level) => LEVELS[level] ?? level).join('、') || '无'}。`,
    ...(canPublish ? [] : ['没有实现发布（publish），不能经接口上架。']),
    ...(Object.keys(limits).length === 0 ? [] : [`上限：${toLimits(limits)}。`]),
    ...(theirs === undefined ? ['平台没有按约定给出时间。'] : []),
  ];
  const clockAheadMs = theirs === undefined ? null : toEpochMs(theirs) - toEpochMs(now);
  return { ok: canPublish, name, isDemo: demo, clockAheadMs, lines };
}

function toLimits(limits: Conformance['limits']): string {
  return Object.entries(limits)
    .map(([name, most]) => `${LIMITS[name] ?? name} ${most}`)
    .join('，');
}
