import type { JsonValue } from '../domain/json.ts';
import type { Instant } from '../domain/time.ts';

/** The current time; the only way domain and services may learn it. */
export interface Clock {
  now(): Instant;
}

/** Uniform numbers in [0, 1), for jitter. */
export interface Random {
  next(): number;
}

/** Fresh ids for things no outside name identifies. */
export interface Ids {
  next(): string;
}

/** SHA-256 as lower-case hex; hashing is a port because domain and services import nothing of the platform below. */
export interface Hash {
  sha256(data: string | Uint8Array): string;
}

/** Gzip (RFC 1952) in one call; several compressed pieces in a row are read back as one. */
export interface Compression {
  gzip(data: string | Uint8Array): Uint8Array;
  /** @throws when the bytes are not gzip */
  gunzip(bytes: Uint8Array): Uint8Array;
}

/** Structured log. Static sentence, then fields; never a whole event, a bidder's name, phone, ID or account. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, JsonValue | undefined>>): void;
  warn(message: string, fields?: Readonly<Record<string, JsonValue | undefined>>): void;
  error(message: string, fields?: Readonly<Record<string, JsonValue | undefined>>): void;
}
