import type { Command } from './command.ts';

/** The help text, Chinese and English side by side. */
export function helpText(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, usage, chinese, english }) => [
    `  ${name} ${usage}`,
    `      ${chinese}`,
    `      ${english}`,
  ]);
  return [
    '用法 / usage: npm run -s hub -- <command>',
    '',
    ...lines,
    '  help',
    '      显示本说明 / show this text',
    '',
    '退出码 / exit codes: 0 完成 done; 1 被拒绝,标准错误输出 problem JSON / refused, problem JSON on stderr; 2 用法有误 / wrong usage',
    '环境变量 / environment: DATA_DIR 数据目录 data directory (默认 default .data)',
  ].join('\n');
}
