import type { DomainEvent, LoggedEvent, StreamId, StreamKind } from '../../domain/events/event.ts';
import type { Hash } from '../../ports/ambient.ts';
import { keys } from '../records/keys.ts';
import type { Aggregate, Versioned } from './aggregate.ts';
import { parseEventItem } from './event-item.ts';
import type { EventPorts } from './event-ports.ts';

/** 36¹⁶ ids: too many for two to meet by chance. */
const ID_LENGTH = 16;

/** Everything that happened to one thing, in order; empty when there is no such thing. */
export async function readLog<E extends DomainEvent>(
  { records }: Pick<EventPorts, 'records'>,
  stream: StreamId,
): Promise<readonly LoggedEvent<E>[]> {
  return (await records.query(keys.events(stream))).map((item) => parseEventItem<E>(item));
}

/** A thing as its whole log leaves it; undefined when nothing ever happened to it. */
export async function load<S, E extends DomainEvent>(
  ports: Pick<EventPorts, 'records'>,
  aggregate: Aggregate<S, E>,
  id: string,
): Promise<Versioned<S> | undefined> {
  return foldLog(aggregate, id, await readLog<E>(ports, { kind: aggregate.kind, id }));
}

/** Folds a log that was read. */
export function foldLog<S, E extends DomainEvent>(
  aggregate: Aggregate<S, E>,
  id: string,
  log: readonly LoggedEvent<E>[],
): Versioned<S> | undefined {
  const fold = (known: Versioned<S> | undefined, logged: LoggedEvent<E>): Versioned<S> => ({
    state: aggregate.fold(known?.state, logged, id),
    version: logged.sequence,
  });
  return log.reduce<Versioned<S> | undefined>(fold, undefined);
}

/**
 * Id of a thing made by a command: follows from kind, caller and idempotency key, so that a repeated creation finds itself.
 * Sixteen of `0-9a-z`.
 */
export function createdId(hash: Hash, kind: StreamKind | 'file', callerId: string, commandId: string): string {
  const digest = BigInt(`0x${hash.sha256(JSON.stringify([kind, callerId, commandId]))}`);
  return (digest % 36n ** BigInt(ID_LENGTH)).toString(36).padStart(ID_LENGTH, '0');
}
