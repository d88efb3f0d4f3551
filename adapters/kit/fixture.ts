import * as z from 'zod/mini';
import { fromEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, PlatformManifest, RawDocument } from '#shared/ports/auction-platform.ts';

const Lots = z.array(z.object({ externalId: z.string() }));
const Sightings = z.object({ lots: Lots, bids: Lots });

/** When every recorded document (样本) counts as taken. One instant for all, so that expectations do not age. */
const FIXTURE_OBSERVED_AT = fromEpochMs(Date.UTC(2026, 5, 1, 4));

/** What is written beside a recorded document: what it maps to, or with what it is refused. */
export type Expectation = MappedDocument | { readonly refused: Pick<AppError, 'code' | 'details'> };

/**
 * Makes a recorded document of its file's name, `<kind>-<case>` or `<kind>-<case>-<number of the lot>`. The lot it is
 * about, which its bringer would say, is that number, else the one lot its expectation speaks of, else the file's name.
 * Undefined when the name starts with no kind of the platform.
 */
export function readFixture(
  { documentKinds }: PlatformManifest,
  name: string,
  bytes: Uint8Array,
  expected?: unknown,
): RawDocument | undefined {
  const kinds = Object.keys(documentKinds).filter((kind) => name.startsWith(`${kind}-`));
  const kind = kinds.toSorted((a, b) => b.length - a.length)[0];
  if (kind === undefined) return undefined;
  const subject = /-([A-Za-z]*\d{6,})$/.exec(name)?.[1] ?? onlyLotOf(expected) ?? name;
  return { kind, bytes, observedAt: FIXTURE_OBSERVED_AT, subject };
}

function onlyLotOf(expected: unknown): string | undefined {
  const parsed = Sightings.safeParse(expected);
  const ids = parsed.success ? [...parsed.data.lots, ...parsed.data.bids].map(({ externalId }) => externalId) : [];
  return new Set(ids).size === 1 ? ids[0] : undefined;
}

/**
 * What a document maps to, or with what it is refused.
 * @throws whatever is thrown and none of our errors
 */
export function expectationOf(platform: AuctionPlatform, document: RawDocument): Expectation {
  try {
    return platform.map(document);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refused: { code: error.code, details: error.details } };
  }
}
