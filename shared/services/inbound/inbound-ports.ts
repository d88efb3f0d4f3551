import type { Publishing } from '../../domain/placement/publishing.ts';
import type { Clock, Hash, Ids, Log } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Secrets } from '../../ports/secrets.ts';

/** A message as a platform pushed it (推送事件), by Standard Webhooks. A header that was not sent is empty. */
export interface PushedMessage {
  /** `webhook-id`: the same each time the message is sent again. */
  readonly id: string;
  /** `webhook-timestamp`: when it was sent, in seconds since 1970. */
  readonly timestamp: string;
  /** `webhook-signature`: one or, while a secret is exchanged, several. */
  readonly signature: string;
  /** The body exactly as it came. */
  readonly bytes: Uint8Array;
}

/**
 * Whether whoever sent the message knew the secret, and sent it within the last five minutes (or, by his clock, the next).
 * @throws AppError `SECRET.UNAVAILABLE` when nothing can be signed with that secret
 */
export type VerifyMessage = (secret: string, message: PushedMessage) => boolean;

/** What taking in of pushed messages stands on. */
export interface InboundPorts {
  readonly records: ItemStore;
  readonly documents: ObjectStore;
  readonly secrets: Secrets;
  readonly publishing: readonly Publishing[];
  readonly verify: VerifyMessage;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hash: Hash;
  readonly log: Log;
}
