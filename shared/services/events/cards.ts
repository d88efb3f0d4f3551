import type { StreamKind } from '../../domain/events/event.ts';
import type { JsonValue } from '../../domain/json.ts';
import { AppError } from '../../errors/app-error.ts';
import { keys } from '../records/keys.ts';
import type { EventPorts } from './event-ports.ts';

const ATTEMPTS = 8;

/** A line of a list: what a list shows of one thing, as of a version of it. */
export interface Card {
  readonly id: string;
  readonly version: number;
  readonly card: JsonValue;
}

/**
 * Puts a thing's line into the list of a partition; derived from the log and can be made again. A card of an older version
 * never replaces one of a newer. `null` takes the line out, for a thing that moved to another partition.
 * @throws AppError `STORE.CONTENTION` after eight lost races
 */
export async function putCard(
  { records }: Pick<EventPorts, 'records'>,
  kind: StreamKind,
  partition: string,
  id: string,
  version: number,
  card: JsonValue,
): Promise<void> {
  const key = keys.card(kind, partition, id);
  const item = { ...key, v: version, id, card };
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const known = (await records.get(key))?.['v'] as number | undefined;
    if (known !== undefined && known > version) return;
    const condition = known === undefined ? 'absent' : { version: known };
    if ((await records.put(item, condition)) === 'written') return;
  }
  throw new AppError('STORE.CONTENTION', 'the card changed under every attempt', { details: { kind, id } });
}

/** The lines of a partition, in order of id. */
export async function listCards(
  { records }: Pick<EventPorts, 'records'>,
  kind: StreamKind,
  partition: string,
): Promise<readonly Card[]> {
  const items = await records.query(keys.cards(kind, partition));
  return items.flatMap(({ v, id, card }) =>
    card === undefined || card === null ? [] : [{ id: id as string, version: v as number, card }],
  );
}
