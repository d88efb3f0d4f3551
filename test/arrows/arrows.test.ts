import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrowCases } from './arrow-cases.ts';
import { type BrokenRules, brokenRules } from './cruised-imports.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const options = await extractOptions(join(project, '.dependency-cruiser.cjs'));
const rules = options.ruleSet?.forbidden ?? [];
const files = arrowCases.flatMap(({ wrong, right }) => [wrong, right]);

describe('the arrows between the rooms', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'arrows-')));
  let broken: BrokenRules;

  beforeAll(async () => {
    const { imports } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    const tsConfig = readFileSync(join(project, 'tsconfig.json'), 'utf8');
    broken = await brokenRules(root, files, options, { imports, tsConfig });
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(arrowCases)('$rule stops each wrong import of $wrong.file, and no other rule does', ({ rule, wrong }) => {
    const expected = Object.fromEntries(wrong.imports.map((specifier) => [specifier, [rule]]));

    expect(broken[wrong.file]).toEqual(expected);
  });

  it.each(arrowCases)('$rule lets $right.file pass', ({ right }) => {
    const expected = Object.fromEntries(right.imports.map((specifier) => [specifier, []]));

    expect(broken[right.file]).toEqual(expected);
  });

  it('are all shown, each in files of its own', () => {
    const shown = new Set(arrowCases.map(({ rule }) => rule));
    const names = files.map(({ file }) => file);

    expect([...shown].sort()).toEqual(rules.map(({ name }) => name).sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(rules)('$name says why, and fails the check', ({ comment, severity }) => {
    expect(comment).toMatch(/\w+ \w+.*\.$/);
    expect(severity).toBe('error');
  });
});
