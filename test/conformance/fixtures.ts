import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Expectation, expectationOf, readFixture } from '#adapters/kit/fixture.ts';
import { platforms } from '#adapters/registry.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { ADAPTERS } from '#test/adapters/documents.ts';

const EXPECTED = '.expected.json';

/** Platforms whose documents are read; to the others lots are only handed over. */
export const platformsRead: readonly AuctionPlatform[] = platforms.filter(
  ({ manifest }) => Object.keys(manifest.documentKinds).length > 0,
);

/** A recorded document with what it was reviewed to say. */
export interface Fixture {
  readonly name: string;
  readonly document: RawDocument;
  readonly expected: unknown;
}

/** Recorded files and expectations that have no partner, and names that start with no kind. */
export function unpairedFiles({ manifest }: AuctionPlatform): readonly string[] {
  const files = filesOf(manifest.id);
  const expected = new Set(files.filter((file) => file.endsWith(EXPECTED)));
  const recorded = files.filter((file) => !file.endsWith(EXPECTED));
  const names = recorded.map(nameOf);
  const strays = recorded.filter(
    (file, index) =>
      names.indexOf(nameOf(file)) !== index ||
      !expected.delete(nameOf(file) + EXPECTED) ||
      readFixture(manifest, nameOf(file), Buffer.alloc(0)) === undefined,
  );
  return [...strays, ...expected];
}

/** All fixture pairs of a platform. */
export function fixturesOf({ manifest }: AuctionPlatform): readonly Fixture[] {
  const folder = folderOf(manifest.id);
  return filesOf(manifest.id)
    .filter((file) => !file.endsWith(EXPECTED) && existsSync(join(folder, nameOf(file) + EXPECTED)))
    .flatMap((file) => {
      const name = nameOf(file);
      const expected: unknown = JSON.parse(readFileSync(join(folder, name + EXPECTED), 'utf8'));
      const document = readFixture(manifest, name, readFileSync(join(folder, file)), expected);
      return document === undefined ? [] : [{ name, document, expected }];
    });
}

/** The fixtures a platform accepts, with what they map to. */
export function acceptedOf(platform: AuctionPlatform): readonly (Fixture & { readonly mapped: MappedDocument })[] {
  return fixturesOf(platform).flatMap((fixture) => {
    const mapped = expectationOf(platform, fixture.document);
    return 'refused' in mapped ? [] : [{ ...fixture, mapped }];
  });
}

/** What comes out, as far as its expectation speaks of it: unread fields are listed once for all fixtures. */
export function comparable(output: Expectation, expected: unknown): unknown {
  if ('refused' in output || (typeof expected === 'object' && expected !== null && 'unread' in expected)) return output;
  const { unread: _, ...rest } = output;
  return rest;
}

/** Known unread fields as `<kind> <path>`; empty without such a file. */
export function knownUnread({ manifest }: AuctionPlatform): readonly string[] {
  const file = join(ADAPTERS, manifest.id, 'unread.txt');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((line) => line !== '');
}

function nameOf(file: string): string {
  return file.replace(/\.\w+$/, '');
}

function folderOf(id: string): string {
  return join(ADAPTERS, id, 'fixtures');
}

function filesOf(id: string): readonly string[] {
  return existsSync(folderOf(id)) ? readdirSync(folderOf(id)).toSorted() : [];
}
