import type { Caller } from '../../domain/caller.ts';
import { parseDocumentId } from '../../domain/document.ts';
import { type LotId, parseLotId } from '../../domain/lot-id.ts';
import { AppError } from '../../errors/app-error.ts';
import { REPLAY_PART, type ReplayRequested } from '../../messages/replay-requested.ts';
import type { Clock, Ids } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import type { MessageQueue } from '../../ports/message-bus.ts';
import { requireRole } from '../authorise.ts';
import { keys } from '../records/keys.ts';

export interface RequestReplayPorts {
  readonly records: ItemStore;
  readonly replays: MessageQueue;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What to replay; the texts are read as ids here. */
export interface ReplayScope {
  readonly documents: readonly string[];
  readonly lots: readonly string[];
  /** What is replayed, in words for people. */
  readonly scope: string;
}

const SCOPE_CHARACTERS = 200;
const SENT_AT_ONCE = 10;

function parseLot(text: string): LotId {
  const lotId = parseLotId(text);
  if (lotId !== undefined) return lotId;
  throw new AppError('REQUEST.INVALID', 'not a lot id', { details: { id: text.slice(0, 200) } });
}

/** Cuts names into parts that fit a message. */
function cut<T extends string>(names: Iterable<T>): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let room = 0;
  for (const name of names) {
    const last = parts.at(-1);
    if (last === undefined || last.length === REPLAY_PART.names || name.length > room) {
      parts.push([name]);
      room = REPLAY_PART.characters - name.length;
    } else {
      last.push(name);
      room -= name.length;
    }
  }
  return parts;
}

/**
 * Asks for a replay of documents and lots: keeps who asked for what, then sends it in parts. Should sending break off, the
 * replay is never done and is to be asked for again.
 * @throws AppError `ACCESS.DENIED`, `REQUEST.INVALID`, and retryable ones
 */
export async function requestReplay(
  caller: Caller,
  ports: RequestReplayPorts,
  { documents, lots, scope }: ReplayScope,
): Promise<{ readonly replayId: string; readonly parts: number }> {
  requireRole(caller, 'operator', 'office');
  const ofDocuments = cut(new Set(documents.map(parseDocumentId))).map((part) => ({ documents: part, lots: [] }));
  const ofLots = cut(new Set(lots.map(parseLot))).map((part) => ({ documents: [], lots: part }));
  const parts = [...ofDocuments, ...ofLots];
  if (parts.length === 0) throw new AppError('REQUEST.INVALID', 'there is nothing to replay');
  const replayId = ports.ids.next();
  const request = {
    scope: scope.slice(0, SCOPE_CHARACTERS).toWellFormed(),
    requestedBy: caller.id,
    requestedAt: ports.clock.now(),
    parts: parts.length,
  };
  await ports.records.put({ ...keys.replayRequest(replayId), schema: 1, ...request }, 'absent');
  const messages = parts.map((part, index) => {
    const head = { schema: 'replay-requested.v1', replayId, part: index + 1, correlationId: replayId } as const;
    return { ...head, ...part } satisfies ReplayRequested;
  });
  for (let from = 0; from < messages.length; from += SENT_AT_ONCE) {
    await Promise.all(messages.slice(from, from + SENT_AT_ONCE).map((message) => ports.replays.send(message)));
  }
  return { replayId, parts: parts.length };
}
