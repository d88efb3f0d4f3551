import type { Caller } from '../../../domain/caller.ts';
import type { PlacementEvent } from '../../../domain/placement/events.ts';
import type { Placement } from '../../../domain/placement/placement.ts';
import { type AppError, toAppError } from '../../../errors/app-error.ts';
import { beginAttempt, endAttempt } from './lease.ts';
import { healthOf, notFound, outcomeOf, type Situation } from './outcome-of.ts';
import type { PlacePorts } from './place-ports.ts';
import { damaged, type Prepared } from './prepare-sending.ts';
import { type Health, recordHealth } from './record-health.ts';
import { send } from './send.ts';

/**
 * Takes the lease, calls the platform, and writes what came of it. Whoever loses the race for the lease does nothing. What is
 * thrown before the outcome stands in the log leaves the lease to run out.
 */
export async function attempt(caller: Caller, ports: PlacePorts, { connected, asked }: Prepared): Promise<void> {
  const begun = await beginAttempt(caller, ports, asked.placement, asked.step);
  if (begun === undefined) return;
  const { event, health } = await call(ports, begun, { connected, asked });
  await endAttempt(caller, ports, begun, event);
  await recordHealth(ports, begun.platform, health);
}

interface Called {
  readonly event: PlacementEvent;
  readonly health: Health;
}

async function call(ports: PlacePorts, begun: Placement, { connected, asked }: Prepared): Promise<Called> {
  let isSent = false;
  const sending = () => {
    isSent = true;
  };
  const { publishing, step } = asked;
  const situation = (): Situation => ({ placement: begun, publishing, step, isSent, now: ports.clock.now() });
  try {
    const event = await send(asked, connected.session, sending);
    return { event: event === 'not-found' ? notFound(situation()) : event, health: 'answered' };
  } catch (thrown) {
    const error = toAppError(thrown);
    ports.log.warn('a platform did not do what was asked', { placement: begun.id, step, code: error.code });
    if (connected.isOurs(thrown)) return { event: withoutFile(error, situation()), health: null };
    return { event: outcomeOf(error, situation()), health: healthOf(error) };
  }
}

/** A file of ours could not be read, and what needs it was not sent. */
function withoutFile(error: AppError, situation: Situation): PlacementEvent {
  if (error.code === 'DOCUMENT.DAMAGED') return damaged(error, situation.step);
  return outcomeOf(error, { ...situation, isSent: false });
}
