import { lookAgainAt, postponedUntil, refusalRetryAt } from '../../../domain/placement/backoff.ts';
import type { PlacementEvent } from '../../../domain/placement/events.ts';
import { refusalsInARow } from '../../../domain/placement/fold.ts';
import type { Placement, PlacementFault, SendingStep } from '../../../domain/placement/placement.ts';
import type { Publishing } from '../../../domain/placement/publishing.ts';
import { addMs, type Instant } from '../../../domain/time.ts';
import type { AppError } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/codes.ts';
import { isOfConnection } from '../connection-codes.ts';
import type { Health } from './record-health.ts';

/** What an error says of a call: refused; certainly not done; perhaps done; or the connection has to be mended. */
type Meaning = 'refused' | 'not-done' | 'perhaps-done' | 'to-mend';

/** What errors of a call mean, beside those of the connection. Any other may come from anywhere: then it may have been done. */
const MEANINGS: Readonly<Partial<Record<ErrorCode, Meaning>>> = {
  'PLACEMENT.REFUSED': 'refused',
  'PLATFORM.RATE_LIMITED': 'not-done',
  'PLATFORM.UNAVAILABLE': 'not-done',
  'PLATFORM.ANSWER_LOST': 'perhaps-done',
};

/** What a call was made for, and how the placement stood when it was. */
export interface Situation {
  /** With the attempt begun. */
  readonly placement: Placement;
  readonly publishing: Publishing;
  readonly step: SendingStep;
  /** Whether a request that changes something may have left us; else nothing can have been done. */
  readonly isSent: boolean;
  readonly now: Instant;
}

/** A connection that a person has to mend is tried again after 30 minutes at least. */
export const MENDING_MS = 30 * 60_000;

/** What the event log is told of a call that failed. */
export function outcomeOf(error: AppError, situation: Situation): PlacementEvent {
  const meaning = meaningOf(error, situation);
  if (meaning === 'refused') return refusedBy(error, situation);
  const { code } = error;
  if (meaning === 'perhaps-done') return lostAnswer(code, situation);
  const { placement, step, now } = situation;
  const backOff = postponedUntil(timesNow(situation), now, retryAfterMs(error));
  const mended = addMs(now, MENDING_MS);
  const until = meaning === 'to-mend' && mended > backOff ? mended : backOff;
  return { type: 'postponed', data: { step, code, until, mayBeThere: placement.mayBeThere } };
}

/**
 * Nothing was found of a lot that may be there: it is looked for again. In the end a person is asked; where it was to be taken
 * down, the platform has said often enough that there is nothing.
 */
export function notFound(situation: Situation): PlacementEvent {
  const { step, placement } = situation;
  const again = lookAgain('PLATFORM.ANSWER_LOST', situation);
  if (step !== 'withdraw' || again.type === 'postponed') return again;
  return { type: 'withdrawn', data: { reason: placement.withdrawal?.reason ?? '', said: 'platform' } };
}

/** What a failed call says of the platform's health; `null`: nothing. */
export function healthOf(error: AppError): Health {
  const meaning = MEANINGS[error.code];
  if (meaning === 'refused') return 'answered';
  return meaning === 'not-done' || meaning === 'perhaps-done' ? 'failed' : null;
}

/** Milliseconds the platform asked us to wait, where it did. */
function retryAfterMs({ details }: AppError): number {
  const asked = details['retryAfterMs'];
  return typeof asked === 'number' && asked > 0 ? asked : 0;
}

function meaningOf({ code }: AppError, { isSent }: Situation): Meaning {
  const meaning = isOfConnection(code) ? 'to-mend' : (MEANINGS[code] ?? 'perhaps-done');
  return meaning === 'perhaps-done' && !isSent ? 'not-done' : meaning;
}

function refusedBy({ code, details }: AppError, { placement, step, now }: Situation): PlacementEvent {
  const said = details['code'];
  const faults = (details['faults'] ?? []) as unknown as readonly PlacementFault[];
  const refusal = { stage: 'platform', step, code: typeof said === 'string' ? said : code, faults } as const;
  const retryAt = refusalRetryAt(refusalsInARow(placement.refusal, refusal), now);
  return { type: 'refused', data: { ...refusal, retryAt } };
}

function lostAnswer(code: string, situation: Situation): PlacementEvent {
  const { publishing, step, now } = situation;
  if (step === 'publish' && publishing.onceBy === 'look') return lookAgain(code, situation);
  const until = postponedUntil(timesNow(situation, step === 'publish'), now);
  return { type: 'postponed', data: { step, code, until, mayBeThere: step === 'publish' } };
}

function lookAgain(code: string, situation: Situation): PlacementEvent {
  const { step, now } = situation;
  const until = lookAgainAt(timesNow(situation, true), now);
  if (until === null) return { type: 'doubted', data: { code } };
  return { type: 'postponed', data: { step, code, until, mayBeThere: true } };
}

/** The how-manieth time in a row it is put off now, as the fold will count: anew once the platform may have the lot. */
function timesNow({ placement }: Situation, mayBeThere = placement.mayBeThere): number {
  return mayBeThere && !placement.mayBeThere ? 1 : placement.postponedTimes + 1;
}
