import { parseArgs } from 'node:util';
import { toAppError } from '#shared/errors/app-error.ts';
import type { Command, CommandArguments, ExitCode } from './command.ts';
import { helpText } from './help.ts';
import { print, printError } from './output.ts';
import { printProblem } from './problem.ts';

/** Every command in the order of the help, loaded when it is asked for: most need little of what all of them need. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  platforms: async () => (await import('./commands/platforms.ts')).platformsCommand,
  parse: async () => (await import('./commands/parse.ts')).parseCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  lots: async () => (await import('./commands/lots.ts')).lotsCommand,
  quarantine: async () => (await import('./commands/quarantine.ts')).quarantineCommand,
  trace: async () => (await import('./commands/trace.ts')).traceCommand,
  replay: async () => (await import('./commands/replay.ts')).replayCommand,
  collect: async () => (await import('./commands/collect.ts')).collectCommand,
  health: async () => (await import('./commands/health.ts')).healthCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  compare: async () => (await import('./commands/compare.ts')).compareCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  people: async () => (await import('./commands/people.ts')).peopleCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  certify: async () => (await import('./commands/certify.ts')).certifyCommand,
  secrets: async () => (await import('./commands/secrets.ts')).secretsCommand,
};

/** Every command, loaded. */
function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}

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
    print(helpText(await allCommands()));
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  const args = command && readArguments(command, rest);
  if (command === undefined || args === undefined) {
    printError(helpText(command === undefined ? await allCommands() : [command]));
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
