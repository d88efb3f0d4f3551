import type { Certificate, Finding } from './run.ts';

const MARKS = { kept: '符合', broken: '不符', skipped: '未检' } as const satisfies Record<Finding['outcome'], string>;

/** A certificate as an engineer reads it: what is broken with what to do, then a count. */
export function reportLines({ platform, claimed, findings, passed }: Certificate): readonly string[] {
  const count = (outcome: Finding['outcome']) => findings.filter((one) => one.outcome === outcome).length;
  return [
    `平台：${platform}`,
    `声明的等级：${claimed.join('、') || '无'}`,
    ...findings.flatMap(lines),
    `符合 ${count('kept')} 项，不符 ${count('broken')} 项，未检 ${count('skipped')} 项`,
    passed ? '结论：所检各项均符合' : '结论：不符合，请按上面的建议改正后重新检验',
  ];
}

function lines({ outcome, id, title, paragraph, expected, found, advice }: Finding): readonly string[] {
  const head = `[${MARKS[outcome]}] ${id} ${title}`;
  if (outcome === 'kept') return [head];
  if (outcome === 'skipped') return [`${head}：${found}`];
  return [head, `    依据：${paragraph}`, `    应为：${expected}`, `    实为：${found}`, `    怎么改：${advice}`];
}
