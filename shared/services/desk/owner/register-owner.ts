import { checkOwner, type OwnerDetails } from '../../../domain/asset/check-owner.ts';
import type { Caller } from '../../../domain/caller.ts';
import { actorOf, mayAct } from '../../../domain/people/reach.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Commander, Committed } from '../../events/aggregate.ts';
import { commit } from '../../events/commit.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { createdId } from '../../events/load.ts';
import { refuseFaults } from '../asset/refuse-faults.ts';
import { type OwnerEvent, type OwnerState, ownerAggregate } from './owner-aggregate.ts';
import { findOwner } from './read-owner.ts';

/** What a changed owner is answered with. */
export interface SavedOwner extends Committed<OwnerState> {
  readonly id: string;
}

/**
 * Enters an owner; the office's business alone. The same command again finds the owner it made.
 * @throws AppError `FORM.INVALID`, `RESOURCE.NOT_FOUND` outside the caller's reach, `COMMAND.KEY_REUSED`
 */
export async function registerOwner(
  caller: Caller,
  ports: EventPorts,
  command: Command,
  details: OwnerDetails,
): Promise<SavedOwner> {
  const id = createdId(ports.hash, 'owner', caller.id, command.id);
  const commander = officeFor(caller, ports, { ...details, id });
  refuseFaults(checkOwner(details).faults);
  const committed = await commit(ports, ownerAggregate, id, commander, command, (state) => {
    if (state !== undefined) throw new AppError('COMMAND.KEY_REUSED', 'the key has made another owner');
    return { type: 'registered', data: { owner: details } } satisfies OwnerEvent;
  });
  return { ...committed, id };
}

/**
 * Changes what is told of an owner. Its kind and township stay: rules, chains and lists of what it already offers rest
 * on them, so that a unit that changes them is another owner.
 * @throws AppError `FORM.INVALID`, `RESOURCE.NOT_FOUND`, `COMMAND.CONFLICT`, `COMMAND.KEY_REUSED`
 */
export async function amendOwner(
  caller: Caller,
  ports: EventPorts,
  command: Command,
  id: string,
  details: OwnerDetails,
): Promise<SavedOwner> {
  const known = await findOwner(ports, id);
  if (known === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such owner');
  const commander = officeFor(caller, ports, known);
  refuseFaults(checkOwner(details).faults);
  const committed = await commit(ports, ownerAggregate, id, commander, command, (state) => {
    refuseMove(state?.owner ?? known, details);
    return { type: 'amended', data: { owner: details } } satisfies OwnerEvent;
  });
  return { ...committed, id };
}

function refuseMove(before: OwnerDetails, after: OwnerDetails): void {
  const sentence = '已登记的单位不能改变性质,也不能换镇街;请另行登记一个单位。';
  if (before.kind !== after.kind) refuseFaults([{ pointer: '/kind', sentence }]);
  if (before.division.slice(0, 9) !== after.division.slice(0, 9)) refuseFaults([{ pointer: '/division', sentence }]);
}

function officeFor(caller: Caller, { clock }: EventPorts, owner: OwnerState['owner']): Commander {
  const assignment = mayAct(caller, 'office', owner, beijingDate(clock.now()));
  if (assignment === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the caller does not reach the owner');
  return { caller, actor: actorOf(caller, assignment) };
}
