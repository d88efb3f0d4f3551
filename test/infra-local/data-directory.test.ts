import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepDocumentsOnly, openDataDirectory, removePartials } from '#infra/local/data-directory.ts';

let path: string;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'data-directory-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

describe('a data directory', () => {
  it('is made of an empty one, and opens again with the same token', () => {
    const first = openDataDirectory(path);

    const second = openDataDirectory(path);

    expect(second.token).toBe(first.token);
  });

  it.each(['1', '2', '4', 'zwei', ''])(
    'written by version "%s" is refused with what was found and what is wanted',
    (found) => {
      writeFileSync(join(path, 'schema-version'), `${found}\n`);

      expect(() => openDataDirectory(path)).toThrow(
        expect.objectContaining({ code: 'HOST.DATA_VERSION', details: { path, found, wanted: '3' } }),
      );
    },
  );

  it('is not made of a directory with somebody else in it', () => {
    writeFileSync(join(path, 'thesis.doc'), '');

    expect(() => openDataDirectory(path)).toThrow(expect.objectContaining({ code: 'HOST.DATA_FOREIGN' }));
    expect(readdirSync(path)).toEqual(['thesis.doc']);
  });

  it('remembers when something was done', () => {
    const data = openDataDirectory(path);
    const before = Date.now();

    data.mark('publish');

    expect(data.markedAt('publish')).toBeGreaterThanOrEqual(before);
    expect(data.markedAt('recover')).toBeUndefined();
  });

  it('of an older version opens again once only its documents and the sandbox are kept', () => {
    for (const name of [
      'objects.sqlite',
      'queues.sqlite',
      'queues.sqlite-wal',
      'samples.done',
      'recover.done',
      'token',
      'sandbox.sqlite',
      'sandbox-secrets.json',
    ]) {
      writeFileSync(join(path, name), '');
    }
    mkdirSync(join(path, 'tables'));
    writeFileSync(join(path, 'schema-version'), '1\n');

    keepDocumentsOnly(path);

    expect(readdirSync(path).toSorted()).toEqual([
      'objects.sqlite',
      'samples.done',
      'sandbox-secrets.json',
      'sandbox.sqlite',
      'schema-version',
      'token',
    ]);
    expect(openDataDirectory(path).markedAt('samples')).toBe(0);
  });

  it('is rid of what a killed backup left', () => {
    mkdirSync(join(path, 'backup-a1B2c3'));

    removePartials(path);

    expect(existsSync(join(path, 'backup-a1B2c3'))).toBe(false);
  });
});
