import { platforms } from '#adapters/registry.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { complaintsOfRefusal } from '#shared/services/quarantine/cause.ts';
import type { Command } from '../command.ts';
import { complaintLines } from '../complaint-lines.ts';
import { type DeliveryReport, deliver, findHost } from '../host-client.ts';
import { print, printError } from '../output.ts';
import { printProblem } from '../problem.ts';
import { dataDirectory } from '../settings.ts';
import { readSourceFile } from '../source-file.ts';

function describe(name: string, { known, outcome }: DeliveryReport): readonly string[] {
  const again = known ? '已导入过,没有新变化。上次: ' : '';
  if (outcome.outcome === 'refused') {
    const { title, wayOut } = ERROR_CODES[outcome.code];
    const reasons = complaintsOfRefusal(outcome.reason, outcome.details);
    return [`${name}: ${again}未采用 — ${title}。${wayOut}`, ...complaintLines('原因', reasons)];
  }
  const counts = `标的 ${outcome.lots},出价 ${outcome.bids},待核 ${outcome.quarantined}`;
  const changed = known ? [] : outcome.changed.map((lotId) => `  变化 ${lotId}`);
  const complaints = complaintLines('待核', outcome.complaints);
  const summary = known ? '' : `,变化 ${outcome.changed.length}`;
  const silent = outcome.silent.map(
    ({ fact, before, now }) => `  注意 ${fact}: 以往 ${before}% 的标的有此项,现在只有 ${now}%,页面可能已改版`,
  );
  return [`${name}: ${again}${counts}${summary}`, ...changed, ...complaints, ...silent];
}

function refusal({ outcome }: DeliveryReport): AppError | undefined {
  if (outcome.outcome !== 'refused') return undefined;
  return new AppError(outcome.code, outcome.reason, { details: outcome.details });
}

export const importCommand: Command = {
  name: 'import',
  usage: '<platform> <kind> <file…> [--observed-at <RFC 3339>] [--lot <number>] [--json]',
  chinese: '把文件交给正在运行的系统,并说明改变了什么(默认以文件修改时间为观察时间;文件里没有标的编号时用 --lot 指明)',
  english:
    'bring files through the door of the running host and tell what changed (observed when last modified; --lot says which lot a file is about that does not name one)',
  flags: ['json'],
  options: ['observed-at', 'lot'],
  arity: [3, 10_000],
  async run(args) {
    const [platform = '', kind = '', ...paths] = args.positionals;
    const host = findHost(dataDirectory());
    const reader = platforms.find(({ manifest }) => manifest.id === platform);
    let refused = false;
    for (const path of paths) {
      const { name, bytes, observedAt } = readSourceFile(path, args.option('observed-at'));
      const file = { observedAt, bytes: reader?.withoutParties?.(kind, bytes) ?? bytes };
      const lot = args.option('lot');
      const about = lot === undefined ? {} : { subject: lot };
      const report = await deliver(host, { platform, kind, source: name, ...file, ...about });
      const error = refusal(report);
      if (args.has('json')) print(JSON.stringify({ file: path, ...report }));
      else for (const line of describe(path, report)) (error ? printError : print)(line);
      if (error) printProblem(error);
      refused ||= error !== undefined;
    }
    return refused ? 1 : 0;
  },
};
