import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toJSONSchema, type ZodMiniType } from 'zod/mini';
import { ENVELOPES, EventEnvelope } from '#adapters/kit/open-platform/envelope.ts';
import { Bid, Deposit, Lot, Result, Settlement } from '#adapters/kit/open-platform/schema.ts';
import { ENUMERATIONS } from '#adapters/kit/open-platform/words.ts';
import { ADAPTERS } from './documents.ts';

const page = readFileSync(join(ADAPTERS, '../docs/open-platform-documents.md'), 'utf8');
const [chinese = '', english = ''] = page.split('<a id="english"></a>');

/** What the page has a table of, in its order. */
const TABLES: readonly (readonly [name: string, schema: ZodMiniType])[] = [
  ['opi.lot.v1', ENVELOPES['opi.lot.v1']],
  ['lot', Lot],
  ['opi.lots.v1', ENVELOPES['opi.lots.v1']],
  ['opi.bids.v1', ENVELOPES['opi.bids.v1']],
  ['bids[]', Bid],
  ['opi.result.v1', ENVELOPES['opi.result.v1']],
  ['result', Result],
  ['opi.settlement.v1', ENVELOPES['opi.settlement.v1']],
  ['settlement', Settlement],
  ['opi.deposits.v1', ENVELOPES['opi.deposits.v1']],
  ['deposits[]', Deposit],
  ['opi.event.v1', EventEnvelope],
];

interface Node {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string;
}

function branches(node: Node): readonly Node[] {
  return node.anyOf?.flatMap(branches) ?? [node];
}

function typeOf(node: Node): string {
  const types = new Set(branches(node).flatMap(({ type }) => type ?? 'object'));
  types.delete('null');
  return [...types].join(' / ');
}

function fieldsOf(node: Node, prefix = ''): readonly Field[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => [
    {
      name: prefix + name,
      type: typeOf(field),
      required: node.required?.includes(name) === true,
      meaning: field.description ?? '',
    },
    ...branches(field).flatMap((branch) => fieldsOf(branch, `${prefix}${name}.`)),
  ]);
}

/** Field tables of one language, in the page's order. */
function tablesOf(text: string, heading: string, yes: string): readonly (readonly Field[])[] {
  return text
    .split(heading)
    .slice(1)
    .map((rest) => {
      const lines = rest.split('\n').slice(2);
      const rows = lines.slice(0, lines.indexOf(''));
      return rows.map((row) => {
        const [, name = '', type = '', , required = '', meaning = ''] = row.split('|').map((cell) => cell.trim());
        return { name: name.replaceAll('`', ''), type, required: required === yes, meaning };
      });
    });
}

describe('page on the documents of the Open Platform Interface', () => {
  const ours = TABLES.map(([, schema]) => fieldsOf(toJSONSchema(schema, { io: 'input' }) as Node));

  it('explains every field of every schema in Chinese, as the schema does', () => {
    expect(tablesOf(chinese, '| 字段 | 类型 | 单位、格式 | 必填 | 含义 |', '是')).toEqual(ours);
  });

  it('explains the same fields in English', () => {
    const tables = tablesOf(english, '| field | type | unit, form | required | meaning |', 'yes');
    const bare = (fields: readonly Field[]) => fields.map(({ name, type, required }) => ({ name, type, required }));

    expect(tables.map(bare)).toEqual(ours.map(bare));
    expect(tables.flat().filter(({ meaning }) => meaning === '')).toEqual([]);
  });

  it.each([
    ['Chinese', chinese],
    ['English', english],
  ])('lists every word in its %s part, and no other', (_, text) => {
    const words = Object.values(ENUMERATIONS).flatMap((words) =>
      Object.entries(words).map(([theirs, { ours, zh }]) => `| \`${theirs}\` | ${zh} | \`${ours}\` |`),
    );

    const listed = text.split('\n').filter((line) => /^\| `[^`]+` \| [^|]+ \| `[^`]+` \|$/.test(line));

    expect(listed).toEqual(words);
  });

  it.each(
    [...page.matchAll(/<!-- sample: (\S+) -->\n```json\n(.*?)\n```/gs)].map(([, name, text]) => ({ name, text })),
  )('shows $name as the fixture is', ({ name, text }) => {
    const fixture = readFileSync(join(ADAPTERS, 'wuxing/fixtures', `${name}.json`), 'utf8');

    expect(`${text}\n`).toBe(fixture);
  });

  it('shows a sample of every document', () => {
    const shown = [...page.matchAll(/^ {2}"schema": "([^"]+)"/gm)].map(([, schema]) => schema);

    expect(new Set(shown)).toEqual(new Set([...Object.keys(ENVELOPES), 'opi.event.v1']));
  });
});
