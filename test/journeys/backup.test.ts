import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { hub, type Running, resetData, startHostProcess } from '#test/support/host-process.ts';
import { newFolder, removeFolders, SAMPLE_LOTS, saidBy, settledLots } from './host-catalogue.ts';

const MORE = ['import', 'alibaba', 'item', 'adapters/alibaba/fixtures/item-withdrawn.html'] as const;
const WHEN = ['--observed-at', '2026-05-20T10:00:00+08:00'] as const;

const running: Running[] = [];

function start(folder: string): Running {
  const host = startHostProcess(folder);
  running.push(host);
  return host;
}

async function stop(host: Running): Promise<void> {
  host.process.kill('SIGTERM');
  await host.ended;
}

afterAll(async () => {
  await Promise.all(running.map(stop));
  removeFolders();
});

describe('a backup of a running host', () => {
  const folder = newFolder();
  const elsewhere = newFolder();
  const file = `${newFolder()}/backup.tar.gz`;

  it('restored elsewhere is the catalogue of that moment, and goes on as the original did', async () => {
    await start(folder).until(/samples loaded/);
    const before = await settledLots(folder, SAMPLE_LOTS);
    const backup = await hub(folder, 'backup', file);
    await hub(folder, ...MORE, ...WHEN);
    const after = await settledLots(folder, SAMPLE_LOTS + 1);

    const restore = await hub(elsewhere, 'restore', file);
    await start(elsewhere).until(/ready/);
    const restored = await settledLots(elsewhere, SAMPLE_LOTS);
    await hub(elsewhere, ...MORE, ...WHEN);

    expect([backup.code, restore.code]).toEqual([0, 0]);
    expect(restored).toEqual(before);
    expect(await settledLots(elsewhere, SAMPLE_LOTS + 1)).toEqual(after);
  });

  it('is not written over a file, nor restored over data, and a running host is not emptied', async () => {
    const backup = await hub(folder, 'backup', file);
    const restore = await hub(folder, 'restore', file);
    const replace = await hub(folder, 'restore', file, '--replace');
    const reset = await resetData(folder);

    expect(backup.output).toContain('"code":"FILE.EXISTS"');
    expect(restore.output).toContain('"code":"HOST.DATA_NOT_EMPTY"');
    expect(replace.output).toContain('"code":"HOST.DATA_IN_USE"');
    expect(reset.output).toContain('HOST.DATA_IN_USE');
  });

  it('is made of a stopped host as well', async () => {
    await Promise.all(running.splice(0).map(stop));

    const { code, output } = await hub(folder, 'backup', `${newFolder()}/stopped.tar.gz`);

    expect(output).toContain('已备份');
    expect(code).toBe(0);
  });

  it('is not needed to move to another version: the records are computed again from the documents', async () => {
    writeFileSync(`${folder}/schema-version`, '1\n');
    const refused = start(folder);

    const code = await refused.ended;
    const reset = await resetData(folder, '--keep-documents');
    await start(folder).until(/ready/);
    const computed = await settledLots(folder, SAMPLE_LOTS + 1);
    await start(elsewhere).until(/ready/);
    const original = await settledLots(elsewhere, SAMPLE_LOTS + 1);

    expect(code).toBe(1);
    expect(refused.output()).toMatch(/数据目录由另一版本的系统写成.*found: 1.*wanted: 3.*--keep-documents/s);
    expect(reset.code).toBe(0);
    expect(saidBy(computed)).toEqual(saidBy(original));
  });
});
