import { parseArgs } from 'node:util';
import { toAppError } from '#shared/errors/app-error.ts';
import type { Command, CommandArguments, ExitCode } from './command.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { certifyCommand } from './commands/certify.ts';
import { compareCommand } from './commands/compare.ts';
import { demoCommand } from './commands/demo.ts';
import { importCommand } from './commands/import.ts';
import { lotsCommand } from './commands/lots.ts';
import { parseCommand } from './commands/parse.ts';
import { peopleCommand } from './commands/people.ts';
import { platformsCommand } from './commands/platforms.ts';
import { quarantineCommand } from './commands/quarantine.ts';
import { replayCommand } from './commands/replay.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { secretsCommand } from './commands/secrets.ts';
import { traceCommand } from './commands/trace.ts';
import { verifyCommand } from './commands/verify.ts';
import { helpText } from './help.ts';
import { print, printError } from './output.ts';
import { printProblem } from './problem.ts';

const COMMANDS: readonly Command[] = [
  platformsCommand,
  parseCommand,
  importCommand,
  lotsCommand,
  quarantineCommand,
  traceCommand,
  replayCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  demoCommand,
  compareCommand,
  reportCommand,
  peopleCommand,
  auditCommand,
  certifyCommand,
  secretsCommand,
];

/** Arguments as the command declares them; undefined when they do not fit. */
function readArguments(command: Command, args: readonly string[]): CommandArguments | undefined {
  const flags = command.flags.map((name) => [name, { type: 'boolean' as const }]);
  const options = command.options.map((name) => [name, { type: 'string' as const }]);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries([...flags, ...options]),
      allowPositionals: true,
    });
    const given: Readonly<Record<string, unknown>> = values;
    const [least, most] = command.arity;
    if (positionals.length < least || positionals.length > most) return undefined;
    return {
      positionals,
      has: (flag) => given[flag] === true,
      option: (name) => given[name] as string | undefined,
    };
  } catch {
    return undefined;
  }
}

async function run([name, ...rest]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === 'help' || name === '--help') {
    print(helpText(COMMANDS));
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  const args = command && readArguments(command, rest);
  if (command === undefined || args === undefined) {
    printError(helpText(command === undefined ? COMMANDS : [command]));
    return 2;
  }
  try {
    return await command.run(args);
  } catch (thrown) {
    printProblem(toAppError(thrown));
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
