import type { Offer, OfferFile } from '../domain/placement/offer.ts';
import type { PlacedLot } from '../domain/placement/placement.ts';
import type { Publishing } from '../domain/placement/publishing.ts';
import type { PlatformConnection } from '../domain/settings/connection.ts';
import type { Instant } from '../domain/time.ts';

/** A raw document fetched from the platform, for the door. */
export interface FetchedDocument {
  /** Of the manifest's document kinds. */
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Address without query, for the record. */
  readonly source: string;
  readonly subject?: string;
}

/** What a test of the connection found (对接测试). */
export interface ConnectionReport {
  readonly ok: boolean;
  /** What the platform calls itself, where it says so. */
  readonly name: string | null;
  /** Whether it says it is a demonstration. */
  readonly isDemo: boolean;
  /** How far its clock is ahead of ours, milliseconds; `null`: not said. */
  readonly clockAheadMs: number | null;
  /** Chinese, one line each: what else there is to say. */
  readonly lines: readonly string[];
}

/** What a session is made of. */
export interface PublisherSettings {
  readonly connection: PlatformConnection;
  /** Values of the connection's secrets, by name of the field. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Bytes of a file of an offer. */
  readonly readFile: (file: OfferFile) => Promise<Uint8Array>;
}

/**
 * A platform that can be called. Every call throws an AppError:
 * `PLACEMENT.REFUSED` with `details.faults` (PlacementFault[]) and `details.code`: the platform said no, asking again the same
 * will not help;
 * `PLATFORM.RATE_LIMITED` with `details.retryAfterMs` where said, `PLATFORM.UNAVAILABLE`: nothing was done;
 * `PLATFORM.ANSWER_LOST`: sent, and no answer that can be read came: it may have been done;
 * `PLATFORM.REFUSED`: key or signature not accepted: a person has to mend the connection.
 */
export interface PublisherSession {
  /** Asks for a lot. Where `onceBy` is `reference`, asking again answers the same lot. */
  publish(offer: Offer): Promise<PlacedLot>;
  /** What the platform has under our reference; `none` only when it says so; `cannot-tell` when it has no such question. */
  look(reference: string): Promise<PlacedLot | 'none' | 'cannot-tell'>;
  /** Makes what is listed equal to the offer; nothing happens when it is already. */
  amend(offer: Offer, lot: PlacedLot): Promise<PlacedLot>;
  /** Takes it down; nothing happens when it is down already. */
  withdraw(reference: string, lot: PlacedLot | null, reason: string): Promise<void>;
  /** The platform's newest documents about the lot. */
  read(lot: PlacedLot): Promise<readonly FetchedDocument[]>;
  test(now: Instant): Promise<ConnectionReport>;
}

/** The port every adapter implements that can publish. */
export interface PlatformPublisher {
  readonly publishing: Publishing;
  connect(settings: PublisherSettings): PublisherSession;
}
