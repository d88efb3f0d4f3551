import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { manifests } from '#adapters/manifests.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
/** Tests, docs, the demo's data and the sandbox's imitations may name platforms; the rest is not source. */
const NOT_OURS = [
  'test',
  'docs',
  'infra/demo',
  'infra/local/sandbox/faces',
  'node_modules',
  '.*',
  'cdk.out',
  'coverage',
  'test-output',
];

/** Lines of `text` naming the platform, as a word or within a string. */
function linesNaming(id: string, text: string): readonly string[] {
  const word = new RegExp(`\\b${id}\\b`, 'i');
  return text.split('\n').filter((line) => word.test(line));
}

describe('the names of platforms', () => {
  const files = globSync('**/*.{ts,tsx,mjs}', { cwd: project, exclude: NOT_OURS }).map((file) =>
    file.replaceAll('\\', '/'),
  );

  it.each(manifests.map(({ id }) => id))('%s is named by its adapter and the lists only', (id) => {
    const elsewhere = files.filter(
      (file) =>
        !file.startsWith(`adapters/${id}/`) &&
        !/^adapters\/(registry|manifests|samples|words|fees|handoff|addresses|fetchers|fetching|publishers|publishing|open-platform)\.ts$/.test(
          file,
        ),
    );
    const naming = elsewhere.flatMap((file) =>
      linesNaming(id, readFileSync(join(project, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
    );

    expect(elsewhere.length).toBeGreaterThan(10);
    expect(naming).toEqual([]);
  });

  it('are found as words and in strings, not inside other words', () => {
    const text = "if (id === 'east') {}\n// east only\nconst feast = 1;\nurl('https://east.example/')";

    expect(linesNaming('east', text)).toEqual([
      "if (id === 'east') {}",
      '// east only',
      "url('https://east.example/')",
    ]);
  });
});
