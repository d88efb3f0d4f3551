import type { HealthState, Incident } from '../../domain/collection/incident.ts';
import { addMs, formatBeijingText, type Instant } from '../../domain/time.ts';
import { adviceOn, placeText } from './health-words.ts';

/** Whether a platform is read live: `unconnected` its interface is not connected, `unreadable` nobody can read it but people. */
export type Reading = 'active' | 'off' | 'unconnected' | 'unreadable';

/** The tasks of a platform in numbers. */
export interface TaskCounts {
  readonly tasks: number;
  /** Tasks whose moment passed more than two minutes ago. */
  readonly late: number;
  /** When the oldest of those was due; `null`: none is late. */
  readonly oldestDueAt: Instant | null;
  /** Tasks whose last request failed. */
  readonly failing: number;
  /** When the platform last answered as it should: how old its data is at most; `null`: never. */
  readonly answeredAt: Instant | null;
}

/** Facts that documents of a kind used to state and the newest does not. */
export interface SilentKind {
  readonly kind: string;
  /** Chinese. */
  readonly title: string;
  readonly facts: readonly string[];
}

/** Everything that is known of how a platform is read. */
export interface HealthFindings {
  readonly reading: Reading;
  /** Why it is gone for good; `null` while it is there. */
  readonly retired: string | null;
  readonly lists: readonly { readonly id: string; readonly title: string }[];
  /** Until when it is left alone; `null`: it may be asked. */
  readonly pausedUntil: Instant | null;
  /** Those that stand. */
  readonly incidents: readonly Incident[];
  readonly tasks: TaskCounts;
  readonly silent: readonly SilentKind[];
  /** Documents newer than every good answer that could not be read as a whole, or in some rows. */
  readonly unread: { readonly refused: number; readonly withRows: number };
  /** Lots of the platform that we know, and the newest number it stated itself. */
  readonly lots: number;
  readonly total: { readonly listed: number; readonly at: Instant } | null;
}

/** One reason why a platform's data is as it is. */
export interface HealthReason {
  /** Stable: the code of an incident, or `SOURCE.…`, `PLATFORM.PAUSED`, `TASKS.LATE`, `FACTS.SILENT`, `DOCUMENTS.…`, `TOTAL.SHORT`. */
  readonly code: string;
  readonly state: HealthState;
  /** Chinese: why. */
  readonly text: string;
  /** Chinese: what to do, which is nothing where the system helps itself. */
  readonly todo: string;
  /** Names of the facts meant, where it is about facts. */
  readonly facts?: readonly string[];
}

/** A platform's data, judged. */
export interface Judged {
  readonly state: HealthState;
  /** The gravest first; empty where all is well. */
  readonly reasons: readonly HealthReason[];
}

/** From bad to good. */
const GRAVEST_FIRST = ['blocked', 'drifting', 'degraded', 'healthy'] as const satisfies readonly HealthState[];

const KEPT_OUT: readonly string[] = [
  'PLATFORM.BLOCKED',
  'DOCUMENT.BLOCKED',
  'PLATFORM.REFUSED',
  'PLATFORM.FORBIDDEN_ADDRESS',
];
const NOT_UNDERSTOOD: readonly string[] = ['DOCUMENT.DRIFT', 'DOCUMENT.ENCODING', 'DOCUMENT.KIND_UNKNOWN'];

/** A total is of one moment and lots come page by page: what is short for less than an hour may be on its way. */
const SHORT_MS = 3_600_000;

function stateOf(code: string): HealthState {
  if (KEPT_OUT.includes(code)) return 'blocked';
  return NOT_UNDERSTOOD.includes(code) ? 'drifting' : 'degraded';
}

function ofIncident(incident: Incident, lists: HealthFindings['lists']): HealthReason {
  const { code, count, firstAt } = incident;
  const { text, todo } = adviceOn(code);
  const times = count === 1 ? '' : `,共 ${count} 次`;
  const where = placeText(incident, lists);
  return { code, state: stateOf(code), text: `${where}:${text},自 ${formatBeijingText(firstAt)}${times}`, todo };
}

function ofTasks({ late, oldestDueAt }: TaskCounts, isPaused: boolean): readonly HealthReason[] {
  if (late === 0 || oldestDueAt === null || isPaused) return [];
  const text = `${late} 项读取晚点,最早的应在 ${formatBeijingText(oldestDueAt)}`;
  const todo = '系统按先后补上,无需处理;经常出现的,请与平台商定更高的访问频率。';
  return [{ code: 'TASKS.LATE', state: 'degraded', text, todo }];
}

