import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { type Expectation, expectationOf, readFixture } from '#adapters/kit/fixture.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';

const EXPECTED = '.expected.json';

/** A recorded document of a platform, mapped as it is now. */
interface RecordedFile {
  readonly name: string;
  readonly kind: string;
  readonly output: Expectation;
}

/** Folder of a platform below the project's root. */
export function platformFolder(root: string, id: string): string {
  return join(root, 'adapters', id);
}

/** Writes a recorded document; false when one of that name is already there. */
export function writeRecording(root: string, id: string, file: string, bytes: Uint8Array): boolean {
  const folder = join(platformFolder(root, id), 'fixtures');
  mkdirSync(folder, { recursive: true });
  const { name } = parse(file);
  if (readdirSync(folder).some((other) => parse(other).name === name)) return false;
  writeFileSync(join(folder, file), bytes);
  return true;
}

/** Maps every recorded document of a platform; files that start with no kind are left out. */
export function mapRecordings(root: string, platform: AuctionPlatform): readonly RecordedFile[] {
  const folder = join(platformFolder(root, platform.manifest.id), 'fixtures');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .filter((file) => !file.endsWith(EXPECTED))
    .toSorted()
    .flatMap((file) => {
      const { name } = parse(file);
      const document = readFixture(
        platform.manifest,
        name,
        readFileSync(join(folder, file)),
        expectationIn(folder, name),
      );
      return document === undefined ? [] : [{ name, kind: document.kind, output: expectationOf(platform, document) }];
    });
}

/** Writes what the documents map to beside them; the names of those whose expectation changed. */
export function writeExpectations(root: string, id: string, recorded: readonly RecordedFile[]): readonly string[] {
  return recorded.flatMap(({ name, output }) => {
    const folder = join(platformFolder(root, id), 'fixtures');
    const known = expectationIn(folder, name);
    const keepsUnread = typeof known === 'object' && known !== null && 'unread' in known;
    const expected = 'refused' in output || keepsUnread ? output : { ...output, unread: undefined };
    const text = `${JSON.stringify(expected, null, 2)}\n`;
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(JSON.parse(text))) return [];
    writeFileSync(join(folder, name + EXPECTED), text);
    return [name];
  });
}

function expectationIn(folder: string, name: string): unknown {
  const file = join(folder, name + EXPECTED);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Writes the fields nobody reads, each once as `<kind> <path>`, to unread.txt; how many there are. */
export function writeUnread(root: string, id: string, recorded: readonly RecordedFile[]): number {
  const unread = new Set(
    recorded.flatMap(({ kind, output }) =>
      'refused' in output ? [] : (output.unread ?? []).map((path) => `${kind} ${path}`),
    ),
  );
  const file = join(platformFolder(root, id), 'unread.txt');
  if (unread.size > 0 || existsSync(file))
    writeFileSync(
      file,
      [...unread]
        .toSorted()
        .map((line) => `${line}\n`)
        .join(''),
    );
  return unread.size;
}
