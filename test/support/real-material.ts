import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const { REAL_MATERIAL, CI } = process.env;
const folder = resolve(import.meta.dirname, '../..', REAL_MATERIAL ?? '../shared/platforms/real');

/** Bytes of a captured file, by its path below the folder of real material; undefined when there is none. */
export function realMaterial(path: string): Buffer | undefined {
  const file = resolve(folder, path);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/**
 * Describes tests on captured files, which are not part of the project. Without them the tests are skipped by name,
 * on CI they fail: there the material must be in place.
 */
export function describeReal(name: string, tests: () => void): void {
  if (existsSync(folder)) {
    describe(name, tests);
  } else if (CI === 'true') {
    describe(name, () => {
      it('finds the real material', () => {
        expect.unreachable(`no real material at ${folder}; set REAL_MATERIAL`);
      });
    });
  } else {
    describe.skip(`${name} (no real material at ${folder}; set REAL_MATERIAL)`, tests);
  }
}
