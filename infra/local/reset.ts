import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dataDirectory } from '#infra/cli/settings.ts';

/** The process that announced itself on the data directory, if it is alive. */
function runningHost(path: string): number | undefined {
  if (!existsSync(`${path}/host.json`)) return undefined;
  const { pid } = JSON.parse(readFileSync(`${path}/host.json`, 'utf8')) as { pid: number };
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

const path = dataDirectory();
const pid = runningHost(path);
if (pid !== undefined) {
  console.error(`系统正在运行(进程 ${pid}),请先停止再清空 / stop the running host first`);
  process.exit(1);
}
if (existsSync(path) && !existsSync(`${path}/schema-version`)) {
  console.error(`${path} 不是本系统的数据目录,未清空 / not a data directory of this system, left alone`);
  process.exit(1);
}
rmSync(path, { recursive: true, force: true });
console.log(`已清空 ${path} / emptied`);
