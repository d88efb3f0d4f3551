import type { Owner } from '../../../domain/asset/owner.ts';
import { partitionOf } from '../../../domain/people/reach.ts';
import { listCards, putCard } from '../../events/cards.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { load } from '../../events/load.ts';
import { ownerAggregate } from './owner-aggregate.ts';

/** Puts an owner's card where lists find it; what follows from every change of an owner. */
export async function ownerChanged(ports: EventPorts, id: string): Promise<void> {
  const loaded = await load(ports, ownerAggregate, id);
  if (loaded === undefined) return;
  const { owner } = loaded.state;
  await putCard(ports, 'owner', partitionOf(owner), id, loaded.version, { ...owner });
}

/** Owners of some partitions, by their cards. */
export async function ownersIn(
  ports: Pick<EventPorts, 'records'>,
  partitions: readonly string[],
): Promise<readonly Owner[]> {
  const found = await Promise.all(partitions.map((partition) => listCards(ports, 'owner', partition)));
  // Cards are written by `ownerChanged` alone.
  return found.flat().map(({ card }) => card as unknown as Owner);
}
