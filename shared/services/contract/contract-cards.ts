import type { Owner } from '../../domain/asset/owner.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import type { JsonValue } from '../../domain/json.ts';
import { partitionOf, type Reached } from '../../domain/people/reach.ts';
import { assetAggregate } from '../desk/asset/asset-aggregate.ts';
import { findOwner } from '../desk/owner/read-owner.ts';
import { listCards, putCard } from '../events/cards.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { contractAggregate } from './contract-aggregate.ts';

/** What the register shows of a contract. */
export interface ContractCard {
  readonly contract: Contract;
  readonly owner: Reached & Pick<Owner, 'name'>;
  /** `null` where no asset of ours is named. */
  readonly assetName: string | null;
}

type Ports = Pick<EventPorts, 'records'>;

/** Keeps a contract's line of the register, in the township of its owner. */
export async function contractChanged(ports: Ports, id: string): Promise<void> {
  const contract = (await load(ports, contractAggregate, id))?.state;
  const owner = contract === undefined ? undefined : await findOwner(ports, contract.ownerId);
  if (contract === undefined || owner === undefined) return;
  const { assetId } = contract.terms;
  const asset = assetId === null ? undefined : await load(ports, assetAggregate, assetId);
  const { kind, name, division } = owner;
  const card: ContractCard = {
    contract,
    owner: { id: owner.id, kind, name, division },
    assetName: asset?.state.asset.name ?? null,
  };
  await putCard(
    ports,
    'contract',
    partitionOf(owner),
    id,
    contract.version,
    JSON.parse(JSON.stringify(card)) as JsonValue,
  );
}

/** The cards of these partitions. */
export async function contractCards(ports: Ports, partitions: readonly string[]): Promise<readonly ContractCard[]> {
  const cards = await Promise.all(partitions.map((partition) => listCards(ports, 'contract', partition)));
  return cards.flat().map(({ card }) => card as unknown as ContractCard);
}
