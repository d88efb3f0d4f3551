import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { platformFolder } from './fixture-files.ts';

const TEMPLATES = 'adapters/kit/template';
const SUFFIX = '.template';

interface Words {
  readonly __ID__: string;
  readonly __VARIABLE__: string;
  readonly __TYPE__: string;
}

/** What the platform's pages are, by folder of templates. */
const CONTENT_TYPES: Readonly<Record<string, string>> = { html: 'text/html', json: 'application/json' };

/**
 * Writes the folder of a new platform and its tests from the templates, and says what comes next.
 * @throws AppError `REQUEST.INVALID` for an id that cannot be one or is taken, and for an unknown format
 */
export function createPlatform(root: string, id: string, format: string): readonly string[] {
  if (!/^[a-z](?:-?[a-z0-9]){1,38}$/.test(id) || id === 'kit') {
    throw new AppError('REQUEST.INVALID', 'an id is small letters, digits and single hyphens', { details: { id } });
  }
  const contentType = Object.hasOwn(CONTENT_TYPES, format) ? CONTENT_TYPES[format] : undefined;
  if (contentType === undefined) {
    throw new AppError('REQUEST.INVALID', 'no such format', { details: { format, known: Object.keys(CONTENT_TYPES) } });
  }
  const test = join(root, 'test', 'adapters', `${id}.test.ts`);
  if (existsSync(platformFolder(root, id)) || existsSync(test)) {
    throw new AppError('REQUEST.INVALID', 'the platform exists', { details: { id } });
  }
  const words = { __ID__: id, __VARIABLE__: toVariable(id), __TYPE__: contentType };
  const written = ['common', format].flatMap((folder) => writeTemplates(root, folder, words));
  return [...written.toSorted().map((file) => `写入 ${file}`), '', ...registryLines(id), '', ...nextSteps(id)];
}

function writeTemplates(root: string, folder: string, words: Words): readonly string[] {
  const id = words.__ID__;
  return readdirSync(join(root, TEMPLATES, folder)).map((template) => {
    const name = template.slice(0, -SUFFIX.length);
    const file = name === 'platform.test.ts' ? `test/adapters/${id}.test.ts` : `adapters/${id}/${name}`;
    const text = readFileSync(join(root, TEMPLATES, folder, template), 'utf8');
    const filled = Object.entries(words).reduce((filling, [mark, word]) => filling.replaceAll(mark, word), text);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), filled);
    return file;
  });
}

/** `east-lake` is `eastLake`. */
function toVariable(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function registryLines(id: string): readonly string[] {
  const variable = toVariable(id);
  return [
    '登记:在以下四个文件各加一行 import,并把名字加入列表 / add to these four lists:',
    `  adapters/manifests.ts  import { manifest as ${variable} } from './${id}/manifest.ts';`,
    `  adapters/registry.ts   import { ${variable} } from './${id}/index.ts';`,
    `  adapters/samples.ts    import { samples as ${variable} } from './${id}/samples.ts';`,
    `  adapters/words.ts      import { describeWords as ${variable} } from './${id}/words.ts';`,
  ];
}

function nextSteps(id: string): readonly string[] {
  return [
    '接下来 / next:',
    '  npm run format',
    `  npx vitest run test/adapters/${id}.test.ts      每个未通过的测试说明要填什么 / each failing test says what to fill in`,
    `  npm run platform:record -- ${id} list <url|file> --name page`,
  ];
}
