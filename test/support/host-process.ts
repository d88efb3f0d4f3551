import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A program of ours in a process of its own, its output so far, and a way to wait for more of it. */
export interface Running {
  readonly process: ChildProcess;
  output(): string;
  /** Resolves when the output matches; rejects when the program ends first. */
  until(pattern: RegExp): Promise<void>;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string | null>;
}

/** Starts one of the project's TypeScript programs, with something on its standard input or nothing. */
function run(script: string, args: readonly string[], environment: Record<string, string>, input?: string): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: ROOT,
    env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'ERROR', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  const until = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!pattern.test(text)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`ended before ${pattern}: ${text}`)));
    });
  return { process: child, output: () => text, until, ended };
}

/** Starts the embedded host on a data directory and any free port. */
export function startHostProcess(dataDirectory: string, environment: Record<string, string> = {}): Running {
  return run('infra/local/main.ts', [], {
    DATA_DIR: dataDirectory,
    PORT: '0',
    DEMO: 'off',
    REAL_MATERIAL: '/nonexistent',
    SECRETS_FILE: '/nonexistent/secrets.json',
    ...environment,
  });
}

/** Runs one `hub` command to its end. */
export async function hub(dataDirectory: string, ...args: readonly string[]) {
  const running = run('infra/cli/main.ts', args, { DATA_DIR: dataDirectory });
  const code = await running.ended;
  return { code, output: running.output() };
}

/** Runs one `hub` command with something on its standard input. */
export async function hubGiven(input: string, environment: Record<string, string>, ...args: readonly string[]) {
  const running = run('infra/cli/main.ts', args, environment, input);
  const code = await running.ended;
  return { code, output: running.output() };
}

/** Runs `npm run reset` to its end. */
export async function resetData(dataDirectory: string, ...args: readonly string[]) {
  const running = run('infra/local/reset.ts', args, { DATA_DIR: dataDirectory });
  const code = await running.ended;
  return { code, output: running.output() };
}

/** Where the host of a data directory answers. */
export function hostUrl(dataDirectory: string): string {
  return (JSON.parse(readFileSync(`${dataDirectory}/host.json`, 'utf8')) as { url: string }).url;
}
