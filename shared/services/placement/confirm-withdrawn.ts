import type { Caller } from '../../domain/caller.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changePlacement, type ReasonBody, requireReason } from './change-placement.ts';
import type { PlacementPorts } from './placement-ports.ts';

/**
 * Confirms that a lot is not on sale any more (确认已撤下), where the platform was told in person: `reason` says by what the person
 * knows it. The listing is withdrawn then.
 *
 * @throws AppError as `changePlacement`; `FORM.INVALID` without a reason
 */
export async function confirmWithdrawn(
  caller: Caller,
  ports: PlacementPorts,
  id: string,
  command: Command,
  body: ReasonBody,
): Promise<Committed<Placement>> {
  requireReason(body);
  return changePlacement(caller, ports, id, command, {
    command: 'confirm-withdrawn',
    event: () => ({ type: 'withdrawn', data: { reason: body.reason, said: 'person' } }),
  });
}
