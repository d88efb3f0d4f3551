import type { Caller } from '../../../domain/caller.ts';
import type { PlacementEvent } from '../../../domain/placement/events.ts';
import type { Placement, SendingStep } from '../../../domain/placement/placement.ts';
import { addMs } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import { ERROR_CODES } from '../../../errors/codes.ts';
import { isOfConnection } from '../connection-codes.ts';
import { logEvent } from '../log-event.ts';
import { putWork } from '../work.ts';
import { type Connected, connect, readOffer } from './connect.ts';
import { beginAttempt, endAttempt } from './lease.ts';
import { MENDING_MS } from './outcome-of.ts';
import type { PlacePorts } from './place-ports.ts';
import type { Asked } from './send.ts';

/** A step with all it needs. */
export interface Prepared {
  readonly connected: Connected;
  readonly asked: Asked;
}

type Noted = Extract<PlacementEvent, { type: 'postponed' | 'refused' }>;

/**
 * Fetches connection, secrets and offer before any attempt is begun. Undefined when something is missing: the placement then
 * says so, and waits, or for a damaged offer is a person's business.
 */
export async function prepareSending(
  caller: Caller,
  ports: PlacePorts,
  placement: Placement,
  step: SendingStep,
): Promise<Prepared | undefined> {
  try {
    const connected = await connect(ports);
    const { publishing } = ports.publisher;
    if (step === 'withdraw') return { connected, asked: { step, publishing, placement } };
    const offer = await readOffer(ports, placement.offer?.sha256 ?? '');
    return { connected, asked: { step, publishing, placement, offer } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'DOCUMENT.DAMAGED') await note(caller, ports, placement, step, damaged(error, step));
    else if (isOfConnection(error.code)) await waitForMending(caller, ports, placement, step, error);
    else throw error;
    return undefined;
  }
}

/** Our own papers are not as they were stored: no platform can mend that. */
export function damaged({ code }: AppError, step: SendingStep): Noted {
  const { title } = ERROR_CODES[code];
  const faults = [{ pointer: '', code, detail: title }];
  return { type: 'refused', data: { stage: 'package', step, code, faults, retryAt: null } };
}

/** Says once why it waits; while that stays so, the log does not grow. */
async function waitForMending(
  caller: Caller,
  ports: PlacePorts,
  placement: Placement,
  step: SendingStep,
  { code }: AppError,
): Promise<void> {
  const until = addMs(ports.clock.now(), MENDING_MS);
  if (placement.postponedFor === code) return putWork(ports, placement, until);
  const { mayBeThere } = placement;
  await note(caller, ports, placement, step, { type: 'postponed', data: { step, code, until, mayBeThere } });
}

/**
 * Says why nothing was sent. Where an earlier attempt never ended, that is an attempt of its own, so that it stays known
 * that the earlier one may have reached the platform.
 */
async function note(
  caller: Caller,
  ports: PlacePorts,
  placement: Placement,
  step: SendingStep,
  event: Noted,
): Promise<void> {
  if (placement.attempt === null) {
    await logEvent(caller, ports, placement, event);
    return;
  }
  const begun = await beginAttempt(caller, ports, placement, step);
  if (begun !== undefined) await endAttempt(caller, ports, begun, event);
}
