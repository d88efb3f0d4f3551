import { type Instant, parseInstant, toEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
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

/** A clock further off makes signatures and end times doubtful. */
const TOLERATED_MS = 60_000;

const FAILURES: Readonly<Partial<Record<ErrorCode, string>>> = {
  'PLATFORM.REFUSED': '平台不接受这个密钥，或这个地址上没有开放平台接口；请核对地址和密钥。',
  'PLATFORM.RATE_LIMITED': '平台要求降低访问频率，请稍后再试。',
  'PLATFORM.UNAVAILABLE': '连不上平台，或平台没有按接口答复；请核对地址，或请平台查看。',
  'PLATFORM.FORBIDDEN_ADDRESS': '这个地址不允许访问：须为 https 的公网地址；政务网等内网地址须先由维护人员登记。',
};

/** Asks the platform what it can do. A failure is a report too: whoever set up the connection reads it. */
export async function testConnection(ask: Caller, now: Instant): Promise<ConnectionReport> {
  try {
    const { json } = await ask({ method: 'GET', path: '/conformance' });
    return toReport(readAnswer(Conformance, json, 'GET'), now);
  } catch (error) {
    const line = error instanceof AppError ? FAILURES[error.code] : undefined;
    if (!(error instanceof AppError) || line === undefined) throw error;
    const { status } = error.details;
    const lines = [status === undefined ? line : `${line}（HTTP ${String(status)}）`];
    return { ok: false, name: null, isDemo: false, clockAheadMs: null, lines };
  }
}

function toReport({ name, levels, limits, demo, clock }: Conformance, now: Instant): ConnectionReport {
  const theirs = parseInstant(clock);
  const clockAheadMs = theirs === undefined ? null : toEpochMs(theirs) - toEpochMs(now);
  const canPublish = levels.includes('publish');
  const lines = [
    `平台自称“${name}”。`,
    ...(demo ? ['这是演示平台，其上的标的和出价都不是真的。'] : []),
    `已实现：${levels.map((level) => LEVELS[level] ?? level).join('、') || '无'}。`,
    ...(canPublish ? [] : ['没有实现发布（publish），不能经接口上架。']),
    ...(Object.keys(limits).length === 0 ? [] : [`上限：${toLimits(limits)}。`]),
    toClockLine(clockAheadMs),
  ];
  return { ok: canPublish, name, isDemo: demo, clockAheadMs, lines };
}

function toLimits(limits: Conformance['limits']): string {
  return Object.entries(limits)
    .map(([name, most]) => `${LIMITS[name] ?? name} ${most}`)
    .join('，');
}

function toClockLine(aheadMs: number | null): string {
  if (aheadMs === null) return '平台没有按约定给出时间。';
  if (Math.abs(aheadMs) < TOLERATED_MS) return '平台时钟与本系统一致（相差不到一分钟）。';
  return `平台时钟比本系统${aheadMs > 0 ? '快' : '慢'} ${Math.round(Math.abs(aheadMs) / 1_000)} 秒，请双方校时。`;
}
