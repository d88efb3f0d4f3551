import type { Caller } from '../../domain/caller.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changePlacement } from './change-placement.ts';
import { wrongPlacementState } from './log-event.ts';
import type { PlacementPorts } from './placement-ports.ts';

/** The amendment the person saw. */
export interface ConfirmAmendedBody {
  /** Its number within the round: 1, 2, … */
  readonly number: number;
}

/**
 * Confirms that the platform shows what was amended (确认已变更), where it was told in person.
 *
 * @throws AppError as `changePlacement`; `PLACEMENT.STATE` also where another amendment was asked for meanwhile
 */
export async function confirmAmended(
  caller: Caller,
  ports: PlacementPorts,
  id: string,
  command: Command,
  { number }: ConfirmAmendedBody,
): Promise<Committed<Placement>> {
  return changePlacement(caller, ports, id, command, {
    command: 'confirm-amended',
    event: (placement) => {
      if (placement.amendment?.number !== number) throw wrongPlacementState(placement, 'confirm-amended');
      return { type: 'amended', data: { number, revision: null } };
    },
  });
}
