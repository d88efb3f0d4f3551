import type { Caller } from '../../domain/caller.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import type { DueItems } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { load } from '../events/load.ts';
import { keys } from '../records/keys.ts';
import { dueOf, placeMessage } from './due.ts';
import { placementAggregate } from './placement-aggregate.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { PLACEMENTS_DUE, putWork } from './work.ts';

type Ports = Pick<PlacementPorts, 'records' | 'clock' | 'publishing' | 'wake'> & { readonly due: DueItems };

/** Placements looked at in one run; the next run goes on. */
const PLACEMENTS_PER_RUN = 200;

/** How long whoever was woken has, before he is woken again. */
const AGAIN_AFTER_MS = 180_000;

/**
 * Wakes whoever has something to do for a placement now: a message that was lost is made up for, one too many changes
 * nothing. Each is looked at again three minutes later, unless something happens to it before.
 */
export async function wakeDue(caller: Caller, ports: Ports): Promise<{ readonly woken: number }> {
  requireRole(caller, 'system');
  const until = ports.clock.now();
  const items = await ports.due.due({ duePartition: PLACEMENTS_DUE, until, limit: PLACEMENTS_PER_RUN });
  let woken = 0;
  for (const { placement } of items) if (await wakeOne(ports, placement as string, until)) woken += 1;
  return { woken };
}

/** The index may show what was: the note itself says whether it is due, and the log what. */
async function wakeOne(ports: Ports, id: string, now: Instant): Promise<boolean> {
  const item = await ports.records.get(keys.placementWork(id));
  const dueAt = item?.['dueAt'];
  if (item === undefined || typeof dueAt !== 'string' || dueAt > now) return false;
  const placement = (await load(ports, placementAggregate, id))?.state;
  const due = placement === undefined ? null : dueOf(ports, placement, now);
  if (placement === undefined || due === null || due.at > now) {
    if (placement !== undefined) await putWork(ports, placement, due?.at ?? null);
    return false;
  }
  await ports.wake(due.queue, placeMessage(placement), 0);
  await ports.records.put({ ...item, dueAt: addMs(now, AGAIN_AFTER_MS) }, { version: item['v'] as number });
  return true;
}
