import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromEpochMs } from '#shared/domain/time.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { ADAPTERS, refusalOf } from './documents.ts';

const OBSERVED_AT = fromEpochMs(Date.UTC(2026, 5, 1, 4));

/** A recorded reply, of the lot its name ends in. */
export interface ReplyFixture {
  readonly name: string;
  readonly document: RawDocument;
  readonly expected: unknown;
}

/** All fixture pairs of a platform; a fixture's name starts with its kind, which may hold hyphens itself. */
export function repliesOf({ manifest }: AuctionPlatform): readonly ReplyFixture[] {
  const folder = join(ADAPTERS, manifest.id, 'fixtures');
  // A kind may begin with the name of another: the longest one meant.
  const kinds = Object.keys(manifest.documentKinds).toSorted((a, b) => b.length - a.length);
  return readdirSync(folder)
    .filter((file) => !file.endsWith('.expected.json'))
    .map((file) => {
      const name = file.replace(/\.\w+$/, '');
      const kind = kinds.find((candidate) => name.startsWith(`${candidate}-`)) ?? '';
      return {
        name,
        document: aReply(kind, readFileSync(join(folder, file)), name),
        expected: JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')),
      };
    });
}

/** A reply as it arrives; a value is sent as JSON. */
export function aReply(kind: string, content: unknown, subject = ''): RawDocument {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
  return { kind, bytes, observedAt: OBSERVED_AT, subject };
}

/** What a document maps to, or why it is refused. */
export function mapOrRefusal(platform: AuctionPlatform, document: RawDocument): unknown {
  let mapped: MappedDocument | undefined;
  const refused = refusalOf(() => {
    mapped = platform.map(document);
  });
  return refused === undefined ? mapped : { refused };
}
