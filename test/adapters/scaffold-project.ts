import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

/** A project of its own with our kit, trade and packages and no platform, removed after the test. */
export function anEmptyProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'scaffold-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'adapters'));
  mkdirSync(join(root, 'test/adapters'), { recursive: true });
  for (const folder of ['node_modules', 'shared', 'adapters/kit'])
    symlinkSync(join(PROJECT, folder), join(root, folder));
  for (const file of ['package.json', 'test/adapters/documents.ts']) cpSync(join(PROJECT, file), join(root, file));
  const tsconfig = { extends: join(PROJECT, 'tsconfig.json'), include: ['adapters/*.ts', 'adapters/*/*.ts', 'test'] };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(tsconfig));
  register(root);
  return root;
}

/** Registers the platforms, each as id and variable. */
export function register(root: string, ...platforms: readonly (readonly [id: string, variable: string])[]): void {
  const imports = platforms.map(([id, variable]) => `import { ${variable} } from './${id}/index.ts';`);
  const list = platforms.map(([, variable]) => variable).join(', ');
  const type = "import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';";
  const text = [type, ...imports, `export const platforms: readonly AuctionPlatform[] = [${list}];`, ''].join('\n');
  writeFileSync(join(root, 'adapters/registry.ts'), text);
}

/** Changes a file of the project. */
export function edit(root: string, file: string, changes: Readonly<Record<string, string>>): void {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = Object.entries(changes).reduce((text, [from, to]) => text.replace(from, () => to), before);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  writeFileSync(path, after);
}

/** What a tool of the project prints, whether it succeeds or not. */
export function runTool(root: string, tool: string, ...args: readonly string[]): Promise<string> {
  const { promise, resolve: done } = Promise.withResolvers<string>();
  const path = `${join(PROJECT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH: path, NO_COLOR: '1' };
  execFile(join(PROJECT, 'node_modules/.bin', tool), args, { cwd: root, env }, (_, out, err) => done(out + err));
  return promise;
}
