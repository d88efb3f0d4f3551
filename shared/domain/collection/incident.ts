import type { Instant } from '../time.ts';

/**
 * Something that stands between us and a platform's data (采集异常): the same code at the same place is one incident, however
 * often it happens. It is solved by the next success at that place, not by a person.
 */
export interface Incident {
  readonly platform: string;
  /** Stable code: of the AppError, or `LIST.SHRUNK` where a list suddenly shows less than half, `LIST.INCOMPLETE` where it shows fewer lots than it says it has. */
  readonly code: string;
  /** What was read: `list:<id>`, or `lot:<wanted>` for all lots together. */
  readonly place: string;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** Beginning of what came, as text, persons' data masked, 300 characters at most; `null` when nothing came. */
  readonly excerpt: string | null;
  /** The raw document that was kept, once per incident. */
  readonly document: string | null;
  readonly solvedAt: Instant | null;
}

/**
 * How a platform's data is (平台健康): `healthy` read on time; `degraded` failing, late or incomplete; `blocked` it keeps us
 * out; `drifting` what it sends is no longer understood; `retired` gone for good, as the office said; `off` nobody reads it.
 */
export const HEALTH_STATES = ['healthy', 'degraded', 'blocked', 'drifting', 'retired', 'off'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];
