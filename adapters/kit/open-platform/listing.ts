import type { JsonValue } from '#shared/domain/json.ts';
import type { Offer, OfferFile } from '#shared/domain/placement/offer.ts';
import { addMs, formatBeijing, type Instant, type LocalDate, parseBeijing } from '#shared/domain/time.ts';
import type { Area } from '#shared/domain/trade.ts';
import { refused } from './refusal.ts';
import * as words from './words.ts';

/** A listing as the interface writes it. */
export type Listing = Readonly<Record<string, JsonValue | undefined>>;

const DAY_MS = 86_400_000;

/**
 * Writes an offer as `opi.listing.v1`; the same offer always makes the same listing. What the interface has no field for
 * (contact, remarks, the term's first day) stands in the notice that goes with it.
 *
 * @throws AppError `PLACEMENT.REFUSED` for terms the interface has no words for
 */
export async function toListing(offer: Offer, readFile: (file: OfferFile) => Promise<Uint8Array>): Promise<Listing> {
  const written = { schema: 'opi.listing.v1', ...toIdentity(offer), ...toPrice(offer), ...toWindows(offer) };
  const of = async (roles: readonly OfferFile['role'][]) => {
    const files = roles.flatMap((role) => offer.files.filter((file) => file.role === role));
    return files.length === 0 ? null : await Promise.all(files.map((file) => toAttachment(file, readFile)));
  };
  const [pictures, documents] = [await of(['picture']), await of(['notice', 'document'])];
  return Object.fromEntries(
    Object.entries<JsonValue>({ ...written, pictures, documents }).filter(([, value]) => value !== null),
  );
}

function toIdentity(offer: Offer) {
  return {
    reference: offer.reference,
    assetId: offer.assetId,
    round: offer.round,
    title: offer.title,
    tradeCategory: spell(words.TRADE_CATEGORY, offer.tradeCategory),
    assetClass: offer.assetClass && spell(words.ASSET_CLASS, offer.assetClass),
    tradeKind: spell(words.TRADE_KIND, offer.tradeKind),
    saleMode: spell(words.SALE_MODE, 'ascending'),
    venue: spell(words.VENUE, 'online'),
    seller: offer.seller.name,
    location: offer.location,
    divisionCode: offer.divisionCode,
    area: offer.area && toArea(offer.area),
    hasPriorityHolders: offer.hasPriorityHolders,
  };
}

function toPrice(offer: Offer) {
  return {
    priceBasis: spell(words.PRICE_BASIS, offer.priceBasis),
    termMonths: offer.termMonths,
    escalationPpm: offer.escalationPpm,
    startPriceFen: offer.startPriceFen,
    hasReserve: offer.reserveFen !== null,
    reserveFen: offer.reserveFen,
    appraisalFen: offer.appraisalFen,
    depositFen: offer.depositFen,
    incrementFen: offer.incrementFen,
    extensionMinutes: toMinutes(offer.extension),
  };
}

function toWindows(offer: Offer) {
  const { registrationEndsAt, biddingStartsAt, biddingEndsAt, viewingFrom, viewingUntil } = offer;
  return {
    registration: registrationEndsAt && { to: formatBeijing(registrationEndsAt) },
    viewing: toViewing(viewingFrom, viewingUntil),
    startsAt: formatBeijing(biddingStartsAt),
    endsAt: biddingEndsAt && formatBeijing(biddingEndsAt),
  };
}

/** Whole days: from the beginning of the first to the end of the last. */
function toViewing(from: LocalDate | null, until: LocalDate | null): JsonValue {
  const begin = from === null ? undefined : midnight(from);
  const last = until === null ? undefined : midnight(until);
  if (begin === undefined && last === undefined) return null;
  return {
    ...(begin !== undefined && { from: formatBeijing(begin) }),
    ...(last !== undefined && { to: formatBeijing(addMs(last, DAY_MS)) }),
  };
}

function midnight(day: LocalDate): Instant | undefined {
  return parseBeijing(`${day} 00:00`);
}

/** The interface knows one number of minutes: bids in the last so many move the end by as many. */
function toMinutes(extension: Offer['extension']): number | null {
  if (extension === null) return null;
  const { withinSeconds, bySeconds } = extension;
  if (withinSeconds === bySeconds && bySeconds % 60 === 0) return bySeconds / 60;
  const detail = '开放平台接口的延时周期为整分钟，且最后多少分钟内有出价就顺延多少分钟；请改为两者相同的整分钟。';
  throw refused('extension.unsaid', [{ pointer: '/extension', code: 'extension.unsaid', detail }]);
}

function toArea({ thousandths, unit }: Area) {
  const text = String(thousandths).padStart(4, '0');
  const value = `${text.slice(0, -3)}.${text.slice(-3)}`.replace(/\.?0+$/, '');
  return { value, unit };
}

async function toAttachment(file: OfferFile, readFile: (file: OfferFile) => Promise<Uint8Array>) {
  const { name, sha256, contentType } = file;
  const contentBase64 = Buffer.from(await readFile(file)).toString('base64');
  return { name, sha256, contentType, contentBase64 };
}

/** The interface's word for ours; every word of ours has one. */
function spell<T extends string>(table: words.Words<T>, ours: T): string {
  const [theirs] = Object.entries(table).find(([, word]) => word.ours === ours) ?? [];
  if (theirs === undefined) throw new Error(`the interface has no word for ${ours}`);
  return theirs;
}
