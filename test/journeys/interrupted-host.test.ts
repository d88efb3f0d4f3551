import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHostProcess } from '#test/support/host-process.ts';
import { newFolder, removeFolders, SAMPLE_LOTS, saidBy, settledLots } from './host-catalogue.ts';

/** Starts a host and stops it when it says something, again and again; returns how each run ended. */
async function interrupt(folder: string, signal: NodeJS.Signals, steps: readonly RegExp[]) {
  const ends: unknown[] = [];
  for (const step of steps) {
    const host = startHostProcess(folder);
    await host.until(step);
    host.process.kill(signal);
    ends.push(await host.ended);
  }
  return ends;
}

/** Lets a host load all samples and settle. */
async function runToEnd(folder: string) {
  const host = startHostProcess(folder);
  await host.until(/samples loaded/);
  const lots = await settledLots(folder, SAMPLE_LOTS);
  host.process.kill('SIGTERM');
  await host.ended;
  return saidBy(lots);
}

describe('a host interrupted while documents arrive', () => {
  const steps = [/\[1\//, /\[2\//, /\[4\//];
  let wanted: readonly object[];

  beforeAll(async () => {
    wanted = await runToEnd(newFolder());
  });
  afterAll(removeFolders);

  it('has lost nothing and counted nothing twice after being killed', async () => {
    const folder = newFolder();

    await interrupt(folder, 'SIGKILL', steps);

    expect(await runToEnd(folder)).toEqual(wanted);
  });

  it('finishes what is in hand when told to stop, ends well, and goes on at the next start', async () => {
    const folder = newFolder();

    const ends = await interrupt(folder, 'SIGTERM', steps);

    expect(ends).toEqual([0, 0, 0]);
    expect(existsSync(`${folder}/host.json`)).toBe(false);
    expect(await runToEnd(folder)).toEqual(wanted);
  });
});
