// Installs the locked dependencies when they are missing or older than the lock file,
// so that `npm start` and `npm test` work on a machine that has only Node and npm.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = `${root}package-lock.json`;
const installed = `${root}node_modules/.package-lock.json`;

const upToDate = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
if (!upToDate) {
  console.log('正在安装依赖 / installing dependencies …');
  const run = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) {
    console.error(
      '依赖安装失败:请检查网络与 npm 源后重试 / installation failed: check the network and the npm registry, then try again',
    );
    process.exit(run.status ?? 1);
  }
}
