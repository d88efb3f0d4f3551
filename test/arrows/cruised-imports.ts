import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import type { ImportingFile } from './arrow-cases.ts';

/** Names of the rules each import breaks, by importing file and by import as written. */
export type BrokenRules = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Packages as installed: entry points by their place in the package. */
const PACKAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '@aws-lambda-powertools/logger': { '.': './index.js' },
  '@aws-sdk/client-s3': { '.': './index.js' },
  '@aws-sdk/client-sqs': { '.': './index.js' },
  '@aws-sdk/util-dynamodb': { '.': './index.js' },
  '@middy/core': { '.': './index.js' },
  '@smithy/types': { '.': './index.js' },
  '@types/aws-lambda': { '.': './index.d.ts' },
  abandoned: { '.': './index.js' },
  'aws-cdk-lib': { '.': './index.js' },
  aws4fetch: { '.': './index.js' },
  axios: { '.': './index.js' },
  'aws-jwt-verify': { '.': './index.js' },
  '@jimp/js-jpeg': { '.': './index.js' },
  cheerio: { '.': './dist/esm/index.js', './slim': './dist/esm/slim.js' },
  hono: { '.': './index.js' },
  stowaway: { '.': './index.js' },
  zod: { '.': './index.js', './mini': './mini/index.js' },
};
const UNDECLARED = ['stowaway'];
const DEV_ONLY = ['@aws-sdk/client-s3', '@types/aws-lambda', 'aws-cdk-lib'];

/**
 * Writes the files, the files they import and the packages into `root`, and lets dependency-cruiser judge them.
 * An import containing `!` is left without a file.
 */
export async function brokenRules(
  root: string,
  files: readonly ImportingFile[],
  options: ICruiseOptions,
  project: { readonly imports: unknown; readonly tsConfig: string },
): Promise<BrokenRules> {
  writePackages(root, project.imports);
  write(root, 'tsconfig.json', project.tsConfig);
  for (const path of files.flatMap(({ imports }) => imports).filter(isOwnFile)) {
    write(root, path.slice(1), 'export const leaf = 1;\n');
  }
  for (const { file, imports } of files) {
    // Type imports count as much as any.
    write(root, file, imports.map((specifier) => `import type { leaf } from '${specifier}';\n`).join(''));
  }

  const { output } = await cruise(
    files.map(({ file }) => file),
    { ...options, baseDir: root, tsConfig: { fileName: join(root, 'tsconfig.json') } },
  );
  if (typeof output === 'string') throw new TypeError('dependency-cruiser returned text instead of a result');

  return Object.fromEntries(
    output.modules.map(({ source, dependencies }) => [
      source,
      Object.fromEntries(
        dependencies.map(({ protocol = '', module, rules = [] }) => [protocol + module, rules.map(({ name }) => name)]),
      ),
    ]),
  );
}

function isOwnFile(specifier: string): boolean {
  return specifier.startsWith('#') && !specifier.includes('!');
}

function writePackages(root: string, imports: unknown): void {
  const names = Object.keys(PACKAGES).filter((name) => !UNDECLARED.includes(name));
  const versions = (of: readonly string[]) => Object.fromEntries(of.map((name) => [name, '1.0.0']));
  const manifest = {
    type: 'module',
    imports,
    dependencies: versions(names.filter((name) => !DEV_ONLY.includes(name))),
    devDependencies: versions(DEV_ONLY),
  };
  write(root, 'package.json', JSON.stringify(manifest));
  for (const [name, exports] of Object.entries(PACKAGES)) {
    const deprecated = name === 'abandoned' ? { deprecated: 'use hono' } : {};
    const types = name.startsWith('@types/') ? { types: exports['.'] } : {};
    write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, exports, ...types, ...deprecated }));
    for (const file of Object.values(exports)) write(root, `node_modules/${name}/${file}`, 'export {};\n');
  }
}

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
