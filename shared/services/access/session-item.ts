import { addMs, type Instant, toEpochMs } from '../../domain/time.ts';
import type { Clock, Hash } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';

/** A session (登录状态) as it is stored, found by the hash of its token: who reads the table cannot sign in with it. */
export interface Session {
  readonly person: string;
  readonly name: string;
  readonly expiresAt: Instant;
}

/** How long somebody stays signed in, whatever he does meanwhile: a working day. */
export const SESSION_SECONDS = 12 * 3600;

interface Ports {
  readonly records: ItemStore;
  readonly hash: Hash;
  readonly clock: Clock;
}

/**
 * Starts a session.
 * @param token 256 random bits as text, known to the browser alone from here on
 */
export async function startSession(ports: Ports, token: string, who: Pick<Session, 'person' | 'name'>): Promise<void> {
  const expiresAt = addMs(ports.clock.now(), SESSION_SECONDS * 1000);
  await ports.records.put(
    {
      ...keys.session(ports.hash.sha256(token)),
      ...who,
      expiresAt,
      ended: false,
      // The table removes the item some time after this second; until then `expiresAt` is what counts.
      ttl: Math.floor(toEpochMs(expiresAt) / 1000),
    },
    'absent',
  );
}

/** The session of a token; undefined when there is none, it was ended, or its time is over. */
export async function readSession(ports: Ports, token: string | undefined): Promise<Session | undefined> {
  if (token === undefined || token === '') return undefined;
  const item = await ports.records.get(keys.session(ports.hash.sha256(token)));
  if (item === undefined || item['ended'] !== false) return undefined;
  const { person, name, expiresAt } = item;
  if (typeof person !== 'string' || typeof name !== 'string' || typeof expiresAt !== 'string') return undefined;
  return ports.clock.now() < expiresAt ? { person, name, expiresAt: expiresAt as Instant } : undefined;
}

/** Ends a session; what is no session stays none. */
export async function endSession(ports: Ports, token: string | undefined): Promise<void> {
  if (token === undefined || token === '') return;
  const item = await ports.records.get(keys.session(ports.hash.sha256(token)));
  if (item !== undefined) await ports.records.put({ ...item, ended: true }, 'any');
}
