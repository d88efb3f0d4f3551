import { fromEpochMs, type Instant, parseInstant, toEpochMs } from '#shared/domain/time.ts';
import { forbidden } from '../http-guard.ts';

/** Where a reading of the changes stands. */
export interface ChangeStep {
  /** Changes since then are wanted; `null`: every lot there is. */
  readonly since: Instant | null;
  /** What the first page of this reading said the time is; `null` before it. */
  readonly startedAt: Instant | null;
  /** The platform's word for the page that follows; empty for the first. */
  readonly cursor: string;
}

/** Readings overlap by this much: a change written while the one before was answered is not lost, and twice is harmless. */
const OVERLAP_MS = 600_000;

/**
 * Reads a step: `since~startedAt~cursor`, each possibly empty. `null` is a reading of everything.
 * @throws AppError `PLATFORM.FORBIDDEN_ADDRESS` for anything else
 */
export function readChangeStep(step: string | null): ChangeStep {
  const [since, startedAt, cursor] = /^([^~]*)~([^~]*)~(.*)$/s.exec(step ?? '~~')?.slice(1) ?? [];
  if (since === undefined || startedAt === undefined || cursor === undefined) {
    throw forbidden('not a step of the interface');
  }
  return { since: readMoment(since), startedAt: readMoment(startedAt), cursor };
}

/** The step for the page that follows. */
export function nextChangeStep({ since }: ChangeStep, startedAt: Instant, cursor: string): string {
  return `${since ?? ''}~${startedAt}~${cursor}`;
}

/** The step the next reading begins with, once this one has come to its end. */
export function resumeStep(startedAt: Instant): string {
  return `${fromEpochMs(Math.max(0, toEpochMs(startedAt) - OVERLAP_MS))}~~`;
}

function readMoment(text: string): Instant | null {
  if (text === '') return null;
  const at = parseInstant(text);
  if (at === undefined) throw forbidden('not a step of the interface');
  return at;
}
