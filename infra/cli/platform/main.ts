import { parseArgs } from 'node:util';
import { toAppError } from '#shared/errors/app-error.ts';
import { print, printError } from '../output.ts';
import { printProblem } from '../problem.ts';
import { projectRoot } from '../settings.ts';
import { describePlatform } from './describe.ts';
import { createPlatform } from './new.ts';
import { recordDocument, refreshExpectations } from './record.ts';

const USAGE = `用法 / usage:
  npm run platform:new -- <id> [--format html|json]
      新平台:按模板写好文件夹和待完成的测试 / write the folder of a new platform, with tests that say what to fill in
  npm run platform:record -- <id> <kind> <url|file> [--name <case>] [--subject <lot>]
      录样本:抓取或读取一页,遮盖个人信息,存为样本 / keep a page as a fixture, persons masked
  npm run platform:record -- <id> --refresh
      重写全部样本的预期结果,供复核 / rewrite what the fixtures are expected to say, for review
  npm run platform:describe -- <id>
      词汇对照表,供业务复核 / print their words beside ours, for the office to review`;

const OPTIONS = {
  format: { type: 'string' },
  name: { type: 'string' },
  subject: { type: 'string' },
  refresh: { type: 'boolean' },
} as const;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

/** The lines to print; undefined when the arguments do not fit. */
async function answer(command: string | undefined, rest: readonly string[]): Promise<readonly string[] | undefined> {
  const { values, positionals } = readArguments(rest) ?? { values: {}, positionals: [] };
  const [id = '', kind, source, surplus] = positionals;
  if (id === '' || surplus !== undefined) return undefined;
  const root = projectRoot();
  const isAlone = kind === undefined;
  if (command === 'new' && isAlone) return createPlatform(root, id, values.format ?? 'html');
  if (command === 'describe' && isAlone) return describePlatform(id);
  if (command === 'record' && isAlone && values.refresh === true) return refreshExpectations(root, id);
  if (command !== 'record' || kind === undefined || source === undefined) return undefined;
  return await recordDocument(root, { id, kind, source, name: values.name ?? 'recorded', subject: values.subject });
}

async function run([command, ...rest]: readonly string[]): Promise<number> {
  try {
    const lines = await answer(command, rest);
    if (lines === undefined) {
      printError(USAGE);
      return 2;
    }
    for (const line of lines) print(line);
    return 0;
  } catch (thrown) {
    printProblem(toAppError(thrown));
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
