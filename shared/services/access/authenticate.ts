import type { Caller, Role } from '../../domain/caller.ts';
import { assignmentsOn } from '../../domain/people/person.ts';
import { beijingDate } from '../../domain/time.ts';
import type { Clock, Hash } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { load } from '../events/load.ts';
import { personAggregate } from './person-aggregate.ts';
import { cookieIn, sessionCookie } from './session-cookie.ts';
import { readSession } from './session-item.ts';

/** What a session is checked against. */
export interface AccessPorts {
  readonly records: ItemStore;
  readonly hash: Hash;
  readonly clock: Clock;
}

/** What a browser sent that says who it is. */
export interface BrowserRequest {
  /** The `cookie` header. */
  readonly cookies: string | undefined;
  /** Whether it came over https: there only a cookie counts that no other host could have set. */
  readonly secure: boolean;
}

/**
 * Who calls, by the session cookie, with the assignments that hold today in Beijing: they are read from the person's own
 * log at each request, so an assignment that was ended ends at once. A person without any is a caller without roles.
 * Undefined without a session, and with one that is unknown, ended or past its time.
 */
export async function authenticate(ports: AccessPorts, request: BrowserRequest): Promise<Caller | undefined> {
  const { cookies, secure } = request;
  const session = await readSession(ports, cookieIn(cookies, sessionCookie(secure)));
  if (session === undefined) return undefined;
  const person = await load(ports, personAggregate, session.person);
  const assignments = assignmentsOn(person?.state, beijingDate(ports.clock.now()));
  const roles: readonly Role[] = [...new Set(assignments.map(({ role }) => role))];
  return { id: session.person, name: session.name, roles, assignments };
}
