import type { Actor } from '../people/role.ts';
import type { Instant } from '../time.ts';

/** Kinds of event-sourced things: each id of a kind has one hash-chained log of its own. */
export const STREAM_KINDS = [
  'listing',
  'placement',
  'asset',
  'owner',
  'person',
  'settings',
  'numbers',
  'settlement',
  'contract',
  'deposits',
  'reconciliation',
  'same-asset',
] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

/** One log. */
export interface StreamId {
  readonly kind: StreamKind;
  readonly id: string;
}

/** What happened, in the words of its kind: a type and plain data that survives JSON unchanged. */
export interface DomainEvent {
  readonly type: string;
  /** `object`, not `JsonValue`: the kinds name their data by interfaces, which have no index signature. */
  readonly data: object;
}

/** An event as it lies in its log (事件). `hash` is over everything else in here, `previous` is the hash before it. */
export interface LoggedEvent<E extends DomainEvent = DomainEvent> {
  /** 1, 2, 3, … without gaps; also the version of the thing after it. */
  readonly sequence: number;
  readonly at: Instant;
  readonly by: Actor;
  /** The command it came of: its idempotency key and the SHA-256 of its canonical body. */
  readonly command: { readonly id: string; readonly sha256: string };
  readonly event: E;
  /** Hash of the event before; of the stream's name for the first. */
  readonly previous: string;
  readonly hash: string;
}
