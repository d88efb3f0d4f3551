import type { Claim } from '../../domain/asset/lock.ts';
import type { JsonValue } from '../../domain/json.ts';
import { AppError } from '../../errors/app-error.ts';
import { keys } from '../records/keys.ts';
import type { EventPorts } from './event-ports.ts';

export type LockPorts = Pick<EventPorts, 'records'>;

const ATTEMPTS = 10;

/** A claim as it lies in the lock. */
export interface StoredClaim extends Claim {
  /** Version of the holder it was decided on. */
  readonly decidedOn: number;
  /** `v` of the lock when it was last put: tells who put it. */
  readonly put: number;
}

/** All claims on one asset. */
export interface Lock {
  readonly assetId: string;
  /** 0 before anybody claimed anything. */
  readonly version: number;
  readonly claims: readonly StoredClaim[];
}

/** The lock as it is; without claims where nobody ever claimed anything. */
export async function readLock({ records }: LockPorts, assetId: string): Promise<Lock> {
  const item = await records.get(keys.assetLock(assetId));
  if (item === undefined) return { assetId, version: 0, claims: [] };
  return { assetId, version: item['v'] as number, claims: item['claims'] as unknown as readonly StoredClaim[] };
}

/** One conditional put; says whether nobody came between. */
async function putLock({ records }: LockPorts, { assetId, version }: Lock, claims: readonly StoredClaim[]) {
  const item = { ...keys.assetLock(assetId), v: version + 1, assetId, claims: claims as unknown as JsonValue };
  return (await records.put(item, version === 0 ? 'absent' : { version })) === 'written';
}

/**
 * Changes a lock, again and again until nobody comes between; `change` answers undefined where nothing is to be changed.
 * @throws AppError `STORE.CONTENTION` after ten lost races
 */
export async function changeLock(
  ports: LockPorts,
  assetId: string,
  change: (lock: Lock) => Promise<readonly StoredClaim[] | undefined>,
): Promise<void> {
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const lock = await readLock(ports, assetId);
    const claims = await change(lock);
    if (claims === undefined || (await putLock(ports, lock, claims))) return;
  }
  throw new AppError('STORE.CONTENTION', 'the lock changed under every attempt', { details: { assetId } });
}
