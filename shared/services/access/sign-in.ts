import { type Caller, systemCaller } from '../../domain/caller.ts';
import { type Person, type PersonEvent, toPersonId } from '../../domain/people/person.ts';
import { programActor } from '../../domain/people/reach.ts';
import { AppError } from '../../errors/app-error.ts';
import { commit } from '../events/commit.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { personAggregate } from './person-aggregate.ts';
import { startSession } from './session-item.ts';

/** Whom the issuer says it is. */
export interface Identity {
  /** The issuer's `sub`. */
  readonly subject: string;
  readonly name: string;
}

const SIGN_IN: Caller = systemCaller('sign-in');

/** Long enough for any name; what is longer is not one. */
const LONGEST_NAME = 80;

/** Keeps under what name a person signs in, once for each new name. */
async function keepName(ports: EventPorts, id: string, name: string): Promise<void> {
  const known = await load(ports, personAggregate, id);
  if (known?.state.name === name) return;
  const command = { id: `named-${known?.version ?? 0}-${ports.hash.sha256(name).slice(0, 16)}`, body: { name } };
  const commander = { caller: SIGN_IN, actor: programActor(SIGN_IN) };
  await commit<Person, PersonEvent>(ports, personAggregate, id, commander, command, () => ({
    type: 'named',
    data: { name },
  }));
}

/**
 * Signs in whom the issuer vouches for.
 *
 * @param token 256 fresh random bits; whoever holds them is that person for twelve hours
 * @throws AppError `ACCESS.SIGNIN_FAILED` for a subject no issuer may use
 */
export async function signIn(ports: EventPorts, identity: Identity, token: string): Promise<void> {
  const person = toPersonId(identity.subject);
  if (person === undefined) {
    throw new AppError('ACCESS.SIGNIN_FAILED', 'the subject is not one', { details: { reason: 'subject' } });
  }
  const name = identity.name.trim().slice(0, LONGEST_NAME).toWellFormed() || person;
  await keepName(ports, person, name);
  await startSession(ports, token, { person, name });
}