/** Nothing is known to be wrong, but nothing was read yet either. */
function ofBeginning({ answeredAt }: TaskCounts): readonly HealthReason[] {
  if (answeredAt !== null) return [];
  const todo = '系统每分钟安排一次读取,请稍后再看。';
  return [{ code: 'SOURCE.NEW', state: 'degraded', text: '已开启,还没有读到数据', todo }];
}

function ofPause(until: Instant | null): readonly HealthReason[] {
  if (until === null) return [];
  const text = `暂停访问至 ${formatBeijingText(until)}`;
  const todo = '平台连续失败、要求降低频率或不让访问;系统到时自动再试,着急的请另存页面后导入。';
  return [{ code: 'PLATFORM.PAUSED', state: 'degraded', text, todo }];
}

function ofDocuments({ silent, unread }: HealthFindings): readonly HealthReason[] {
  const todo = '原始文件已保存。请维护人员修订该平台的读取规则,之后自动补上;逐条内容见待核数据。';
  const refused: readonly HealthReason[] =
    unread.refused === 0
      ? []
      : [{ code: 'DOCUMENTS.REFUSED', state: 'drifting', text: `最近有 ${unread.refused} 份文件读不懂`, todo }];
  const rows: readonly HealthReason[] =
    unread.withRows === 0
      ? []
      : [{ code: 'DOCUMENTS.ROWS', state: 'degraded', text: `最近有 ${unread.withRows} 份文件中部分行读不懂`, todo }];
  const facts = silent.map(({ title, facts: names }): HealthReason => {
    const text = `${title}不再写明以前都写明的 ${names.length} 项内容`;
    return { code: 'FACTS.SILENT', state: 'drifting', text, todo, facts: names };
  });
  return [...refused, ...facts, ...rows];
}

function ofTotal({ lots, total, tasks }: HealthFindings, now: Instant): readonly HealthReason[] {
  if (tasks.answeredAt === null || total === null || lots >= total.listed) return [];
  if (addMs(total.at, SHORT_MS) > now) return [];
  const text = `平台自报 ${total.listed} 个标的(${formatBeijingText(total.at)}),本系统只有 ${lots} 个`;
  const todo = '系统继续读取列表补上;一直缺少的,请在浏览器中打开列表,另存后导入。';
  return [{ code: 'TOTAL.SHORT', state: 'degraded', text, todo }];
}

const NOT_READ: Readonly<Record<Exclude<Reading, 'active'>, HealthReason>> = {
  off: {
    code: 'SOURCE.OFF',
    state: 'off',
    text: '没有开启采集',
    todo: '平台允许按约定的频率访问公开页面的,由交易中心在本平台的采集页面开启;不允许的,请另存页面后导入。',
  },
  unconnected: {
    code: 'SOURCE.UNCONNECTED',
    state: 'off',
    text: '没有对接这个平台的接口',
    todo: '在平台对接中填写并启用后自动读取;其间由平台推送,或提供结果文件导入。',
  },
  unreadable: {
    code: 'SOURCE.UNREADABLE',
    state: 'off',
    text: '系统不自动读取这个平台',
    todo: '由平台推送,或另存页面、取得结果文件后导入。',
  },
};

/**
 * Judges how a platform's data is (平台健康), the gravest reason deciding. A platform that nobody reads has but that one reason:
 * what of its files could not be read waits on the board of its own.
 */
export function judgeHealth(findings: HealthFindings, now: Instant): Judged {
  const { retired, reading, incidents, lists, tasks, pausedUntil } = findings;
  if (retired !== null) {
    const todo = '不再访问这个平台,已有数据保留。';
    return {
      state: 'retired',
      reasons: [{ code: 'SOURCE.RETIRED', state: 'retired', text: `已停用:${retired}`, todo }],
    };
  }
  if (reading !== 'active') return { state: 'off', reasons: [NOT_READ[reading]] };
  const all = [
    ...incidents.map((incident) => ofIncident(incident, lists)),
    ...ofPause(pausedUntil),
    ...ofTasks(tasks, pausedUntil !== null),
    ...ofDocuments(findings),
    ...ofTotal(findings, now),
    ...ofBeginning(tasks),
  ];
  const reasons = GRAVEST_FIRST.flatMap((state) => all.filter((reason) => reason.state === state));
  return { state: reasons[0]?.state ?? 'healthy', reasons };
}
