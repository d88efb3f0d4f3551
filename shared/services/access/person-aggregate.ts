import { foldPerson, type Person, type PersonEvent } from '../../domain/people/person.ts';
import type { Aggregate } from '../events/aggregate.ts';

/** People of the desk, each with a log of names and assignments. */
export const personAggregate: Aggregate<Person, PersonEvent> = { kind: 'person', fold: foldPerson };
