import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { Listing } from '#infra/opi/schemas.ts';
import { type FieldError, type JsonObject, PLATFORM_OWNED } from '#infra/opi/wire.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { toEpochMs } from '#shared/domain/time.ts';
import type { Terms } from './engine/lot.ts';
import { LIMITS, termFaults } from './rules.ts';

/** A listing the platform would accept. */
export interface ReadListing {
  readonly reference: string;
  readonly content: JsonObject;
  readonly digest: string;
  readonly terms: Terms;
}

const HOUR = 3_600_000;

/** Key order does not make another content. */
function canonical(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.flatMap(([key, item]) => (item === undefined ? [] : [[key, canonical(item)]])));
}

/** SHA-256 of a listing, whatever the order of its keys. */
export function digestOf(value: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex');
}

function formFaults(listing: JsonObject, issues: readonly z.core.$ZodIssue[]): readonly FieldError[] {
  const own = PLATFORM_OWNED.filter((name) => listing[name] !== undefined).map((name): FieldError => {
    return { pointer: `/${name}`, code: 'field.platform_owned', detail: '此字段由平台给出，委托中不得填写' };
  });
  const wrong = issues.map(({ path }): FieldError => {
    const [name] = path;
    const isMissing = name !== undefined && listing[String(name)] === undefined;
    const pointer = path.map((part) => `/${String(part)}`).join('');
    if (isMissing) return { pointer, code: 'field.required', detail: '必填，未填写' };
    return { pointer, code: 'field.invalid', detail: '格式、取值或词不在约定之内' };
  });
  return [...own, ...wrong];
}

function toTerms(listing: z.infer<typeof Listing>, now: number): Terms {
  const startsAt = toEpochMs(listing.startsAt);
  const { registration, reserveFen, maxIncrementFen } = listing;
  // Where a listing does not say, this platform's own rules hold: a hundredth of the start price, two hours, five minutes.
  const incrementFen = listing.incrementFen ?? Math.max(100, Math.floor(listing.startPriceFen / 100));
  return {
    startPriceFen: listing.startPriceFen,
    depositFen: listing.depositFen ?? 0,
    incrementFen,
    ...(maxIncrementFen !== undefined && { maxIncrementFen }),
    ...(reserveFen !== undefined && { reserveFen }),
    extensionMs: (listing.extensionMinutes ?? 5) * 60_000,
    registersFrom: Math.max(now, registration?.from === undefined ? now : toEpochMs(registration.from)),
    registersTo: Math.min(startsAt, registration?.to === undefined ? startsAt : toEpochMs(registration.to)),
    startsAt,
    endsAt: listing.endsAt === undefined ? startsAt + 2 * HOUR : toEpochMs(listing.endsAt),
    isLease: listing.tradeKind === 'lease' || listing.tradeKind === 'contract_out',
  };
}

function fileFaults(listing: z.infer<typeof Listing>): readonly FieldError[] {
  return (['pictures', 'documents'] as const).flatMap((kind) => {
    const files = listing[kind] ?? [];
    const most = files.length > LIMITS[kind];
    const large = files.flatMap(({ contentBase64 = '' }, index): readonly FieldError[] => {
      if ((contentBase64.length / 4) * 3 <= LIMITS.fileBytes) return [];
      return [{ pointer: `/${kind}/${index}`, code: 'file.too_large', detail: `不得超过 ${LIMITS.fileBytes} 字节` }];
    });
    const detail = `不得超过 ${LIMITS[kind]} 个`;
    return most ? [{ pointer: `/${kind}`, code: 'list.too_long', detail }, ...large] : large;
  });
}

function withoutBytes(value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  return value.map((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'contentBase64'));
  });
}

/** What the platform keeps to show: no reserve price, no bytes, nothing it does not know. */
function toContent(listing: JsonObject): JsonObject {
  const known = Object.keys(Listing.shape).filter((name) => name !== 'reserveFen' && name !== 'schema');
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = listing[name];
      return value === undefined || value === null ? [] : [[name, withoutBytes(value)] as const];
    }),
  );
}

/** The listing with the digest of its body, or what is wrong with it. */
export function readListing(body: JsonObject, now: number): ReadListing | { readonly faults: readonly FieldError[] } {
  const read = Listing.safeParse(body);
  const faults = formFaults(body, read.error?.issues ?? []);
  if (faults.length > 0 || !read.success) return { faults };
  const terms = toTerms(read.data, now);
  const wrong = [...termFaults(read.data, terms, now), ...fileFaults(read.data)];
  if (wrong.length > 0) return { faults: wrong };
  return { reference: read.data.reference, content: toContent(body), digest: digestOf(body), terms };
}
