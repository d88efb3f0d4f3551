import { nextOf } from '#shared/domain/placement/next.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';
import { parseEventItem } from '#shared/services/events/event-item.ts';
import { foldLog } from '#shared/services/events/load.ts';
import { placementAggregate } from '#shared/services/placement/placement-aggregate.ts';
import { type PlacementSystem, placementOf } from './placement-system.ts';
import type { Wish } from './placement-workers.ts';

/** States in which a person is named to look. */
const PERSONS_TURN = ['blocked', 'unknown'];

function isQuiet(system: PlacementSystem, placement: Placement): boolean {
  const next = nextOf(placement, system.publishing);
  return next === null || (next.step === 'follow' && placement.state === 'live');
}

/** Whether nothing is left to be done, found anew only when a log grew. */
export function restOf(system: PlacementSystem, wishes: readonly Wish[]): () => boolean {
  let grownTo = -1;
  let isAtRest = false;
  const last = wishes
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return () => {
    if (last !== undefined && system.clock.now() < last) return false;
    const items = system.stored.items('PLACEMENT#');
    if (items.length !== grownTo) {
      grownTo = items.length;
      isAtRest = system.ids.every((id) => {
        const log = items.filter(({ pk }) => pk === `PLACEMENT#${id}`).filter(({ sk }) => sk.startsWith('EVENT#'));
        const known = foldLog(
          placementAggregate,
          id,
          log.map((item) => parseEventItem(item)),
        );
        return known !== undefined && isQuiet(system, known.state);
      });
    }
    return isAtRest;
  };
}

function wrongAbout(system: PlacementSystem, placement: Placement): readonly string[] {
  const { id, state, lot, amendment } = placement;
  const lots = system.platform.lotsOf(id);
  const said = `${id} (${state})`;
  if (lots.length > 1) return [`two lots: ${said} has ${lots.map((entry) => entry.lot.lotId).join(', ')}`];
  const [only] = lots;
  if (state === 'withdrawn') {
    return only === undefined || only.lot.status === 'withdrawn' ? [] : [`forgotten: ${said} is still on sale`];
  }
  if (PERSONS_TURN.includes(state)) return [];
  if (state !== 'live') return [`forgotten: ${said} stays as it is`];
  if (only === undefined || lot?.number !== only.lot.lotId) return [`wrong lot: ${said} names ${lot?.number}`];
  const title = `标的 ${id} 第${amendment?.number ?? 0}次变更`;
  return only.content['title'] === title ? [] : [`forgotten: ${said} shows ${String(only.content['title'])}`];
}

/** Holds what the platform has against the logs; the answer is how many placements are in each state. */
export async function checkPlacements(system: PlacementSystem): Promise<Readonly<Record<string, number>>> {
  const states: Record<string, number> = {};
  for (const id of system.ids) {
    const placement = await placementOf(system, id);
    states[placement.state] = (states[placement.state] ?? 0) + 1;
    system.complaints.push(...wrongAbout(system, placement));
  }
  return states;
}
