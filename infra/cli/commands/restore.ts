import { restoreBackup } from '#infra/local/backup/restore.ts';
import type { Command } from '../command.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

export const restoreCommand: Command = {
  name: 'restore',
  usage: '<file.tar.gz> [--replace]',
  chinese: '从备份恢复到空的数据目录(--replace: 原目录改名后保留在旁边,再恢复)',
  english: 'restore a backup into an empty data directory (--replace: keep the present one renamed beside it)',
  flags: ['replace'],
  options: [],
  arity: [1, 1],
  async run(args) {
    const [file = ''] = args.positionals;
    const now = new Date();
    const { path, takenAt, kept } = await restoreBackup(file, dataDirectory(), { replace: args.has('replace'), now });
    print(`已恢复到 / restored to: ${path} (备份于 / taken at ${takenAt})。请运行 npm start`);
    if (kept !== undefined) print(`原目录保留在 / the former directory is kept as: ${kept}`);
    return 0;
  },
};
