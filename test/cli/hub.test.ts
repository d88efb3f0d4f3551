import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { manifests } from '#adapters/manifests.ts';
import { hub } from '#test/support/host-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'hub-'));
const FIXTURES = 'adapters/alibaba/fixtures';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function jsonLines(output: string): readonly Record<string, unknown>[] {
  return output
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('hub', () => {
  it('shows help in both languages and ends with 2 without a command', async () => {
    const { code, output } = await hub(folder);

    expect(code).toBe(2);
    expect(output).toContain('解析一个已保存的文件');
    expect(output).toContain('map one saved document');
    expect(output).toContain('exit codes');
  });

  it('lists platforms with capabilities and document kinds', async () => {
    const { code, output } = await hub(folder, 'platforms', '--json');

    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual(
      manifests.map(({ id, name, capabilities, documentKinds }) => ({
        id,
        name,
        capabilities,
        documentKinds: Object.keys(documentKinds),
      })),
    );
  });

  it('parses a page into one JSON line a record, unknown as null', async () => {
    const { code, output } = await hub(folder, 'parse', 'alibaba', 'list', `${FIXTURES}/list-gbk-meta-utf8.html`);

    const lots = jsonLines(output);
    expect(code).toBe(0);
    expect(lots).toHaveLength(3);
    expect(Object.keys(lots[0] ?? {})).toEqual(
      'record platform externalId title status round startPriceFen currentPriceFen hammerPriceFen appraisalFen depositFen incrementFen priceBasis startsAt endsAt bidCount url'.split(
        ' ',
      ),
    );
    expect(lots.filter(({ bidCount }) => bidCount !== 0).map(({ startPriceFen }) => startPriceFen)).toEqual([null]);
  });

  it('prints quarantined rows beside the good ones, and says in Chinese what is wrong', async () => {
    const { code, output } = await hub(folder, 'parse', 'alibaba', 'list', `${FIXTURES}/list-bad-row.html`);

    expect(code).toBe(0);
    const quarantined = jsonLines(output).filter(({ record }) => record === 'quarantined');
    expect(quarantined).not.toHaveLength(0);
    expect(quarantined[0]).toMatchObject({ path: expect.stringContaining('/data/'), reason: expect.any(String) });
    expect(output).toContain('currentPrice: 缺少此项,或类型不对(missing or of another type)');
  });

  it.each([
    ['drift', 'list', `${FIXTURES}/list-truncated.html`, 'DOCUMENT.DRIFT'],
    ['a block page', 'list', `${FIXTURES}/list-login-page.html`, 'DOCUMENT.BLOCKED'],
    ['nothing', 'item', 'EMPTY', 'DOCUMENT.EMPTY'],
    ['another encoding', 'item', 'UTF16', 'DOCUMENT.ENCODING'],
    ['a missing file', 'item', '/nonexistent', 'FILE.UNREADABLE'],
    ['an unknown kind', 'nothing', `${FIXTURES}/list-login-page.html`, 'DOCUMENT.KIND_UNKNOWN'],
  ])('refuses %s with exit code 1 and a problem', async (_, kind, file, code) => {
    writeFileSync(`${folder}/EMPTY`, ' \n');
    writeFileSync(`${folder}/UTF16`, Buffer.from('\ufeff<html>织里</html>', 'utf16le'));
    const path = file === file.toUpperCase() ? `${folder}/${file}` : file;

    const found = await hub(folder, 'parse', 'alibaba', kind, path);

    expect(found.code).toBe(1);
    expect(jsonLines(found.output)).toMatchObject([{ code, title: expect.stringMatching(/[一-鿿]/) }]);
    expect(/^ {2}原因.*: .*[一-鿿].*\(.+\)$/m.test(found.output)).toBe(code !== 'FILE.UNREADABLE');
  });

  it('says that no host runs on a data directory', async () => {
    const { code, output } = await hub(folder, 'lots');

    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      code: 'HOST.UNREACHABLE',
      wayOut: expect.stringContaining('npm start'),
    });
  });

  it('ends with 2 on an unknown option', async () => {
    const { code } = await hub(folder, 'lots', '--colour');

    expect(code).toBe(2);
  });
});
