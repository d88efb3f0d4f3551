import type { AuditFinding } from '#shared/domain/events/audit.ts';
import type { AuditReport } from './verify.ts';

const FAULT_WORDS: Readonly<Record<AuditFinding['fault'], string>> = {
  sequence: '序号不连续',
  previous: '与前一条接不上',
  hash: '内容与它的校验值不符',
  time: '时间早于前一条',
  'cut-off': '封存过,现在没有了',
  'sealed-differs': '与封存的校验值不同',
  'stream-missing': '整本记录不见了',
  'day-missing': '前一天没有封存',
  'day-previous': '与前一天的摘要接不上',
  'day-head': '摘要与它的内容不符',
};

/** One line for one thing that is wrong: which log, which event, which day, and what. */
export function findingLine({ stream, sequence, day, fault }: AuditFinding): string {
  const where = [
    ...(stream === null ? [] : [`记录 ${stream}`]),
    ...(sequence === null ? [] : [`第 ${sequence} 条`]),
    ...(day === null ? [] : [`${day} 的封存`]),
  ];
  return `${where.join(' ')}: ${FAULT_WORDS[fault]}`;
}

/** The report for people. */
export function auditLines({ logs, events, days, newest, findings }: AuditReport): readonly string[] {
  const result = findings.length === 0 ? '全部一致' : `有 ${findings.length} 处不符`;
  return [
    `记录 ${logs} 本,共 ${events} 条;已封存 ${days} 天: ${result}`,
    ...findings.map((finding) => `  ${findingLine(finding)}`),
    ...(newest === null ? [] : [`最近一天 ${newest.day} 的摘要: ${newest.head}`]),
  ];
}
