import type { Caller } from '../../domain/caller.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changePlacement, type ReasonBody, requireReason } from './change-placement.ts';
import type { PlacementPorts } from './placement-ports.ts';

/**
 * Turns a placement over to people (改为人工移交): from now on by package. The person has seen that the platform has no such lot.
 *
 * @throws AppError as `changePlacement`; `FORM.INVALID` without a reason
 */
export async function switchToHandoff(
  caller: Caller,
  ports: PlacementPorts,
  id: string,
  command: Command,
  body: ReasonBody,
): Promise<Committed<Placement>> {
  requireReason(body);
  return changePlacement(caller, ports, id, command, {
    command: 'switch',
    event: () => ({ type: 'switched', data: { reason: body.reason } }),
  });
}
