import { systemCaller } from '#shared/domain/caller.ts';
import type { LotId } from '#shared/domain/lot-id.ts';
import type { ReplayRequested } from '#shared/messages/replay-requested.ts';
import { previewReplay } from '#shared/services/replay/preview-replay.ts';
import { type ReplayPorts, replayDocuments } from '#shared/services/replay/replay-documents.ts';
import { repairedPlatform } from '#test/simulation/virtual-platform.ts';
import { aDesk } from '#test/support/builders.ts';

export const LOT = 'virtual.1024' as LotId;
export const OPERATOR = { id: 'operator-1', roles: ['operator'] } as const;

interface Scope {
  readonly documents?: readonly string[];
  readonly lots?: readonly LotId[];
}

/** A desk where documents are mapped by the first mapping and replayed by the repaired one, unless told otherwise. */
export function aReplayDesk() {
  const desk = aDesk();
  const ports: ReplayPorts = { ...desk.ports, clock: desk.clock, platforms: [repairedPlatform] };
  const message = ({ documents = [], lots = [] }: Scope, replayId: string): ReplayRequested => {
    return { schema: 'replay-requested.v1', replayId, part: 1, documents, lots, correlationId: replayId };
  };
  const replay = (scope: Scope, through: Partial<ReplayPorts> = {}, replayId = 'replay-1') =>
    replayDocuments(systemCaller('replay'), { ...ports, ...through }, message(scope, replayId));
  const preview = ({ documents = [], lots = [] }: Scope, through: Partial<ReplayPorts> = {}) =>
    previewReplay(OPERATOR, { ...ports, ...through }, { documents, lots });
  const state = () => desk.records.items(`LOT#${LOT}`).find(({ sk }) => sk === 'STATE');
  const waiting = (documentId: string) => desk.records.get({ pk: 'QUARANTINE#virtual', sk: documentId });
  return { ...desk, ports, replay, preview, state, waiting };
}
