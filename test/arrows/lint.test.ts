import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const GLOBALS = 'lint/style/noRestrictedGlobals';
const PLUGIN = 'plugin';

const ambient = [
  { code: 'Date.now()', category: PLUGIN },
  { code: 'new Date()', category: PLUGIN },
  { code: 'Math.random()', category: PLUGIN },
  { code: 'setTimeout(String, 1)', category: GLOBALS },
  { code: 'setInterval(String, 1)', category: GLOBALS },
  { code: 'setImmediate(String)', category: GLOBALS },
  { code: 'queueMicrotask(String)', category: GLOBALS },
  { code: 'performance.now()', category: GLOBALS },
  { code: 'crypto.randomUUID()', category: GLOBALS },
  { code: 'process.pid', category: GLOBALS },
  { code: "fetch('about:blank')", category: GLOBALS },
  { code: 'console', category: GLOBALS },
];
const cases = [
  ...ambient,
  { code: 'new Date(5)', category: undefined },
  { code: "new Date('2026-01-01T00:00:00Z')", category: undefined },
].flatMap(({ code, category }, index) =>
  ['shared/domain', 'shared/services'].map((room) => ({ room, code, category, file: `${room}/case-${index}.ts` })),
);

interface Finding {
  readonly category: string;
  readonly location: { readonly path: string };
}

/** The part of biome.json that denies globals. */
interface Override {
  readonly linter?: {
    readonly rules?: {
      readonly style?: { readonly noRestrictedGlobals?: { readonly options: { readonly deniedGlobals: object } } };
    };
  };
}

/** Lints a copy of our rules and the cases; answers the categories found per file. */
function categoriesByFile(root: string): ReadonlyMap<string, readonly string[]> {
  for (const path of ['biome.json', '.gitignore', 'scripts/lint']) {
    cpSync(join(project, path), join(root, path), { recursive: true });
  }
  for (const { file, code } of cases) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), `export const value = ${code};\n`);
  }

  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', '--colors=off'];
  const run = spawnSync(process.execPath, [biome, ...options, 'shared'], { cwd: root, encoding: 'utf8' });
  const { diagnostics }: { diagnostics: readonly Finding[] } = JSON.parse(run.stdout);

  const found = Map.groupBy(diagnostics, ({ location }) => location.path.replaceAll('\\', '/'));
  return new Map([...found].map(([file, findings]) => [file, findings.map(({ category }) => category)]));
}

describe('the lint of what is ambient', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'lint-')));
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(() => {
    found = categoriesByFile(root);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(cases.filter(({ category }) => category !== undefined))('refuses $code in $room', ({ file, category }) => {
    expect(found.get(file)).toContain(category);
  });

  it.each(cases.filter(({ category }) => category === undefined))('lets $code pass in $room', ({ file }) => {
    expect(found.get(file)).toBeUndefined();
  });

  it('is shown for every denied global', () => {
    const { overrides }: { overrides: readonly Override[] } = JSON.parse(
      readFileSync(join(project, 'biome.json'), 'utf8'),
    );
    const denied = overrides.flatMap(({ linter }) =>
      Object.keys(linter?.rules?.style?.noRestrictedGlobals?.options.deniedGlobals ?? {}),
    );
    const shown = ambient.filter(({ category }) => category === GLOBALS).map(({ code }) => /^\w+/.exec(code)?.[0]);

    expect(denied.toSorted()).toEqual(shown.toSorted());
  });
});
