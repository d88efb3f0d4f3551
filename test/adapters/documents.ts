import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fromEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';

const OBSERVED_AT = fromEpochMs(Date.UTC(2026, 4, 18, 4));

/** The folder of adapters. */
export const ADAPTERS = resolve(import.meta.dirname, '../../adapters');

/** A recorded page of a platform: its kind is the first word of its name. */
interface Fixture {
  readonly name: string;
  readonly kind: string;
  readonly bytes: Buffer;
  readonly expected: unknown;
}

/** All fixture pairs of a platform. */
export function fixturesOf(platform: string): readonly Fixture[] {
  const folder = join(ADAPTERS, platform, 'fixtures');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length))
    .map((name) => ({
      name,
      kind: name.split('-')[0] ?? '',
      bytes: readFileSync(join(folder, `${name}.html`)),
      expected: JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')),
    }));
}

/** A document as it arrives. */
export function aDocument(kind: string, content: string | Uint8Array): RawDocument {
  return { kind, bytes: typeof content === 'string' ? Buffer.from(content) : content, observedAt: OBSERVED_AT };
}

/** What a call throws, as far as it is one of our errors; anything else fails the test. */
export function refusalOf(call: () => unknown): Pick<AppError, 'code' | 'details'> | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, details: error.details };
  }
}
