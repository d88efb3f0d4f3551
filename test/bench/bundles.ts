import { spawnSync } from 'node:child_process';
import { bundleFunction, functionBundles } from '#infra/bundles.ts';
import { topology } from '#infra/topology.ts';
import { median, report } from './measure.ts';

const FRESH_STARTS = 7;
const GOALS: Readonly<Record<string, number>> = {
  browse: 340_000,
  api: 310_000,
  normalise: 650_000,
  desk: 900_000,
  handoff: 850_000,
};

/** Milliseconds to load a bundle, in a process of its own. */
function initMs(file: string): number {
  const script = `const t = performance.now(); require(${JSON.stringify(file)}); console.log(performance.now() - t)`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  return Number(stdout.trim().split('\n').at(-1));
}

/** Bytes of each Lambda bundle and how long it takes to load. */
export function benchBundles(): void {
  for (const [name, spec] of Object.entries(topology.functions)) {
    const { file, bytes } = bundleFunction(name, spec, functionBundles);
    const goal = GOALS[name];
    report(`bundle ${name}`, `${bytes} bytes`, goal === undefined ? undefined : `≤ ${goal}`);
    report(
      `bundle ${name}: load in a fresh process`,
      `${median(Array.from({ length: FRESH_STARTS }, () => initMs(file))).toFixed(1)} ms`,
    );
  }
}
