import type { Caller } from '../../domain/caller.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changePlacement, type ReasonBody, requireReason } from './change-placement.ts';
import type { PlacementPorts } from './placement-ports.ts';

/**
 * Asks for a lot to be taken down (申请撤下): the platform is told by its interface where it has one, else by people. The listing is
 * withdrawn when it is down.
 *
 * @throws AppError as `changePlacement`; `FORM.INVALID` without a reason
 */
export async function askWithdrawal(
  caller: Caller,
  ports: PlacementPorts,
  id: string,
  command: Command,
  body: ReasonBody,
): Promise<Committed<Placement>> {
  requireReason(body);
  return changePlacement(caller, ports, id, command, {
    command: 'ask-withdrawal',
    event: () => ({ type: 'withdrawal-asked', data: { reason: body.reason } }),
  });
}
