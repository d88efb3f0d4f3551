import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { reportCommand } from '#infra/cli/commands/report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const asked: (string | undefined)[] = [];
const host = createServer((request, response) => {
  asked.push(request.url);
  response.end(`报告 ${request.headers.authorization}\n`);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const { port } = host.address() as AddressInfo;
  writeFileSync(join(folder, 'host.json'), JSON.stringify({ url: `http://127.0.0.1:${port}` }));
  writeFileSync(join(folder, 'token'), 'secret\n');
  vi.stubEnv('DATA_DIR', folder);
});

afterEach(() => {
  vi.restoreAllMocks();
  asked.length = 0;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => host.close(resolve));
  rmSync(folder, { recursive: true });
});

/** Runs the command with options and gives back what it printed. */
async function run(options: Readonly<Record<string, string>>, flags: readonly string[] = []): Promise<string> {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await reportCommand.run({ positionals: [], has: (flag) => flags.includes(flag), option: (name) => options[name] });
  return written.mock.calls.map(([line]) => line).join('');
}

describe('hub report', () => {
  it('prints the text of the report that was asked for', async () => {
    const printed = await run({ from: '2023-01-01', to: '2023-10-31', township: '330502100' }, ['demo']);

    expect(printed).toBe('报告 Bearer secret\n');
    expect(asked).toEqual(['/v1/reports?demo=1&from=2023-01-01&to=2023-10-31&township=330502100&format=text']);
  });

  it('writes a file for Word', async () => {
    const out = join(folder, 'october.docx');

    const printed = await run({ format: 'docx', out });

    expect(printed).toContain(out);
    expect(readFileSync(out, 'utf8')).toBe('报告 Bearer secret\n');
  });

  it('does not touch a file that exists', async () => {
    const out = join(folder, 'mine.xlsx');
    writeFileSync(out, 'mine');

    await expect(run({ format: 'xlsx', out })).rejects.toMatchObject({ code: 'FILE.EXISTS' });

    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(asked).toEqual([]);
    expect(existsSync(join(folder, 'report.xlsx'))).toBe(false);
  });
});
