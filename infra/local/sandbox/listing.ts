import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { Lot } from '#adapters/wuxing/schema.ts';
import { PLATFORM_OWNED } from '#infra/opi/wire.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { toEpochMs } from '#shared/domain/time.ts';
import type { Terms } from './engine/lot.ts';
import type { JsonObject } from './json.ts';
import type { Fault } from './problem.ts';

/** What this platform admits; shown by `GET /conformance`. */
export const LIMITS = { titleLength: 60, pictures: 20, documents: 20, fileBytes: 5_000_000 } as const;

const HOUR = 3_600_000;
const file = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  contentType: z.string().check(z.minLength(3), z.maxLength(100)),
  url: z.optional(z.string().check(z.maxLength(2_000))),
  contentBase64: z.optional(z.string().check(z.maxLength(LIMITS.fileBytes * 2))),
});
const Listing = z.extend(z.omit(Lot, { lotId: true, status: true }), {
  reference: z.string().check(z.regex(/^[A-Za-z0-9._:-]{1,64}$/)),
  reserveFen: z.optional(z.int().check(z.positive())),
  pictures: z.optional(z.array(file).check(z.maxLength(LIMITS.pictures))),
  documents: z.optional(z.array(file).check(z.maxLength(LIMITS.documents))),
});
type Listing = z.infer<typeof Listing>;

/** A listing the platform would accept. */
export interface ReadListing {
  readonly reference: string;
  readonly content: JsonObject;
  readonly digest: string;
  readonly terms: Terms;
}

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

function formFaults(listing: JsonObject): readonly Fault[] {
  const own = PLATFORM_OWNED.filter((name) => listing[name] !== undefined).map((name): Fault => {
    return { pointer: `/${name}`, code: 'field.platform_owned', detail: '此字段由平台给出，委托中不得填写' };
  });
  const read = Listing.safeParse(listing, { reportInput: false });
  const issues = read.success ? [] : read.error.issues;
  const wrong = issues.map(({ path }): Fault => {
    const [name] = path;
    const isMissing = name !== undefined && listing[String(name)] === undefined;
    const pointer = path.map((part) => `/${String(part)}`).join('');
    if (isMissing) return { pointer, code: 'field.required', detail: '必填，未填写' };
    return { pointer, code: 'field.invalid', detail: '格式、取值或词不在约定之内' };
  });
  return [...own, ...wrong];
}

function toTerms(listing: Listing, now: number): Terms {
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

function termFaults(listing: Listing, terms: Terms, now: number): readonly Fault[] {
  const title = [...listing.title].length > LIMITS.titleLength;
  const checks: readonly (readonly [boolean, string, string, string])[] = [
    [title, '/title', 'text.too_long', `不得超过 ${LIMITS.titleLength} 字`],
    [listing.saleMode !== 'ascending', '/saleMode', 'word.unsupported', '本平台只办理增价竞价 ascending'],
    [listing.venue !== 'online', '/venue', 'word.unsupported', '本平台只办理网络竞价 online'],
    [terms.startPriceFen < 1, '/startPriceFen', 'amount.too_small', '起拍价须大于零'],
    [terms.incrementFen < 1, '/incrementFen', 'amount.too_small', '加价幅度须大于零'],
    [
      (terms.maxIncrementFen ?? Infinity) < terms.incrementFen,
      '/maxIncrementFen',
      'amount.too_small',
      '不得小于加价幅度',
    ],
    [(terms.reserveFen ?? Infinity) < terms.startPriceFen, '/reserveFen', 'amount.too_small', '保留价不得低于起拍价'],
    [terms.startsAt <= now, '/startsAt', 'time.past', '竞价开始时间须晚于平台当前时间'],
    [terms.endsAt <= terms.startsAt, '/endsAt', 'time.order', '须晚于竞价开始时间'],
    [terms.registersTo <= terms.registersFrom, '/registration/to', 'time.order', '须晚于报名开始时间和平台当前时间'],
    [
      listing.hasReserve !== undefined && listing.hasReserve !== (listing.reserveFen !== undefined),
      '/reserveFen',
      'reserve.contradiction',
      '是否设保留价与保留价不一致',
    ],
  ];
  return checks.flatMap(([isWrong, pointer, code, detail]) => (isWrong ? [{ pointer, code, detail }] : []));
}

/** What the platform keeps to show: no reserve price, no bytes, nothing it does not know. */
function toContent(listing: JsonObject): JsonObject {
  const known = Object.keys(Listing.shape).filter((name) => name !== 'reserveFen');
  const withoutBytes = (value: JsonValue | undefined): JsonValue | undefined =>
    Array.isArray(value)
      ? value.map((item) => {
          if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
          const { contentBase64: _, ...rest } = item as JsonObject;
          return rest;
        })
      : value;
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = withoutBytes(listing[name]);
      return value === undefined || value === null ? [] : [[name, value] as const];
    }),
  );
}

/** The digest of the body, and the listing or what is wrong with it. */
export function readListing(body: JsonObject, now: number): ReadListing | { readonly faults: readonly Fault[] } {
  const { schema, ...listing } = body;
  const unknown =
    schema === 'opi.listing.v1' ? [] : [{ pointer: '/schema', code: 'schema.unknown', detail: '须为 opi.listing.v1' }];
  const faults = [...unknown, ...formFaults(listing)];
  const read = Listing.safeParse(listing);
  if (faults.length > 0 || !read.success) return { faults };
  const terms = toTerms(read.data, now);
  const wrong = termFaults(read.data, terms, now);
  if (wrong.length > 0) return { faults: wrong };
  return { reference: read.data.reference, content: toContent(listing), digest: digestOf(listing), terms };
}
