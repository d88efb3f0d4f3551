import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHost, readJsonLines } from '#infra/cli/host-client.ts';
import type { Demo } from '#infra/demo/demo.ts';
import { loadDemo, refuseOtherLots } from '#infra/demo/load.ts';
import { wuxing2023 } from '#infra/demo/wuxing-2023/demo.ts';
import { openDataDirectory } from '#infra/local/data-directory.ts';
import { hub, type Running, startHostProcess } from '#test/support/host-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const DOCUMENTS = wuxing2023
  .documents(3)
  .filter(({ kind }) => kind === 'lots')
  .slice(0, 3);

/** The first pages of the year's list, one of them cut off. */
const PAGES: Demo = {
  ...wuxing2023,
  documents: () =>
    DOCUMENTS.map((document, index) => (index === 2 ? { ...document, bytes: document.bytes.slice(0, 99) } : document)),
};
let running: Running;

beforeAll(async () => {
  openDataDirectory(folder).mark('samples');
  running = startHostProcess(folder);
  await running.until(/ready/);
});

afterAll(async () => {
  running.process.kill('SIGTERM');
  await running.ended;
  rmSync(folder, { recursive: true, force: true });
});

describe('loading a demo', () => {
  it('brings its documents through the door and reports those refused', async () => {
    const said: string[] = [];

    const report = await loadDemo(findHost(folder), PAGES, 3, (line) => said.push(line));

    const lots = (await readJsonLines(findHost(folder), '/v1/lots.jsonl')) as readonly { readonly lotId: string }[];
    expect(report).toMatchObject({ documents: 3, quarantined: 0, refused: 1 });
    expect(said.filter((line) => line.startsWith('未采用'))).toHaveLength(1);
    expect(lots.length).toBeGreaterThan(5);
  });

  it('goes on beside its own lots and refuses beside others', async () => {
    await expect(refuseOtherLots(findHost(folder), wuxing2023, 3)).resolves.toBeUndefined();
    await expect(refuseOtherLots(findHost(folder), wuxing2023, 4)).rejects.toMatchObject({ code: 'DEMO.OTHER_LOTS' });
  });

  it.each([
    ['an unknown demo', ['demo', 'nowhere-2023'], 'REQUEST.INVALID'],
    ['a seed out of range', ['demo', wuxing2023.name, '--seed', '10000'], 'REQUEST.INVALID'],
    ['other lots', ['demo', wuxing2023.name, '--seed', '4'], 'DEMO.OTHER_LOTS'],
  ])('refuses %s on the command line', async (_, args, code) => {
    const { code: exit, output } = await hub(folder, ...args);

    expect(exit).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ code });
  });
});
