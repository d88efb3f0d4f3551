import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { PoisonGroup, QuarantineGroup, QuarantineView } from '#shared/services/quarantine/read-quarantine.ts';
import { timeText } from '#web/format.ts';
import type { Command } from '../command.ts';
import { reasonText } from '../complaint-lines.ts';
import { findHost, readJson } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

const EXAMPLES = 3;

function groupLines(group: QuarantineGroup): readonly string[] {
  const { platform, kind, cause, count, isAtLeast, documents, oldest, newest, mappingVersions, documentIds } = group;
  const what = cause.code === null ? '' : `${ERROR_CODES[cause.code].title} `;
  const versions = `映射版本 ${mappingVersions.join('、')}`;
  return [
    `${platform} ${kind}: ${isAtLeast ? '至少 ' : ''}${count} 处,${documents} 份文件,${timeText(oldest)} 至 ${timeText(newest)},${versions}`,
    `  ${what}${cause.path ?? ''} ${reasonText(cause.reason)}`,
    ...documentIds.slice(0, EXAMPLES).map((id) => `  ${id}`),
  ];
}

function poisonLine({ queue, code, reason, count, oldest, newest }: PoisonGroup): string {
  const { title } = ERROR_CODES[code];
  return `队列 ${queue}: ${count} 条消息,${timeText(oldest)} 至 ${timeText(newest)},${title}: ${reasonText(reason)}`;
}

export const quarantineCommand: Command = {
  name: 'quarantine',
  usage: '[--platform <id>] [--json]',
  chinese: '列出待核数据:按原因归类,各有多少处、哪些文件',
  english: 'list what waits for a person: grouped by cause, with counts and example documents',
  flags: ['json'],
  options: ['platform'],
  arity: [0, 0],
  async run(args) {
    const platform = args.option('platform');
    const query = platform === undefined ? '' : `?${new URLSearchParams({ platform })}`;
    const view = (await readJson(findHost(dataDirectory()), `/v1/quarantine${query}`)) as QuarantineView;
    if (args.has('json')) {
      print(JSON.stringify(view));
      return 0;
    }
    for (const group of view.groups) for (const line of groupLines(group)) print(line);
    for (const group of view.poison) print(poisonLine(group));
    if (view.groups.length + view.poison.length === 0) print('没有待核的内容。');
    return 0;
  },
};
