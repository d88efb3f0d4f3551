import { countReport } from '#shared/services/replay/replay-part.ts';
import type { Command } from '../command.ts';
import { findHost } from '../host-client.ts';
import { print } from '../output.ts';
import { previewAll } from '../replay/preview.ts';
import { countsLine, reportLines } from '../replay/report-lines.ts';
import { runReplay } from '../replay/run.ts';
import { resolveScope } from '../replay/scope.ts';
import { dataDirectory } from '../settings.ts';

export const replayCommand: Command = {
  name: 'replay',
  usage: '<platform|document|lot> [--dry-run] [--json]',
  chinese: '用现在的映射重新解析已保存的文件:先列出变化,再写入并等待完成(--dry-run 只列出变化)',
  english:
    "map stored documents again with today's mappings: show the differences, then write and wait (--dry-run: only show)",
  flags: ['dry-run', 'json'],
  options: [],
  arity: [1, 1],
  async run(args) {
    const [named = ''] = args.positionals;
    const host = findHost(dataDirectory());
    const scope = await resolveScope(host, named);
    const preview = await previewAll(host, scope);
    if (args.has('json')) print(JSON.stringify({ preview }));
    else for (const line of reportLines(preview)) print(line);
    const isEmpty = scope.documents.length + scope.lots.length === 0;
    if (!args.has('json')) print(`预览: ${countsLine(countReport(preview))}`);
    if (args.has('dry-run') || isEmpty) return 0;
    for (const replay of await runReplay(host, scope)) {
      print(args.has('json') ? JSON.stringify({ replay }) : `完成 ${replay.replayId}: ${countsLine(replay.counts)}`);
    }
    return 0;
  },
};
