import type { HostAddress } from '#infra/cli/host-client.ts';
import { dataDirectory } from '#infra/cli/settings.ts';
import { connectSandbox } from '#infra/demo/desk/connection.ts';
import { loadDesk } from '#infra/demo/desk/load.ts';
import { beijingDate, fromEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import { grantDemoPeople } from './demo-people.ts';
import { loadDemoYear } from './demo-year.ts';
import { exitWithError } from './failure.ts';
import { type Host, startHost } from './host.ts';
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

/** At every start, for the host may have moved to another port. People may have ended the account that connects it. */
async function runSandbox(address: HostAddress): Promise<void> {
  const place = `${address.url.replace('127.0.0.1', 'localhost')}/sandbox/`;
  try {
    await connectSandbox(address);
    say(`演示平台(沙箱)正在竞价,可停、可快进 / sandbox auctions, stop or speed them: ${place}`);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    say(`演示平台(沙箱)没有对接上,可在平台对接中自行填写 / the sandbox is not connected (${thrown.code}): ${place}`);
  }
}

async function main(): Promise<void> {
  const data = openDataDirectory(dataDirectory());
  const demo = process.env['DEMO'] !== 'off';
  const host = await startHost(data, readPort(), { demo });
  const url = host.url.replace('127.0.0.1', 'localhost');
  data.announce(host.url);
  const stopping = stopOnSignal(host, data);
  say(`已启动,请打开 / ready, open  ${url}`);
  say(`工作台 / desk: ${url}/desk   办公页面 / office: ${url}/office`);
  say('登录时点一下演示账号即可,不需要密码 / sign in as any demo account with one click');
  say(`数据目录 / data directory: ${data.path}   清空 / empty it: npm run reset`);
  const address = { url: host.url, token: data.token };
  if (data.markedAt('people') === undefined) {
    if (!(await grantDemoPeople(address, stopping))) return;
    data.mark('people');
  }
  if (demo && data.markedAt('desk') === undefined) {
    say('正在登记工作台的演示资产和挂牌 / entering assets and listings of the demo');
    await loadDesk(address, beijingDate(fromEpochMs(Date.now())));
    data.mark('desk');
  }
  if (demo) await runSandbox(address);
  if (data.markedAt('samples') !== undefined) return;
  const load = demo ? loadDemoYear : loadSamples;
  if (!(await load(address, say, stopping))) return;
  data.mark('samples');
  say(`样例已载入 / samples loaded: ${url}`);
}

try {
  await main();
} catch (thrown) {
  exitWithError(thrown);
}
