import type { Caller } from '../../domain/caller.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changePlacement, type ReasonBody, requireReason } from './change-placement.ts';
import type { PlacementPorts } from './placement-ports.ts';

/**
 * Has a placement tried again at once (重试): what was refused was mended, or the person has seen that the platform has no such
 * lot.
 *
 * @throws AppError as `changePlacement`; `FORM.INVALID` without a reason
 */
export async function resumePlacement(
  caller: Caller,
  ports: PlacementPorts,
  id: string,
  command: Command,
  body: ReasonBody,
): Promise<Committed<Placement>> {
  requireReason(body);
  return changePlacement(caller, ports, id, command, {
    command: 'resume',
    event: () => ({ type: 'resumed', data: { reason: body.reason } }),
  });
}
