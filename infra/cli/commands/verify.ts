import type { Command } from '../command.ts';
import { findHost } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';
import { checkLines } from '../verify/check.ts';
import { verify } from '../verify/run.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: '[--json]',
  chinese:
    '核对:标的记录 = 其文件的解析结果;目录和快照 = 变更的累积;最后给出全部标的的摘要,可在重新映射前后比较(请在没有导入时运行)',
  english:
    'check that every record is the fold of its documents and catalogue and snapshots the folds of the feed; ends with one digest over all lots (run while nothing is being imported)',
  flags: ['json'],
  options: [],
  arity: [0, 0],
  async run(args) {
    const found = await verify(findHost(dataDirectory()));
    const { checks, lots, digest } = found;
    if (args.has('json')) print(JSON.stringify(found));
    else for (const line of [...checks.flatMap(checkLines), `全部 ${lots} 个标的的摘要: ${digest}`]) print(line);
    return checks.every(({ differences }) => differences.length === 0) ? 0 : 1;
  },
};
