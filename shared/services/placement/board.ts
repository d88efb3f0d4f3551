import type { Caller } from '../../domain/caller.ts';
import { visiblePartitions } from '../../domain/people/reach.ts';
import type { Placement, PlacementState, PlacementWay } from '../../domain/placement/placement.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { publishingOf } from './due.ts';
import { maySeePlacement } from './may-see-placement.ts';
import { type PlacementCard, placementCards } from './placement-cards.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { problemOf } from './placement-problem.ts';
import { type PlacementTodo, todoOf } from './placement-todo.ts';

/** A line of the status board: one listing on one platform in one round. */
export interface BoardRow {
  readonly id: string;
  readonly listingId: string;
  readonly title: string | null;
  readonly ownerId: string;
  readonly owner: string;
  readonly platform: string;
  readonly platformName: string;
  readonly round: number;
  readonly way: PlacementWay;
  readonly state: PlacementState;
  readonly since: Instant;
  /** Chinese: what is wrong; `null`: nothing. */
  readonly problem: string | null;
  readonly todo: PlacementTodo;
  readonly url: string | null;
  /** The platform shows something else than was approved. */
  readonly differs: boolean;
}

/**
 * The status board (上架看板): every placement the caller may know of, the longest in its state first.
 */
export async function readBoard(
  caller: Caller,
  ports: Pick<PlacementPorts, 'records' | 'clock' | 'platforms' | 'publishing'>,
): Promise<readonly BoardRow[]> {
  const today = beijingDate(ports.clock.now());
  const cards = await placementCards(ports, visiblePartitions(caller));
  return cards
    .filter(({ placement, ownerId, ownerKind, division }) =>
      maySeePlacement(caller, placement, { id: ownerId, kind: ownerKind, division }, today),
    )
    .map((card) => boardRow(ports, card))
    .toSorted((a, b) => order(a.since, b.since) || order(a.id, b.id));
}

/** The line of a placement as its card says it stands. */
export function boardRow(ports: Pick<PlacementPorts, 'platforms' | 'publishing'>, card: PlacementCard): BoardRow {
  const { placement, title, ownerId, ownerName } = card;
  const { id, listingId, platform, round, way, state, since, lot } = placement;
  return {
    ...{ id, listingId, title, ownerId, owner: ownerName, platform, round, way, state, since },
    platformName: ports.platforms.find((known) => known.id === platform)?.name ?? platform,
    problem: problemOf(card),
    todo: todoOf(card, publishingOf(ports, placement)),
    url: lot?.url ?? null,
    differs: differs(placement),
  };
}

function differs({ state, shown }: Placement): boolean {
  return state === 'live' && shown !== null && shown.differences.length > 0;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
