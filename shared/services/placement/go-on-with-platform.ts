import { visiblePartitions } from '../../domain/people/reach.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import { recordSuccess } from '../platform-calls/breaker.ts';
import { isOfConnection } from './connection-codes.ts';
import { dueOf, placeMessage } from './due.ts';
import { logEvent } from './log-event.ts';
import { placementCards } from './placement-cards.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { PLACEMENT_CALLER } from './sync-placement.ts';

/**
 * Goes on at a platform whose connection was just seen to work (对接测试通过): it is left alone no longer, and what waited for
 * it is done now instead of later. Nothing happens while the connection is disabled.
 */
export async function goOnWithPlatform(ports: PlacementPorts, platform: string): Promise<void> {
  const { value } = await readSettings(ports, 'connections');
  if (!value.some((connection) => connection.platform === platform && connection.enabled)) return;
  await recordSuccess(ports, platform);
  for (const { placement } of await placementCards(ports, visiblePartitions(PLACEMENT_CALLER))) {
    if (placement.platform === platform && placement.way === 'api') await goOn(ports, placement);
  }
}

async function goOn(ports: PlacementPorts, placement: Placement): Promise<void> {
  const now = ports.clock.now();
  if (isOfConnection(placement.postponedFor)) {
    await logEvent(PLACEMENT_CALLER, ports, placement, { type: 'resumed', data: { reason: '对接测试通过' } });
    return;
  }
  const due = dueOf(ports, placement, now);
  if (due !== null && due.at <= now) await ports.wake(due.queue, placeMessage(placement), 0);
}
