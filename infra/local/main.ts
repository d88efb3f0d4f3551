import { dataDirectory } from '#infra/cli/settings.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { openDataDirectory } from './data-directory.ts';
import { type Host, startHost } from './host.ts';
import { loadSamples } from './samples.ts';

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

function stopOnSignal(host: Host, withdraw: () => void): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    say('正在停止,手头的工作做完即退出(再按一次 Ctrl+C 立即退出)');
    withdraw();
    await host.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

async function main(): Promise<void> {
  const data = openDataDirectory(dataDirectory());
  const host = await startHost(data, readPort());
  const url = host.url.replace('127.0.0.1', 'localhost');
  data.announce(host.url);
  stopOnSignal(host, data.withdraw);
  say(`已启动,请打开 / ready, open  ${url}`);
  say(`数据目录 / data directory: ${data.path}   清空 / empty it: npm run reset`);
  if (data.isMarked('samples')) return;
  await loadSamples({ url: host.url, token: data.token }, say);
  data.mark('samples');
  say(`样例已载入 / samples loaded: ${url}`);
}

try {
  await main();
} catch (thrown) {
  const error = toAppError(thrown);
  const { title, wayOut } = ERROR_CODES[error.code];
  console.error(`${title}:${wayOut}(${error.code} ${JSON.stringify(error.details)})`);
  if (error.code === 'INTERNAL.UNEXPECTED') console.error(error.cause);
  process.exit(1);
}
