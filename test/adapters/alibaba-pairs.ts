import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { ADAPTERS, aDocument, refusalOf } from './documents.ts';

/** The lot that fixtures are said to be about which do not name theirs. */
const SUBJECT = '1012345679000';

/** A recorded document and what it was reviewed to say. */
interface Pair {
  readonly name: string;
  readonly kind: string;
  readonly bytes: Buffer;
  readonly expected: unknown;
}

const folder = join(ADAPTERS, 'alibaba', 'fixtures');
const kinds = Object.keys(alibaba.manifest.documentKinds);

/** All fixture pairs; a document's kind is what its name starts with. */
export const pairs: readonly Pair[] = readdirSync(folder)
  .filter((file) => !file.endsWith('.expected.json'))
  .map((file) => {
    const { name } = parse(file);
    const kind = kinds.find((candidate) => name.startsWith(`${candidate}-`)) ?? `none of the kinds: ${name}`;
    const expected: unknown = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
    return { name, kind, bytes: readFileSync(join(folder, file)), expected };
  });

/** A document that is said to be about a lot. */
export function aDocumentAbout(subject: string, kind: string, content: string | Uint8Array): RawDocument {
  return { ...aDocument(kind, content), subject };
}

/** What a document maps to, or what refuses it. */
export function mapOrRefusal(kind: string, bytes: Uint8Array): unknown {
  let mapped: MappedDocument | undefined;
  const refused = refusalOf(() => {
    mapped = alibaba.map(aDocumentAbout(SUBJECT, kind, bytes));
  });
  return refused === undefined ? mapped : { refused };
}

/** Text of a fixture. */
export function textOf(name: string): string {
  const found = pairs.find((pair) => pair.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found.bytes.toString('utf8');
}

/** Changes a page; a change that finds nothing to change would test nothing. */
export function changed(html: string, from: string | RegExp, to: string): string {
  const found = typeof from === 'string' ? html.includes(from) : html.search(from) !== -1;
  if (!found) throw new Error(`nothing to change: ${from}`);
  return html.replace(from, to);
}
