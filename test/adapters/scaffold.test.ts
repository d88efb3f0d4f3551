import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlatform } from '#infra/cli/platform/new.ts';
import { refusalOf } from './documents.ts';
import { anEmptyProject, edit, register, runTool } from './scaffold-project.ts';

const HTML = `<html><ul class="lots"><li class="lot" data-id="EL-1"><a href="https://east-lake.example/lot/1">看货</a>
<b class="title">织里镇商铺</b><i class="status">报名中</i><i class="start-price">8.64 万元</i>
<i class="ends-at">2026-06-08 17:00</i></li></ul></html>`;
const JSON_REPLY = JSON.stringify({
  data: [
    {
      id: 'EL-1',
      title: '织里镇商铺',
      status: '报名中',
      startPrice: 86400,
      endTime: '2026-06-08 17:00:00',
      url: 'https://east-lake.example/lot/1',
    },
  ],
});

/** Fills in what the generated tests ask for. */
function fillIn(root: string, file: string, content: string): void {
  edit(root, 'adapters/east-lake/manifest.ts', {
    "name: 'east-lake'": "name: '东湖'",
    'east-lake.invalid/': 'east-lake.example/',
    "'east-lake.invalid'": "'east-lake.example'",
  });
  edit(root, 'adapters/east-lake/words.ts', { '([])': "([['报名中', 'announced']])" });
  edit(root, 'test/adapters/east-lake.test.ts', {
    "externalId: ''": "externalId: 'EL-1'",
    "status: ''": "status: 'announced'",
    "title: ''": "title: '织里镇商铺'",
    "url: ''": "url: 'https://east-lake.example/lot/1'",
    'startPrice: 0': 'startPrice: 8_640_000',
    "endsAt: ''": "endsAt: '2026-06-08T09:00:00.000Z'",
  });
  mkdirSync(join(root, 'adapters/east-lake/fixtures'));
  writeFileSync(join(root, 'adapters/east-lake/fixtures', file), content);
  register(root, ['east-lake', 'eastLake']);
}

describe.each([
  ['html', 'list-page.html', HTML],
  ['json', 'list-page.json', JSON_REPLY],
])('a new platform of %s', (format, file, content) => {
  it('compiles, fails ten tests that say what to fill in, and passes them once filled in', async () => {
    const root = anEmptyProject();
    createPlatform(root, 'east-lake', format);

    const types = await runTool(root, 'tsc', '--noEmit', '-p', root);
    const unfilled = await runTool(root, 'vitest', 'run', '--root', root);
    fillIn(root, file, content);
    const filled = await runTool(root, 'vitest', 'run', '--root', root);

    expect(types).toBe('');
    expect(unfilled).toMatch(/Tests +10 failed \(10\)/);
    expect(unfilled).toContain('record a page first: npm run platform:record -- east-lake list <url|file> --name page');
    expect(unfilled).toContain('write what you see into FIRST_LOT.title');
    expect(filled).toMatch(/Tests +10 passed \(10\)/);
  }, 120_000);
});

describe('createPlatform', () => {
  it('prints the lines to add to the lists, under a name fit for code', () => {
    const lines = createPlatform(anEmptyProject(), 'east-lake-2', 'html').join('\n');

    expect(lines).toContain("adapters/registry.ts   import { eastLake2 } from './east-lake-2/index.ts';");
    expect(lines).toContain(
      "adapters/words.ts      import { describeWords as eastLake2 } from './east-lake-2/words.ts';",
    );
  });

  it.each(['', 'East', 'east_lake', 'east-', '-east', 'east--lake', '../east', '2east', 'kit', 'e'.repeat(41)])(
    'refuses the id %j',
    (id) => {
      expect(refusalOf(() => createPlatform(anEmptyProject(), id, 'html'))?.code).toBe('REQUEST.INVALID');
    },
  );

  it.each(['xml', 'toString', ''])('refuses the format %j and writes nothing', (format) => {
    const root = anEmptyProject();

    expect(refusalOf(() => createPlatform(root, 'east', format))?.code).toBe('REQUEST.INVALID');
    expect(existsSync(join(root, 'adapters/east'))).toBe(false);
  });

  it('never writes over a platform', () => {
    const root = anEmptyProject();
    createPlatform(root, 'east', 'html');

    expect(refusalOf(() => createPlatform(root, 'east', 'json'))?.code).toBe('REQUEST.INVALID');
  });
});
