import type { Caller } from '../domain/caller.ts';
import { encodeKeyPart } from '../domain/lot-id.ts';
import type { AppError } from '../errors/app-error.ts';
import type { Clock } from '../ports/ambient.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { requireRole } from './authorise.ts';
import { keys } from './records/keys.ts';

/** A message that will never be understood, as it came. */
export interface PoisonMessage {
  readonly queue: string;
  readonly messageId: string;
  readonly body: string;
}

/** An item holds 400 KB; a larger body stays on its queue and ends in the dead-letter queue. */
const BODY_CHARACTERS = 100_000;

/**
 * Keeps a poison message (毒消息) with its raw body and the complaint, so that it can be acknowledged without being lost.
 * @returns false when it is too large to be kept: then do not acknowledge it
 */
export async function quarantineMessage(
  caller: Caller,
  ports: { readonly records: ItemStore; readonly clock: Clock },
  message: PoisonMessage,
  error: AppError,
): Promise<boolean> {
  requireRole(caller, 'system');
  if (message.body.length > BODY_CHARACTERS) return false;
  const item = {
    ...keys.poison(message.queue, encodeKeyPart(message.messageId)),
    schema: 1,
    at: ports.clock.now(),
    code: error.code,
    reason: error.message,
    body: message.body,
  };
  await ports.records.put(item, 'any');
  return true;
}
