import type { Asset } from '#shared/domain/asset/asset.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { assetChanged } from '#shared/services/desk/asset/asset-cards.ts';
import { registerAsset } from '#shared/services/desk/asset/register-asset.ts';
import { ownerChanged } from '#shared/services/desk/owner/owner-cards.ts';
import { registerOwner } from '#shared/services/desk/owner/register-owner.ts';
import type { Command } from '#shared/services/events/aggregate.ts';
import { anAsset, PEOPLE } from '#test/support/desk.ts';
import { type MemoryEventPorts, memoryEventPorts } from '#test/support/event-ports.ts';
import { type MemoryObjectStore, memoryObjectStore } from '#test/support/memory-object-store.ts';

/** A register over memory: a village of 织里镇, one of 八里店镇 and a state-owned unit, entered by the office. */
export interface RegisterDesk {
  readonly ports: MemoryEventPorts & { readonly files: MemoryObjectStore };
  readonly village: string;
  readonly otherVillage: string;
  readonly unit: string;
  /** A command of its own id. */
  readonly command: (body?: JsonValue, expected?: number) => Command;
  /** Enters an asset of the village, as its clerk. */
  readonly enter: (of?: Partial<Asset>, caller?: Caller) => Promise<string>;
}

const UNIT_DIVISION = '330502';

export async function aRegisterDesk(): Promise<RegisterDesk> {
  const effects = { asset: assetChanged, owner: ownerChanged };
  const ports = { ...memoryEventPorts({ effects }), files: memoryObjectStore() };
  let commands = 0;
  const command = (body: JsonValue = null, expected?: number): Command => {
    commands += 1;
    return { id: `command-${commands}`, body, ...(expected === undefined ? {} : { expected }) };
  };
  const owner = async (kind: 'collective' | 'state', name: string, division: string) => {
    const details = { kind, name, uscc: null, division, contact: null };
    return (await registerOwner(PEOPLE.office, ports, command({ name }), details)).id;
  };
  const village = await owner('collective', '云村股份经济合作社', '330502100214');
  const otherVillage = await owner('collective', '移沿山村股份经济合作社', '330502101220');
  const unit = await owner('state', '吴兴区某国有公司', UNIT_DIVISION);
  const enter = async (of: Partial<Asset> = {}, caller: Caller = PEOPLE.clerk) => {
    const asset = { ...pondOf(village), ...of };
    return (await registerAsset(caller, ports, command({ name: asset.name }), asset)).id;
  };
  return { ports, village, otherVillage, unit, command, enter };
}

/** A fish pond of an owner in 云村. */
export function pondOf(ownerId: string): Asset {
  const owner = {
    id: ownerId,
    kind: 'collective' as const,
    name: '',
    uscc: null,
    division: '330502100214',
    contact: null,
  };
  return anAsset(owner);
}
