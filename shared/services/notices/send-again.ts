import type { Caller } from '../../domain/caller.ts';
import { again, stateOf } from '../../domain/notices/delivery.ts';
import { AppError } from '../../errors/app-error.ts';
import { requireRole } from '../authorise.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { type NoticeKey, putDeliveries, readNotice } from './notice-store.ts';

const ATTEMPTS = 8;

/**
 * Sends a notice again: to those it was given up for, or, where all got it, to everybody. It goes out within a minute.
 * @throws AppError `ACCESS.DENIED`, `RESOURCE.NOT_FOUND`, `STORE.CONTENTION`
 */
export async function sendAgain(
  caller: Caller,
  ports: Pick<EventPorts, 'records' | 'clock'>,
  key: NoticeKey,
): Promise<{ readonly id: string; readonly version: number }> {
  requireRole(caller, 'office');
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const known = await readNotice(ports.records, key);
    if (known === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such notice');
    const now = ports.clock.now();
    const wanted = stateOf(known.deliveries) === 'sent' ? 'sent' : 'failed';
    const deliveries = known.deliveries.map((each) => (each.state === wanted ? again(each, now) : each));
    const changed = await putDeliveries(ports.records, known, deliveries);
    if (changed !== undefined) return { id: changed.id, version: changed.v };
  }
  throw new AppError('STORE.CONTENTION', 'the notice changed under every attempt');
}
