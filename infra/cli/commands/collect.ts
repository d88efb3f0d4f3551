import { setTimeout as sleep } from 'node:timers/promises';
import { parseInstant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { CollectedNow } from '#shared/services/collection/collect-now.ts';
import type { PlatformHealth } from '#shared/services/collection/health.ts';
import type { TaskRow } from '#shared/services/collection/task-rows.ts';
import { timeText } from '#web/format.ts';
import { healthLines, taskLine } from '../collection-lines.ts';
import type { Command, ExitCode } from '../command.ts';
import { findHost, type HostAddress, readJson, sendJson } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

const POLL_MS = 1000;
/** Requests are sent within two minutes, or not at all; the answer takes a while more. */
const PATIENCE_MS = 150_000;

interface Standing {
  readonly health: readonly PlatformHealth[];
  readonly tasks: readonly TaskRow[];
}

function standing(host: HostAddress, platform: string): Promise<Standing> {
  return readJson(host, `/v1/collection?${new URLSearchParams({ platform })}`) as Promise<Standing>;
}

/** Asks the host to read; says in plain words why it does not. */
async function ask(host: HostAddress, platform: string, lot: string | undefined): Promise<CollectedNow> {
  try {
    const path = `/v1/collection/${encodeURIComponent(platform)}`;
    return (await sendJson(host, path, lot === undefined ? {} : { lot })) as CollectedNow;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'COLLECTION.OFF' || error.code === 'COLLECTION.PAUSED')) {
      const { title, wayOut } = ERROR_CODES[error.code];
      const until = parseInstant(String(error.details['until']));
      print(`${title}${until === undefined ? '' : `,至 ${timeText(until)}`}。${wayOut}`);
    }
    throw error;
  }
}

/** What was read since, of what was asked for: a first page of each list, or the one lot. */
function moved(before: Standing, after: Standing, lot: string | undefined): readonly TaskRow[] {
  const versions = new Map(before.tasks.map(({ id, version }) => [id, version]));
  return after.tasks.filter(({ id, what, page, version, lotNumber }) => {
    const isAsked = lot === undefined ? what === 'list' && page === null : lotNumber === lot;
    return isAsked && version > (versions.get(id) ?? 0);
  });
}

async function awaitMoved(
  host: HostAddress,
  platform: string,
  lot: string | undefined,
  before: Standing,
  count: number,
) {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    await sleep(POLL_MS);
    const after = await standing(host, platform);
    const tasks = moved(before, after, lot);
    if (tasks.length >= count) return { tasks, health: after.health };
  }
  return undefined;
}

async function collect(platform: string, lot: string | undefined): Promise<ExitCode> {
  const host = findHost(dataDirectory());
  const before = await standing(host, platform);
  const { requests, moments } = await ask(host, platform, lot);
  const rest = requests - moments.length;
  if (rest > 0) print(`${rest} 项刚刚请求过,或等候平台允许的访问次数。`);
  if (moments.length === 0) return 0;
  const came = await awaitMoved(host, platform, lot, before, moments.length);
  if (came === undefined) {
    print('两分半钟内没有读完,系统会继续;用 hub health 查看。');
    return 1;
  }
  for (const task of came.tasks) print(taskLine(task));
  if (came.tasks.every(({ failures }) => failures === 0)) return 0;
  for (const line of came.health.flatMap(healthLines)) print(line);
  return 1;
}

export const collectCommand: Command = {
  name: 'collect',
  usage: '<platform> [--lot <id>]',
  chinese: '请运行中的系统现在就读取一个平台的列表,或平台上的一个标的,并显示读到没有;仍按平台允许的频率',
  english:
    "let the running host read a platform's lists now, or one of its lots, within its budget, and show what came",
  flags: [],
  options: ['lot'],
  arity: [1, 1],
  async run(args) {
    const [platform = ''] = args.positionals;
    return collect(platform, args.option('lot'));
  },
};
