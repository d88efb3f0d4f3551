import type { JsonValue } from '#shared/domain/json.ts';

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, JsonValue | undefined>>;

/** Version of the interface, as the header `OPI-Version` says it. */
export const OPI_VERSION = '1';

/** Below the platform's base address. */
export const OPI_PATH = '/opi/v1';

/** What a platform offers: read ⊂ bids ⊂ publish; settlement and events stand apart. */
export const LEVELS = ['read', 'bids', 'publish', 'settlement', 'events'] as const;
export type Level = (typeof LEVELS)[number];

/** One thing wrong with a document that was sent. */
export interface FieldError {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly code: string;
  /** Chinese, for whoever filled it in. */
  readonly detail: string;
}

/** What a platform says when it refuses (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly retryable: boolean;
}

/** Fields of a lot that only the platform fills in; a listing must not carry them. */
export const PLATFORM_OWNED = [
  'lotId',
  'url',
  'status',
  'statusReason',
  'currentPriceFen',
  'bidCount',
  'registrationCount',
  'extensionCount',
  'hammerPriceFen',
] as const;

/** What a platform answers about a listing it took. */
export interface ListingReceipt {
  readonly lotId: string;
  readonly status: string;
  readonly url: string;
}

/** What a platform holds of a listing; the revision goes into `If-Match` in quotes. */
export interface HeldListing extends ListingReceipt {
  readonly reference: string;
  readonly revision: number;
  /** As accepted, without the reserve price and the bytes of files. */
  readonly listing: JsonObject;
}

/** One bidder's deposit, fen: paid = converted + refunded + forfeited + held. */
export interface DepositEntry {
  readonly bidder: string;
  readonly paidFen: number;
  readonly convertedFen: number;
  readonly refundedFen: number;
  readonly forfeitedFen: number;
  readonly heldFen: number;
}
