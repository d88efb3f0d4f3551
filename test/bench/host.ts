import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bring, findHost, type HostAddress } from '#infra/cli/host-client.ts';
import { openDataDirectory } from '#infra/local/data-directory.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { type Running, startHostProcess } from '#test/support/host-process.ts';
import { lotsDocument } from './lots.ts';
import { report } from './measure.ts';

const LOTS = Number(process.argv[2] ?? 100_000);
const LOTS_PER_DOCUMENT = 100;
const CALLS = 100;
/** The gateway lets 50 requests a second through. */
const PACE_MS = 25;
const OBSERVED_AT = fromEpochMs(Date.parse('2026-11-20T02:00:00Z'));
const PATHS: Readonly<Record<string, string>> = {
  'first page': '/',
  'filtered page': '/?township=330502100&class=factory',
  'search 厂房': `/?q=${encodeURIComponent('厂房')}`,
  'search 织里': `/?q=${encodeURIComponent('织里')}`,
  'search, filtered and sorted': `/?q=${encodeURIComponent('晟舍')}&status=sold&sort=price-desc`,
  'deep page': `/?page=${Math.floor(LOTS / 100)}`,
  'lot page': '/lots/wuxing.BENCH-0000001',
  'API lots': '/v1/lots',
  'API search': `/v1/lots?q=${encodeURIComponent('厂房')}&limit=200`,
  'API changes, the oldest': '/v1/changes?since=-1',
  'API changes, the newest': `/v1/changes?since=${LOTS - 10}`,
};

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);

/** Lots the catalogue shows. */
async function countShown({ url }: HostAddress): Promise<number> {
  const response = await fetch(`${url}/v1/lots?limit=1`);
  if (!response.ok) return 0;
  return ((await response.json()) as { total: number }).total;
}

async function bringAll(host: HostAddress): Promise<void> {
  const from = performance.now();
  for (let page = 0; page * LOTS_PER_DOCUMENT < LOTS; page++) {
    const bytes = lotsDocument(page, Math.min(LOTS_PER_DOCUMENT, LOTS - page * LOTS_PER_DOCUMENT));
    await bring(host, { platform: 'wuxing', kind: 'lots', bytes, observedAt: OBSERVED_AT, source: 'bench' });
  }
  report(`documents of ${LOTS_PER_DOCUMENT} lots stored`, `${seconds(from)} s`);
}

/** Waits until the catalogue shows everything, and tells how it gets on. */
async function awaitAll(host: HostAddress): Promise<void> {
  const from = performance.now();
  for (let shown = 0; shown < LOTS; ) {
    await sleep(2_000);
    const now = await countShown(host);
    console.log(`  ${seconds(from).padStart(6)} s  ${now} shown, ${Math.round((now - shown) / 2)} /s`);
    shown = now;
  }
}

function percentile(sorted: readonly number[], percent: number): string {
  return (sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN).toFixed(1);
}

async function measure(host: HostAddress, label: string, path: string): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  let sent: string | null = null;
  for (let call = 0; call < CALLS; call++) {
    const from = performance.now();
    const response = await fetch(`${host.url}${path}`);
    const body = await response.arrayBuffer();
    times.push(performance.now() - from);
    if (!response.ok) return report(`${label}: skipped`, `status ${response.status}`);
    bytes = body.byteLength;
    sent = response.headers.get('content-length');
    await sleep(PACE_MS);
  }
  const sorted = times.toSorted((a, b) => a - b);
  report(`${label}: p50 / p99 in ms`, `${percentile(sorted, 50)} / ${percentile(sorted, 99)}`);
  report(`${label}: bytes, and sent`, `${bytes} / ${sent}`);
}

function memoryOf({ process: { pid } }: Running): string {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return `${Math.round(Number(stdout) / 1024)} MB`;
}

async function start(folder: string): Promise<Running> {
  const host = startHostProcess(folder);
  process.once('exit', () => host.process.kill());
  await host.until(/ready/);
  return host;
}

async function stop(host: Running): Promise<void> {
  const from = performance.now();
  host.process.kill('SIGTERM');
  const code = await host.ended;
  report('stopped', `${seconds(from)} s, code ${code}`);
}

async function run(folder: string): Promise<void> {
  // No samples: the figures are of the generated lots alone.
  openDataDirectory(folder).mark('samples');
  const first = await start(folder);
  const from = performance.now();
  await bringAll(findHost(folder));
  await awaitAll(findHost(folder));
  report(`${LOTS} lots in the catalogue`, `${seconds(from)} s`);
  report('memory after the import', memoryOf(first));
  await stop(first);
  const again = performance.now();
  const second = await start(folder);
  report('started again', `${seconds(again)} s`);
  const opened = performance.now();
  await (await fetch(findHost(folder).url)).arrayBuffer();
  report('first page after a start', `${seconds(opened)} s`);
  for (const [label, path] of Object.entries(PATHS)) await measure(findHost(folder), label, path);
  report('memory after reading', memoryOf(second));
  await stop(second);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-host-'));
try {
  await run(folder);
} finally {
  if (process.env['KEEP'] === '1') console.log(`kept: DATA_DIR=${folder} npm start`);
  else rmSync(folder, { recursive: true, force: true });
}
