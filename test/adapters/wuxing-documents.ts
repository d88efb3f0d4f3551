import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wuxing } from '#adapters/wuxing/index.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { ADAPTERS } from './documents.ts';
import { aReply } from './reply-fixtures.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A document written by us, some fields of its body changed; `undefined` removes one. */
export function aChangedDocument(name: string, body: string, changes: Fields): unknown {
  const sample: Record<string, Fields> = JSON.parse(
    readFileSync(join(ADAPTERS, 'wuxing/fixtures', `${name}.json`), 'utf8'),
  );
  return { ...sample, [body]: { ...sample[body], ...changes } };
}

export function map(kind: string, content: unknown): MappedDocument {
  return wuxing.map(aReply(kind, content));
}
