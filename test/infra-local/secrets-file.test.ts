import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SANDBOX_SECRETS } from '#infra/demo/desk/connection.ts';
import { openDataDirectory } from '#infra/local/data-directory.ts';
import { sandboxSecrets } from '#infra/local/sandbox/secrets.ts';
import { knownSecrets } from '#infra/local/sandbox-mount.ts';
import { keepSecret, readSecrets } from '#infra/local/secrets/file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/secrets-test-`);
});

afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the file of secrets', () => {
  it('is made for its owner only, in a folder for its owner only', () => {
    const file = `${folder}/config/aggregator/secrets.json`;

    keepSecret(file, '/platforms/east/key', 'value');

    expect([modeOf(file), modeOf(`${folder}/config/aggregator`)]).toEqual(['600', '700']);
    expect(readSecrets(file)).toEqual({ '/platforms/east/key': 'value' });
  });

  it('is closed to others when it was open', () => {
    const file = `${folder}/secrets.json`;
    writeFileSync(file, '{"/platforms/west/key":"old"}', { mode: 0o644 });

    keepSecret(file, '/platforms/east/key', 'value');

    expect(modeOf(file)).toBe('600');
    expect(readSecrets(file)).toEqual({ '/platforms/west/key': 'old', '/platforms/east/key': 'value' });
  });

  it('holds nothing where there is none', () => {
    expect(readSecrets(`${folder}/secrets.json`)).toEqual({});
  });

  it.each(['{"/platforms/east/key": "val', '["value"]', '{"/platforms/east/key": 7}'])(
    'is refused, not overwritten and not quoted, when it holds %s',
    (text) => {
      const file = `${folder}/secrets.json`;
      writeFileSync(file, text);

      const keep = () => keepSecret(file, '/platforms/west/key', 'new');

      expect(keep).toThrow(expect.objectContaining({ code: 'FILE.UNREADABLE', details: { file } }));
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});

describe("the sandbox's own secrets", () => {
  it('are made once, for the owner of the data directory only', () => {
    const file = `${folder}/sandbox-secrets.json`;

    const first = sandboxSecrets(file);

    expect(sandboxSecrets(file)).toEqual(first);
    expect(modeOf(file)).toBe('600');
    expect(sandboxSecrets(`${folder}/other.json`).key).not.toBe(first.key);
  });
});

describe('the secrets a host knows', () => {
  it("are the sandbox's, made at once, and those a person keeps, which come first", () => {
    const data = openDataDirectory(`${folder}/data`);
    const file = `${folder}/secrets.json`;
    const made = knownSecrets(data, file);

    keepSecret(file, '/platforms/east/key', 'ours');
    keepSecret(file, SANDBOX_SECRETS.key, 'theirs');

    expect(made[SANDBOX_SECRETS.events]).toMatch(/^whsec_/);
    expect(knownSecrets(data, file)).toEqual({
      ...made,
      '/platforms/east/key': 'ours',
      [SANDBOX_SECRETS.key]: 'theirs',
    });
  });
});
