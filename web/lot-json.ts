import type { BidEntry } from '#shared/domain/bid-log.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import type { Correction } from '#shared/domain/observation.ts';
import { formatBeijing, type Instant, parseInstant } from '#shared/domain/time.ts';

/** Keys of a record that hold times. */
type TimeKeys<T> = { [K in keyof T]-?: Extract<T[K], Instant> extends never ? never : K }[keyof T];

/** A record as the API writes it: times as RFC 3339 text in Beijing. */
type Written<T> = {
  readonly [K in keyof T]: Extract<T[K], Instant> extends never ? T[K] : string | Extract<T[K], null>;
};

/** A lot as the API shows it. */
export type LotJson = Written<Omit<LotCard, 'corrections'>> & { readonly corrections: CorrectionsJson | null };

type CorrectionsJson = readonly Written<Correction>[];

const TIMES: Readonly<Record<TimeKeys<LotCard>, true>> = {
  startsAt: true,
  endsAt: true,
  registrationEndsAt: true,
  submittedAt: true,
  approvedAt: true,
  materialsCompleteAt: true,
  liveAt: true,
  resultKnownAt: true,
  confirmedAt: true,
  publicityStartsAt: true,
  publicityEndsAt: true,
  contractSignedAt: true,
  paidAt: true,
  handedOverAt: true,
  depositsRefundedAt: true,
  outcomeSeenAt: true,
  asOf: true,
};

/** A time in Beijing with its offset; `null` stays unknown. */
export function timeJson<T extends Instant | null>(at: T): string | Extract<T, null> {
  return at === null ? (null as Extract<T, null>) : formatBeijing(at);
}

/** A lot as the API shows it: money in fen, times in Beijing with their offset, `null` for unknown. */
export function lotJson(card: LotCard): LotJson {
  const times = (Object.keys(TIMES) as (keyof typeof TIMES)[]).map((name) => [name, timeJson(card[name])] as const);
  const corrections = card.corrections === null ? null : correctionsJson(card.corrections);
  return { ...card, ...(Object.fromEntries(times) as Pick<LotJson, keyof typeof TIMES>), corrections };
}

/** Returns for correction as the API shows them. */
export function correctionsJson(corrections: readonly Correction[]): CorrectionsJson {
  return corrections.map(({ returnedAt, resubmittedAt }) => ({
    returnedAt: formatBeijing(returnedAt),
    resubmittedAt: formatBeijing(resubmittedAt),
  }));
}

/**
 * The card that a lot of the API stands for.
 * @throws TypeError when a time of it is none
 */
export function cardOf(lot: LotJson): LotCard {
  const times = (Object.keys(TIMES) as (keyof typeof TIMES)[]).map((name) => {
    const text = lot[name];
    return [name, text === null ? null : instantOf(text)] as const;
  });
  const corrections = lot.corrections?.map(({ returnedAt, resubmittedAt }) => ({
    returnedAt: instantOf(returnedAt),
    resubmittedAt: instantOf(resubmittedAt),
  }));
  return {
    ...lot,
    ...(Object.fromEntries(times) as Pick<LotCard, keyof typeof TIMES>),
    corrections: corrections ?? null,
  };
}

function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new TypeError(`not a time: ${text}`);
  return at;
}

/** A bid as the API shows it; its price is on the price basis of its lot. */
export function bidJson({ bidder, price, at, count, standing }: BidEntry) {
  return { bidder, priceFen: price, at: formatBeijing(at), count, standing };
}
