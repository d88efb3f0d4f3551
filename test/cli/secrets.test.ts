import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hubGiven } from '#test/support/host-process.ts';

const SECRET = 'not-to-be-seen';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/hub-secrets-`);
});

afterEach(() => rmSync(folder, { recursive: true }));

const hub = (input: string, ...args: readonly string[]) =>
  hubGiven(input, { SECRETS_FILE: `${folder}/secrets.json`, DATA_DIR: folder }, 'secrets', ...args);

describe('hub secrets', () => {
  it('keeps what stands on standard input, and lists names only', async () => {
    const set = await hub(`${SECRET}\n`, 'set', '/platforms/east/key');
    const list = await hub('', 'list');

    expect([set.code, list.code]).toEqual([0, 0]);
    expect(list.output).toBe('/platforms/east/key\n');
    expect(set.output + list.output).not.toContain(SECRET);
    expect(JSON.parse(readFileSync(`${folder}/secrets.json`, 'utf8'))).toEqual({ '/platforms/east/key': SECRET });
  });

  it('takes no value as an argument, and no empty one', async () => {
    const argument = await hub('', 'set', '/platforms/east/key', SECRET);
    const empty = await hub('  \n', 'set', '/platforms/east/key');

    expect([argument.code, empty.code]).toEqual([2, 2]);
  });

  it('takes no name that is none', async () => {
    expect((await hub(SECRET, 'set', 'east key')).code).toBe(2);
  });
});
