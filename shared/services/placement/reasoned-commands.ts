import type { Caller } from '../../domain/caller.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { requireText } from '../desk/listing/require-text.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import type { PlacementCommand } from './allowed-placement.ts';
import { changePlacement } from './change-placement.ts';
import type { PlacementPorts } from './placement-ports.ts';

/** What a person says when he decides something. */
export interface ReasonBody {
  readonly reason: string;
}

/**
 * A command that needs nothing but the person's reason.
 * @throws AppError as `changePlacement`; `FORM.INVALID` without a reason
 */
type ReasonedCommand = (
  caller: Caller,
  ports: PlacementPorts,
  id: string,
  command: Command,
  body: ReasonBody,
) => Promise<Committed<Placement>>;

function reasoned(name: PlacementCommand, event: (body: ReasonBody) => PlacementEvent): ReasonedCommand {
  return async (caller, ports, id, command, body) => {
    requireText('/reason', body.reason, '请写明原因。');
    return changePlacement(caller, ports, id, command, { command: name, event: () => event(body) });
  };
}

/** Has it tried again at once (重试): what was refused was mended, or the person has seen that the platform has no such lot. */
export const resumePlacement = reasoned('resume', ({ reason }) => ({ type: 'resumed', data: { reason } }));

/** Turns it over to people (改为人工移交): from now on by package. The person has seen that the platform has no such lot. */
export const switchToHandoff = reasoned('switch', ({ reason }) => ({ type: 'switched', data: { reason } }));

/**
 * Asks for a lot to be taken down (申请撤下): the platform is told by its interface where it has one, else by people. The listing is
 * withdrawn when it is down.
 */
export const askWithdrawal = reasoned('ask-withdrawal', ({ reason }) => ({
  type: 'withdrawal-asked',
  data: { reason },
}));

/**
 * Confirms that a lot is not on sale any more (确认已撤下), where the platform was told in person: the reason says by what the
 * person knows it. The listing is withdrawn then.
 */
export const confirmWithdrawn = reasoned('confirm-withdrawn', ({ reason }) => ({
  type: 'withdrawn',
  data: { reason, said: 'person' },
}));
