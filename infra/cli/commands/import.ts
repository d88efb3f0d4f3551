import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { Command } from '../command.ts';
import { type DeliveryReport, deliver, findHost } from '../host-client.ts';
import { print, printError } from '../output.ts';
import { printProblem } from '../problem.ts';
import { dataDirectory } from '../settings.ts';
import { readSourceFile } from '../source-file.ts';

function describe(name: string, { known, outcome }: DeliveryReport): readonly string[] {
  const again = known ? '已导入过,没有新变化。上次: ' : '';
  if (outcome.outcome === 'refused') {
    const { title, wayOut } = ERROR_CODES[outcome.code];
    return [`${name}: ${again}未采用 — ${title}。${wayOut}`];
  }
  const counts = `标的 ${outcome.lots},出价 ${outcome.bids},待核 ${outcome.quarantined}`;
  const changed = known ? [] : outcome.changed.map((lotId) => `  变化 ${lotId}`);
  const complaints = outcome.complaints.map(({ path, reason }) => `  待核 ${path}: ${reason}`);
  const summary = known ? '' : `,变化 ${outcome.changed.length}`;
  return [`${name}: ${again}${counts}${summary}`, ...changed, ...complaints];
}

function refusal({ outcome }: DeliveryReport): AppError | undefined {
  if (outcome.outcome !== 'refused') return undefined;
  return new AppError(outcome.code, outcome.reason, { details: outcome.details });
}

export const importCommand: Command = {
  name: 'import',
  usage: '<platform> <kind> <file…> [--observed-at <RFC 3339>] [--json]',
  chinese: '把文件交给正在运行的系统,并说明改变了什么(默认以文件修改时间为观察时间)',
  english: 'bring files through the door of the running host and tell what changed (observed when last modified)',
  flags: ['json'],
  options: ['observed-at'],
  arity: [3, 10_000],
  async run(args) {
    const [platform = '', kind = '', ...paths] = args.positionals;
    const host = findHost(dataDirectory());
    let refused = false;
    for (const path of paths) {
      const { name, ...file } = readSourceFile(path, args.option('observed-at'));
      const report = await deliver(host, { platform, kind, source: name, ...file });
      const error = refusal(report);
      if (args.has('json')) print(JSON.stringify({ file: path, ...report }));
      else for (const line of describe(path, report)) (error ? printError : print)(line);
      if (error) printProblem(error);
      refused ||= error !== undefined;
    }
    return refused ? 1 : 0;
  },
};
