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
