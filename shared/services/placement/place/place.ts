import type { Caller } from '../../../domain/caller.ts';
import { nextOf } from '../../../domain/placement/next.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { PlaceMessage } from '../../../messages/place.ts';
import { requireRole } from '../../authorise.ts';
import { load } from '../../events/load.ts';
import { readBreaker } from '../../platform-calls/breaker.ts';
import { dueOf } from '../due.ts';
import { placementAggregate } from '../placement-aggregate.ts';
import { putWork } from '../work.ts';
import { attempt } from './attempt.ts';
import { followLot } from './follow-lot.ts';
import type { PlacePorts, WorkerPorts } from './place-ports.ts';
import { prepareSending } from './prepare-sending.ts';
import { requestsOf } from './send.ts';
import { SENDING_WITHIN_MS, takeSlot } from './take-slot.ts';

/**
 * Does what is due for a placement at one platform: publishes, amends, withdraws, or looks at what is shown. What is due
 * follows from the log, so that a message more changes nothing; and every wait is noted as work, so that a message less
 * does not either. For one placement one request at a time reaches the platform: that of whoever put the newest attempt
 * in the log. A worker that dies leaves its lease to run out; where asking twice may make two lots, its successor only looks.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for no such placement; whatever may heal by itself, to be delivered again
 */
export async function place(caller: Caller, given: WorkerPorts, message: PlaceMessage): Promise<void> {
  requireRole(caller, 'system');
  const known = await load(given, placementAggregate, message.placement);
  if (known === undefined) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no such placement', { details: { placement: message.placement } });
  }
  const placement = known.state;
  const now = given.clock.now();
  const due = dueOf(given, placement, now);
  const publisher = given.publishers.find(({ publishing }) => publishing.platform === placement.platform);
  const next = nextOf(placement, publisher?.publishing);
  if (next === null || due === null || due.at > now) return putWork(given, placement, due?.at ?? null);
  // Whoever is to do it hears of it at the next waking.
  if (publisher === undefined || due.queue === 'preparations' || next.step === 'prepare') {
    return putWork(given, placement, now);
  }
  const ports: PlacePorts = { ...given, publisher };
  if (next.step === 'follow') return followLot(ports, placement, message);
  const openUntil = await readBreaker(ports, placement.platform);
  if (openUntil !== null) return putWork(ports, placement, openUntil);
  const prepared = await prepareSending(caller, ports, placement, next.step);
  if (prepared === undefined) return;
  const { requestsPerMinute } = prepared.connected;
  const requests = requestsOf(prepared.asked);
  const budget = { requestsPerMinute, requests, withinMs: SENDING_WITHIN_MS };
  if (await takeSlot(ports, placement, message, budget)) await attempt(caller, ports, prepared);
}
