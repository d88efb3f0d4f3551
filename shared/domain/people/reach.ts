import type { Owner } from '../asset/owner.ts';
import { type Caller, hasRole } from '../caller.ts';
import { HOME_DISTRICT } from '../divisions.ts';
import type { LocalDate } from '../time.ts';
import type { Actor, Assignment, PersonRole } from './role.ts';

/** What of an owner decides who reaches his things. */
export type Reached = Pick<Owner, 'id' | 'kind' | 'division'>;

/** Says whether an assignment holds on a day, its first and last included. */
export function holdsOn({ from, until }: Pick<Assignment, 'from' | 'until'>, day: LocalDate): boolean {
  return from <= day && (until === null || day <= until);
}

/** Says whether an assignment reaches the things of an owner. Platform operators reach listings, never owners. */
function reaches({ role, scope, bureau }: Assignment, owner: Reached): boolean {
  const isBelow = owner.division.startsWith(scope);
  switch (role) {
    case 'owner-clerk':
      return owner.id === scope;
    case 'platform-operator':
      return false;
    case 'village-clerk':
    case 'township-reviewer':
      return isBelow && owner.kind === 'collective';
    case 'bureau-reviewer':
      return isBelow && owner.kind === (bureau === 'agriculture' ? 'collective' : 'state');
    case 'office':
    case 'auditor':
      return isBelow;
  }
}

/**
 * The assignment under which the caller may act in a role on the things of an owner; undefined when there is none.
 * Auditors never act, whatever role is asked.
 */
export function mayAct(caller: Caller, role: PersonRole, owner: Reached, today: LocalDate): Assignment | undefined {
  if (role === 'auditor') return undefined;
  return caller.assignments?.find(
    (assignment) => assignment.role === role && holdsOn(assignment, today) && reaches(assignment, owner),
  );
}

/** The assignment under which the caller works for a platform; undefined when there is none. */
export function mayActForPlatform(caller: Caller, platform: string, today: LocalDate): Assignment | undefined {
  return caller.assignments?.find(
    (assignment) =>
      assignment.role === 'platform-operator' && assignment.scope === platform && holdsOn(assignment, today),
  );
}

/**
 * Says whether the caller may know of the things of an owner. Who may not is told that there is nothing
 * (`RESOURCE.NOT_FOUND`), never that it is forbidden.
 */
export function maySee(caller: Caller, owner: Reached): boolean {
  if (hasRole(caller, 'operator', 'system')) return true;
  return caller.assignments?.some((assignment) => reaches(assignment, owner)) ?? false;
}

/** The caller as the record names him, acting under an assignment of his. */
export function actorOf(caller: Caller, { role, scope, onBehalf }: Assignment): Actor {
  return { id: caller.id, name: caller.name ?? caller.id, role, scope, onBehalf };
}

/** A program as the record names it: the operator's, or one of our own functions. */
export function programActor(caller: Caller): Actor {
  const role = hasRole(caller, 'operator') ? 'operator' : 'system';
  return { id: caller.id, name: caller.name ?? caller.id, role, scope: '', onBehalf: false };
}

/** The part of the cards an owner's things lie in: his township; the district for who belongs to no township. */
export function partitionOf({ division }: Pick<Owner, 'division'>): string {
  return division.slice(0, 9);
}

/** Every partition there is: the townships of the district, and the district itself. */
const ALL_PARTITIONS: readonly string[] = [...HOME_DISTRICT.townships.map(({ code }) => code), HOME_DISTRICT.code];

/**
 * The partitions in which the caller may find anything, in the order of the townships; what he finds there is still to
 * be asked `maySee`, or, for a platform operator, whether it chose his platform.
 */
export function visiblePartitions(caller: Caller): readonly string[] {
  if (hasRole(caller, 'operator', 'system')) return ALL_PARTITIONS;
  const assignments = caller.assignments ?? [];
  return ALL_PARTITIONS.filter((partition) =>
    assignments.some(
      ({ role, scope }) =>
        role === 'owner-clerk' ||
        role === 'platform-operator' ||
        partition.startsWith(scope) ||
        scope.startsWith(partition),
    ),
  );
}
