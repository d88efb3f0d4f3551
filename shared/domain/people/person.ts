import type { LoggedEvent } from '../events/event.ts';
import { encodeKeyPart } from '../lot-id.ts';
import { beijingDate, type Instant, type LocalDate } from '../time.ts';
import { holdsOn } from './reach.ts';
import type { Assignment } from './role.ts';

/** Everything that may happen to a person of the desk. */
export type PersonEvent =
  /** Signed in under this name: the first time, or the name is a new one. */
  | { readonly type: 'named'; readonly data: { readonly name: string } }
  | { readonly type: 'assigned'; readonly data: { readonly assignment: Assignment } }
  /** From this moment on, or with a last day. */
  | {
      readonly type: 'ended';
      readonly data: { readonly assignmentId: string; readonly lastDay: LocalDate | null; readonly reason: string };
    };

/** An assignment as it stands now. */
export interface HeldAssignment extends Assignment {
  /** When it was ended before its time, and why; its last day may still be to come. */
  readonly ended: { readonly at: Instant; readonly reason: string; readonly atOnce: boolean } | null;
}

/** A person of the desk (人员). */
export interface Person {
  readonly id: string;
  /** `null` until the person has signed in. */
  readonly name: string | null;
  readonly assignments: readonly HeldAssignment[];
}

/** The longest subject OpenID Connect allows (Core 1.0, section 2). */
const LONGEST_SUBJECT = 255;

/** Our id of the person whom the issuer calls so; undefined for what no issuer may call anybody. */
export function toPersonId(subject: string): string | undefined {
  if (subject === '' || subject.length > LONGEST_SUBJECT) return undefined;
  return encodeKeyPart(subject);
}

/** The person after one more event. */
export function foldPerson(state: Person | undefined, logged: LoggedEvent<PersonEvent>, id: string): Person {
  const person = state ?? { id, name: null, assignments: [] };
  const { event, at } = logged;
  switch (event.type) {
    case 'named':
      return { ...person, name: event.data.name };
    case 'assigned':
      return { ...person, assignments: [...person.assignments, { ...event.data.assignment, ended: null }] };
    case 'ended': {
      const { assignmentId, lastDay, reason } = event.data;
      const ended = { at, reason, atOnce: lastDay === null };
      const until = lastDay ?? beijingDate(at);
      return {
        ...person,
        assignments: person.assignments.map((held) => (held.id === assignmentId ? { ...held, until, ended } : held)),
      };
    }
  }
}

/** The assignments of a person that hold on a day. */
export function assignmentsOn(person: Person | undefined, day: LocalDate): readonly Assignment[] {
  return (person?.assignments ?? [])
    .filter((held) => held.ended?.atOnce !== true && holdsOn(held, day))
    .map(({ ended: _, ...assignment }) => assignment);
}
