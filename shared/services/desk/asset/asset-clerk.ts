import type { Owner } from '../../../domain/asset/owner.ts';
import type { Caller } from '../../../domain/caller.ts';
import { actorOf, mayAct, maySee } from '../../../domain/people/reach.ts';
import type { Assignment } from '../../../domain/people/role.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Commander } from '../../events/aggregate.ts';

/** The assignment under which the caller keeps an owner's register: its clerk, else the office; undefined when none. */
export function clerkFor(caller: Caller, owner: Owner, today: LocalDate): Assignment | undefined {
  const clerk = owner.kind === 'collective' ? 'village-clerk' : 'owner-clerk';
  return mayAct(caller, clerk, owner, today) ?? mayAct(caller, 'office', owner, today);
}

/**
 * Who commands when the caller changes an owner's register.
 * @throws AppError `RESOURCE.NOT_FOUND` for an owner he may not see, `ACCESS.DENIED` for one he sees but may not change
 */
export function clerkCommander(caller: Caller, owner: Owner | undefined, today: LocalDate): Commander {
  const assignment = owner === undefined ? undefined : clerkFor(caller, owner, today);
  if (assignment !== undefined) return { caller, actor: actorOf(caller, assignment) };
  if (owner === undefined || !maySee(caller, owner)) throw new AppError('RESOURCE.NOT_FOUND', 'no such thing');
  throw new AppError('ACCESS.DENIED', 'the caller does not keep the register of this owner');
}
