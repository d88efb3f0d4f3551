import { checkOwner } from '../../../domain/asset/check-owner.ts';
import type { Note } from '../../../domain/asset/note.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import type { Caller } from '../../../domain/caller.ts';
import { mayAct, maySee, visiblePartitions } from '../../../domain/people/reach.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { load, readLog } from '../../events/load.ts';
import { type Change, changesOf } from '../asset/changes.ts';
import { type OwnerEvent, ownerAggregate } from './owner-aggregate.ts';
import { ownersIn } from './owner-cards.ts';

/** An owner with what is to be said about it. */
export interface OwnerView {
  readonly owner: Owner;
  readonly version: number;
  readonly warnings: readonly Note[];
  readonly history: readonly Change[];
  readonly mayAmend: boolean;
}

/** The owner of an id, whoever asks; undefined when there is none. For services that decide by it. */
export async function findOwner(ports: Pick<EventPorts, 'records'>, id: string): Promise<Owner | undefined> {
  return (await load(ports, ownerAggregate, id))?.state.owner;
}

/**
 * One owner with its history.
 * @throws AppError `RESOURCE.NOT_FOUND` also for one the caller may not see
 */
export async function readOwner(caller: Caller, ports: EventPorts, id: string): Promise<OwnerView> {
  const loaded = await load(ports, ownerAggregate, id);
  if (loaded === undefined || !maySee(caller, loaded.state.owner)) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no such owner');
  }
  const { owner } = loaded.state;
  const log = await readLog<OwnerEvent>(ports, { kind: 'owner', id });
  return {
    owner,
    version: loaded.version,
    warnings: checkOwner(owner).warnings,
    history: changesOf(log.map(({ at, by, event }) => ({ at, by, after: event.data.owner, importedFrom: null }))),
    mayAmend: mayAct(caller, 'office', owner, beijingDate(ports.clock.now())) !== undefined,
  };
}

/** Owners the caller may see, by division and name. */
export async function listOwners(caller: Caller, ports: Pick<EventPorts, 'records'>): Promise<readonly Owner[]> {
  const owners = await ownersIn(ports, visiblePartitions(caller));
  return owners
    .filter((owner) => maySee(caller, owner))
    .toSorted((a, b) => order(a.division, b.division) || order(a.name, b.name) || order(a.id, b.id));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
