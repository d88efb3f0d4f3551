import type { Caller } from '../../domain/caller.ts';
import { mayAct } from '../../domain/people/reach.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import type { Placement, PlacementFault } from '../../domain/placement/placement.ts';
import { PLACEMENT_EVENT_NAMES } from '../../domain/placement/words.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { readLog } from '../events/load.ts';
import { mayCommand, PLACEMENT_COMMANDS, type PlacementCommand } from './allowed-placement.ts';
import { type BoardRow, boardRow } from './board.ts';
import { situationOf, visiblePlacement } from './change-placement.ts';
import { eventWords } from './event-words.ts';
import { cardOf } from './placement-cards.ts';
import type { PlacementPorts } from './placement-ports.ts';

/** One thing that happened to a placement. */
export interface PlacementDeed {
  readonly at: Instant;
  /** The person's name; 系统 where one of our functions did it. */
  readonly byName: string;
  /** Chinese: what happened. */
  readonly what: string;
  /** Chinese: what there is to say about it; `null`: nothing. */
  readonly words: string | null;
  readonly faults: readonly PlacementFault[];
}

/** A placement as one caller may see it. */
export interface PlacementView {
  readonly row: BoardRow;
  readonly placement: Placement;
  /** In order of time. */
  readonly timeline: readonly PlacementDeed[];
  /** What the caller may do now. */
  readonly may: readonly PlacementCommand[];
}

/**
 * One placement.
 * @throws AppError `RESOURCE.NOT_FOUND` also for one the caller may not see
 */
export async function readPlacement(
  caller: Caller,
  ports: Pick<PlacementPorts, 'records' | 'clock' | 'platforms' | 'publishing'>,
  id: string,
): Promise<PlacementView> {
  const { placement, listing, owner } = await visiblePlacement(caller, ports, id);
  const now = ports.clock.now();
  const isOffice = mayAct(caller, 'office', owner, beijingDate(now)) !== undefined;
  const situation = situationOf(ports, placement, listing, now);
  const log = await readLog<PlacementEvent>(ports, { kind: 'placement', id });
  return {
    row: boardRow(ports, cardOf(placement, listing, owner)),
    placement,
    timeline: log.map(({ at, by, event }) => ({
      at,
      byName: by.role === 'system' ? '系统' : by.name,
      what: PLACEMENT_EVENT_NAMES[event.type],
      words: eventWords(event),
      faults: event.type === 'refused' ? event.data.faults : [],
    })),
    may: isOffice ? PLACEMENT_COMMANDS.filter((command) => mayCommand(command, situation)) : [],
  };
}
