import type { LotId } from '#shared/domain/lot-id.ts';
import { keys } from '#shared/services/records/keys.ts';
import { previewReplay } from '#shared/services/replay/preview-replay.ts';
import { readReplay } from '#shared/services/replay/read-replay.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { lotsKnown } from './replay-workers.ts';
import type { System } from './system.ts';
import type { VirtualWorld } from './virtual-documents.ts';
import { manifest } from './virtual-platform.ts';

const operator = { id: 'operator-1', roles: ['operator'] } as const;

/** Exactly what was refused, and what has rows nobody could read, waits for a person. */
export async function checkQuarantine(system: System, world: VirtualWorld): Promise<void> {
  for (const { id, content } of world.documents) {
    const waits = 'refused' in content || content.says.quarantined.length > 0;
    const item = await system.stored.get(keys.quarantined(manifest.id, id));
    if ((item?.['open'] ?? false) !== waits) system.complaints.push(`${id} ${waits ? 'does not wait' : 'waits'}`);
  }
}

/** A preview of everything finds nothing to change, and every replay that was asked for is done. */
export async function checkReplays(system: System): Promise<void> {
  const { stored: records, documents, deployed } = system;
  const ports = { records, documents, hash: sha256, platforms: deployed.platforms };
  const { lots } = await previewReplay(operator, ports, { documents: [], lots: lotsKnown(system) as readonly LotId[] });
  for (const { lotId, differences } of lots.filter(({ changed }) => changed)) {
    system.complaints.push(`a replay would change ${lotId}: ${JSON.stringify(differences)}`);
  }
  for (const replayId of system.requestedReplays) {
    const { done } = await readReplay(operator, { records }, replayId);
    if (!done) system.complaints.push(`the replay ${replayId} is not done`);
  }
}
