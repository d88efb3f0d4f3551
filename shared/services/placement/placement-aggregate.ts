import type { PlacementEvent } from '../../domain/placement/events.ts';
import { foldPlacement } from '../../domain/placement/fold.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Aggregate } from '../events/aggregate.ts';

/** A placement's log: `PLACEMENT#<listing>-<round>`. */
export const placementAggregate: Aggregate<Placement, PlacementEvent> = { kind: 'placement', fold: foldPlacement };
