import { dataDirectory } from '#infra/cli/settings.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import { loadDemoYear } from './demo-year.ts';
import { exitWithError } from './failure.ts';
import { type Host, startHost } from './host.ts';
import { OPERATOR_NAME } from './operator.ts';
import { loadSamples } from './samples.ts';
import { createStop } from './stop.ts';

const DEFAULT_PORT = 3000;

// The functions log for CloudWatch; on a terminal only what went wrong matters.
process.env['POWERTOOLS_LOG_LEVEL'] ??= 'ERROR';
process.env['POWERTOOLS_METRICS_DISABLED'] ??= 'true';
process.env['POWERTOOLS_SERVICE_NAME'] ??= 'embedded-host';

function say(line: string): void {
  console.log(line);
}

function readPort(): number {
  const port = Number(process.env['PORT'] ?? DEFAULT_PORT);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : DEFAULT_PORT;
}

/** Aborts when the host begins to stop. */
function stopOnSignal(host: Host, data: DataDirectory): AbortSignal {
  const stopping = new AbortController();
  const stop = createStop({ ...host, say, exit: (code) => process.exit(code) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping.abort();
      data.withdraw();
      void stop();
    });
  }
  return stopping.signal;
}

/** A terminal is the operator's own, so the link carries the password; a log file is read by others. */
function officeLine(url: string, { token, path }: DataDirectory): string {
  const link = new URL('/office', url);
  if (!process.stdout.isTTY) {
    return `办公页面 / office: ${link}   用户 user ${OPERATOR_NAME},密码 password: ${path}/token`;
  }
  link.username = OPERATOR_NAME;
  link.password = token;
  return `办公页面 / office: ${link}`;
}

async function main(): Promise<void> {
  const data = openDataDirectory(dataDirectory());
  const host = await startHost(data, readPort());
  const url = host.url.replace('127.0.0.1', 'localhost');
  data.announce(host.url);
  const stopping = stopOnSignal(host, data);
  say(`已启动,请打开 / ready, open  ${url}`);
  say(officeLine(url, data));
  say(`数据目录 / data directory: ${data.path}   清空 / empty it: npm run reset`);
  if (data.markedAt('samples') !== undefined) return;
  const load = process.env['DEMO'] === 'off' ? loadSamples : loadDemoYear;
  if (!(await load({ url: host.url, token: data.token }, say, stopping))) return;
  data.mark('samples');
  say(`样例已载入 / samples loaded: ${url}`);
}

try {
  await main();
} catch (thrown) {
  exitWithError(thrown);
}
