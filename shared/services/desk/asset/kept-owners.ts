import type { Owner } from '../../../domain/asset/owner.ts';
import type { Caller } from '../../../domain/caller.ts';
import { beijingDate } from '../../../domain/time.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { listOwners } from '../owner/read-owner.ts';
import { clerkFor } from './asset-clerk.ts';

/** Owners whose registers the caller keeps, by division and name. */
export async function keptOwners(
  caller: Caller,
  ports: Pick<EventPorts, 'records' | 'clock'>,
): Promise<readonly Owner[]> {
  const today = beijingDate(ports.clock.now());
  return (await listOwners(caller, ports)).filter((owner) => clerkFor(caller, owner, today) !== undefined);
}
