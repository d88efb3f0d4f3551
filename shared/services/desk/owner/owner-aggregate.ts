import type { OwnerDetails } from '../../../domain/asset/check-owner.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import type { LoggedEvent } from '../../../domain/events/event.ts';
import type { Actor } from '../../../domain/people/role.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Aggregate } from '../../events/aggregate.ts';

/** What may happen to an owner: each event carries all that is told of it from then on. */
export interface OwnerEvent {
  readonly type: 'registered' | 'amended';
  readonly data: { readonly owner: OwnerDetails };
}

/** An owner as its events leave it. */
export interface OwnerState {
  readonly owner: Owner;
  readonly changedAt: Instant;
  readonly changedBy: Actor;
}

/** Owners (产权人), one log each. */
export const ownerAggregate: Aggregate<OwnerState, OwnerEvent> = {
  kind: 'owner',
  fold: (_state, { at, by, event }: LoggedEvent<OwnerEvent>, id) => ({
    owner: { id, ...event.data.owner },
    changedAt: at,
    changedBy: by,
  }),
};
