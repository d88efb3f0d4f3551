import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { FunctionSpec } from './topology-shape.ts';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Where CDK, tests and the bench put the bundles; one folder per function. */
export const functionBundles: string = join(projectRoot, '.build', 'functions');

/** One Lambda bundle on disk. */
export interface BundleResult {
  /** Folder to deploy. */
  readonly directory: string;
  /** The bundle, `<directory>/index.js`, exporting `handler`. */
  readonly file: string;
  /** Size of the bundle, before compression. */
  readonly bytes: number;
  /** Source path, from the project's root, → bytes of it that are in the bundle. */
  readonly inputs: Readonly<Record<string, number>>;
}

/**
 * Bundles one function for Lambda into `<outDirectory>/<name>/index.js`.
 * CommonJS because ES modules start slower; `module` first because the SDK's CommonJS files cannot be tree-shaken.
 *
 * @throws {Error} esbuild's, with its messages, when the entry does not build.
 */
export function bundleFunction(name: string, spec: FunctionSpec, outDirectory: string): BundleResult {
  const directory = join(outDirectory, name);
  const file = join(directory, 'index.js');
  const { metafile } = buildSync({
    absWorkingDir: projectRoot,
    entryPoints: [spec.entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': './infra/bundling/env-credentials.ts',
      '@aws-sdk/endpoint-cache': './infra/bundling/no-endpoint-cache.ts',
      '@smithy/core/event-streams': './infra/bundling/no-event-streams.ts',
    },
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${name}`);
  const shipped = Object.entries(output.inputs).map(([path, input]) => [path, input.bytesInOutput] as const);
  return { directory, file, bytes: output.bytes, inputs: Object.fromEntries(shipped.filter(([, bytes]) => bytes > 0)) };
}
