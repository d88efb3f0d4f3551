import { type Caller, hasRole } from '../../domain/caller.ts';
import { HOME_DISTRICT } from '../../domain/divisions.ts';
import { type Appointment, appointmentFaults } from '../../domain/people/check-assignment.ts';
import type { HeldAssignment, Person, PersonEvent } from '../../domain/people/person.ts';
import { actorOf, programActor } from '../../domain/people/reach.ts';
import type { LocalDate } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { requireRole } from '../authorise.ts';
import type { Command, Commander, Committed, Versioned } from '../events/aggregate.ts';
import { listCards, putCard } from '../events/cards.ts';
import { commit } from '../events/commit.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { createdId, load } from '../events/load.ts';
import { personAggregate } from './person-aggregate.ts';

/** A line of the list of people. */
export interface PersonCard {
  readonly id: string;
  readonly name: string | null;
  readonly assignments: readonly HeldAssignment[];
}

/** What `encodeKeyPart` makes of an issuer's subject. */
const PERSON_ID = /^[\w~-]{1,1275}$/;

/** People are few and of the whole district: one list. */
const PARTITION = HOME_DISTRICT.code;

/** Keeps a person's line in the list of people. */
export async function cardPerson(ports: Pick<EventPorts, 'records'>, id: string): Promise<void> {
  const person = await load(ports, personAggregate, id);
  if (person === undefined) return;
  const { name, assignments } = person.state;
  await putCard(ports, 'person', PARTITION, id, person.version, { name, assignments: assignments.map(toJson) });
}

function toJson({ ended, ...assignment }: HeldAssignment) {
  return { ...assignment, ended: ended === null ? null : { ...ended } };
}

/** Who changes assignments: the operator, or the office under its own. Nobody changes his own. */
function commanderFor(caller: Caller, personId: string): Commander {
  requireRole(caller, 'operator', 'office');
  if (caller.id === personId) throw new AppError('PERSON.SELF', 'nobody changes his own assignments');
  if (hasRole(caller, 'operator')) return { caller, actor: programActor(caller) };
  const office = caller.assignments?.find(({ role }) => role === 'office');
  if (office === undefined) throw new AppError('ACCESS.DENIED', 'the caller has no assignment of the office');
  return { caller, actor: actorOf(caller, office) };
}

function requirePersonId(id: string): void {
  if (!PERSON_ID.test(id)) throw new AppError('RESOURCE.NOT_FOUND', 'no such person');
}

/**
 * Gives a person a role. The person need not have signed in yet.
 *
 * @param platforms ids of the platforms there are
 * @throws AppError `ACCESS.DENIED`, `PERSON.SELF`, `FORM.INVALID`, `RESOURCE.NOT_FOUND`, and those of `commit`
 */
export function grantAssignment(
  caller: Caller,
  ports: EventPorts,
  command: Command,
  {
    personId,
    appointment,
    platforms,
  }: {
    readonly personId: string;
    readonly appointment: Appointment;
    readonly platforms: readonly string[];
  },
): Promise<Committed<Person>> {
  const commander = commanderFor(caller, personId);
  requirePersonId(personId);
  const faults = appointmentFaults(appointment, platforms);
  if (faults.length > 0) {
    const errors = faults.map(({ field, detail }) => ({ pointer: `/${field}`, detail }));
    throw new AppError('FORM.INVALID', 'the appointment cannot be made', { details: { errors } });
  }
  const id = createdId(ports.hash, 'person', caller.id, command.id);
  return commit<Person, PersonEvent>(ports, personAggregate, personId, commander, command, () => ({
    type: 'assigned',
    data: { assignment: { id, ...appointment } },
  }));
}

/**
 * Ends an assignment: at once, or after a last day. The record of it stays.
 *
 * @param lastDay `null`: from this moment on
 * @throws AppError `ACCESS.DENIED`, `PERSON.SELF`, `RESOURCE.NOT_FOUND`, and those of `commit`
 */
export function endAssignment(
  caller: Caller,
  ports: EventPorts,
  command: Command,
  ending: {
    readonly personId: string;
    readonly assignmentId: string;
    readonly lastDay: LocalDate | null;
    readonly reason: string;
  },
): Promise<Committed<Person>> {
  const { personId, assignmentId, lastDay, reason } = ending;
  const commander = commanderFor(caller, personId);
  return commit<Person, PersonEvent>(ports, personAggregate, personId, commander, command, (person) => {
    if (person?.assignments.some(({ id, ended }) => id === assignmentId && ended?.atOnce !== true) !== true) {
      throw new AppError('RESOURCE.NOT_FOUND', 'no such assignment that still stands');
    }
    return { type: 'ended', data: { assignmentId, lastDay, reason } };
  });
}

/**
 * A person with all assignments there ever were.
 * @throws AppError `ACCESS.DENIED`, `RESOURCE.NOT_FOUND`
 */
export async function readPerson(
  caller: Caller,
  ports: Pick<EventPorts, 'records'>,
  id: string,
): Promise<Versioned<Person>> {
  requireRole(caller, 'operator', 'office', 'auditor');
  const person = await load(ports, personAggregate, id);
  if (person === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such person');
  return person;
}

/**
 * Everybody who has signed in or was given a role, in order of id.
 * @throws AppError `ACCESS.DENIED`
 */
export async function listPeople(caller: Caller, ports: Pick<EventPorts, 'records'>): Promise<readonly PersonCard[]> {
  requireRole(caller, 'operator', 'office', 'auditor', 'system');
  const cards = await listCards(ports, 'person', PARTITION);
  return cards.map(({ id, card }) => ({ id, ...(card as unknown as Omit<PersonCard, 'id'>) }));
}
