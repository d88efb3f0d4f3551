import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hub, type Running, startHostProcess } from '#test/support/host-process.ts';

const FIXTURES = 'adapters/alibaba/fixtures';
const folder = mkdtempSync(join(tmpdir(), 'hub-operator-'));
let host: Running;

/** Imports a fixture and gives the id of the document. */
async function importDocument(kind: string, file: string): Promise<string> {
  const when = ['--observed-at', '2026-05-20T10:00:00+08:00'];
  const { output } = await hub(folder, 'import', 'alibaba', kind, `${FIXTURES}/${file}`, '--json', ...when);
  const report = JSON.parse(output.split('\n')[0] ?? '') as { outcome: { documentId: string } };
  return report.outcome.documentId;
}

function digestIn(output: string): string {
  return /全部 \d+ 个标的的摘要: [0-9a-f]{64}/.exec(output)?.[0] ?? expect.unreachable(`no digest in ${output}`);
}

beforeAll(async () => {
  host = startHostProcess(folder);
  await host.until(/samples loaded/);
});

afterAll(async () => {
  host.process.kill('SIGTERM');
  await host.ended;
  rmSync(folder, { recursive: true, force: true });
});

describe('the commands of the operator', () => {
  it('list what waits by cause, with counts and documents', async () => {
    const documentId = await importDocument('list', 'list-bad-row.html');

    const { code, output } = await hub(folder, 'quarantine', '--platform', 'alibaba');

    expect(code).toBe(0);
    expect(output).toMatch(/alibaba list: 1 处,1 份文件,/);
    expect(output).toContain('/sf-item-list-data/data/*/currentPrice 缺少此项,或类型不对(missing or of another type)');
    expect(output).toContain(documentId);
  });

  it.each([
    [
      'list-bad-row.html',
      0,
      '待核 /sf-item-list-data/data/2/currentPrice: 缺少此项,或类型不对(missing or of another type)',
    ],
    ['list-truncated.html', 1, '原因 /sf-item-list-data: 数据块不是 JSON(a data block is no JSON)'],
  ])('say in Chinese what is wrong with %s', async (file, expected, line) => {
    const { code, output } = await hub(folder, 'import', 'alibaba', 'list', `${FIXTURES}/${file}`);

    expect(code).toBe(expected);
    expect(output.split('\n')).toContain(`  ${line}`);
  });

  it('tell the story of a lot', async () => {
    const documentId = await importDocument('item', 'item-withdrawn.html');
    const { output: lots } = await hub(folder, 'lots', '--json');
    const isShown = (line: string) => line.includes('"withdrawn"') && line.includes('"alibaba.');
    const withdrawn = lots.split('\n').find(isShown) ?? '{}';
    const { lotId } = JSON.parse(withdrawn) as { lotId: string };

    const { code, output } = await hub(folder, 'trace', lotId);

    expect(code).toBe(0);
    expect(output).toContain(`标的 ${lotId}: 记录版本`);
    expect(output).toContain(documentId);
    expect(output).toMatch(/现值来自此文件: .*起拍价/);
    expect(output).toMatch(/统计数字取自快照 facts-\d{4}\(到变更 \d+\),摘要 [0-9a-f]{64}/);
  });

  it('refuse to trace a lot nobody knows', async () => {
    const { code, output } = await hub(folder, 'trace', 'alibaba.1');

    expect(code).toBe(1);
    expect(output).toContain('"code":"RESOURCE.NOT_FOUND"');
  });

  it('find records and feed in order, and a replay of a whole platform changing nothing', async () => {
    const before = await hub(folder, 'verify');
    const preview = await hub(folder, 'replay', 'alibaba', '--dry-run');
    const replayed = await hub(folder, 'replay', 'alibaba');
    const after = await hub(folder, 'verify');

    expect(before.output).not.toContain('有差异');
    expect([before.code, preview.code, replayed.code, after.code]).toEqual([0, 0, 0, 0]);
    expect(preview.output).toMatch(/预览: 文件 \d+\(恢复采用 0,变为不采用 0,.*有变化 0,/);
    expect(preview.output).not.toContain('完成');
    expect(replayed.output).toMatch(/完成 \S+: 文件 \d+\(恢复采用 0,变为不采用 0,/);
    expect(digestIn(after.output)).toBe(digestIn(before.output));
  });

  it('replay one document and one lot by their ids', async () => {
    const documentId = await importDocument('item', 'item-sold.html');
    const { output } = await hub(folder, 'lots', '--json');
    const { lotId } = JSON.parse(output.split('\n')[0] ?? '{}') as { lotId: string };

    const document = await hub(folder, 'replay', documentId, '--dry-run');
    const lot = await hub(folder, 'replay', lotId, '--dry-run');

    expect(document.output).toContain('预览: 文件 1(');
    expect(lot.output).toContain('预览: 文件 0(');
    expect(lot.output).toContain('标的 1(有变化 0');
  });

  it('refuse to replay what is neither platform, document nor lot', async () => {
    const { code, output } = await hub(folder, 'replay', 'nobody', '--dry-run');

    expect(code).toBe(1);
    expect(output).toContain('"code":"REQUEST.INVALID"');
  });
});
