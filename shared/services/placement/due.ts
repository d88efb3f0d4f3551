import { nextOf } from '../../domain/placement/next.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Publishing } from '../../domain/placement/publishing.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import type { PlacementPorts } from './placement-ports.ts';

/** What is due for a placement, when, and who does it. */
export interface Due {
  readonly at: Instant;
  readonly queue: Parameters<PlacementPorts['wake']>[0];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What is known of publishing at the placement's platform; undefined where nothing can be published. */
export function publishingOf(
  { publishing }: Pick<PlacementPorts, 'publishing'>,
  { platform }: Pick<Placement, 'platform'>,
): Publishing | undefined {
  return publishing.find((known) => known.platform === platform);
}

/** What the system does next for a placement, and from when on; `null`: nothing, it is over or a person's turn. */
export function dueOf(ports: Pick<PlacementPorts, 'publishing'>, placement: Placement, now: Instant): Due | null {
  const known = publishingOf(ports, placement);
  const next = nextOf(placement, known);
  if (next === null || (next.step === 'follow' && !canBeFollowed(placement))) return null;
  const at = next.at ?? now;
  const isOurs =
    next.step === 'prepare' || (next.step === 'follow' && (placement.way === 'handoff' || known === undefined));
  if (isOurs) return { at, queue: 'preparations' };
  // A platform that cannot be published to any more is asked by nobody: a person turns to the package.
  return known === undefined ? null : { at, queue: { platform: placement.platform } };
}

/** Whether the record can be asked for the lot: people may have entered an address that carries no number. */
export function canBeFollowed({ lot }: Pick<Placement, 'lot'>): boolean {
  return lot !== null && lot.number !== '';
}

/** When a lot that was looked at now is looked at again: each minute in the first hour until it is shown, then every ten. */
export function nextLookAt({ state, since }: Pick<Placement, 'state' | 'since'>, now: Instant): Instant {
  const isNew = state === 'accepted' && now < addMs(since, HOUR_MS);
  return addMs(now, isNew ? MINUTE_MS : 10 * MINUTE_MS);
}

/** The message that makes somebody look at a placement. */
export function placeMessage({ id }: Pick<Placement, 'id'>) {
  return { schema: 'place.v1', placement: id, slot: null } as const;
}
