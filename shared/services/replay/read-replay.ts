import type { Caller } from '../../domain/caller.ts';
import { AppError } from '../../errors/app-error.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { keys } from '../records/keys.ts';
import { parseReplayPart, sumCounts } from './replay-part.ts';
import type { ReplayProgress } from './replay-report.ts';

const REPLAY_ID = /^[a-z0-9-]{1,60}$/;

type Request = Pick<ReplayProgress, 'scope' | 'requestedBy' | 'requestedAt' | 'parts'>;

/**
 * How far a replay is, and what its parts reported.
 * @throws AppError `ACCESS.DENIED`, `RESOURCE.NOT_FOUND`
 */
export async function readReplay(
  caller: Caller,
  ports: { readonly records: ItemStore },
  replayId: string,
): Promise<ReplayProgress> {
  requireRole(caller, 'operator', 'office', 'auditor');
  const items = REPLAY_ID.test(replayId) ? await ports.records.query(keys.replay(replayId)) : [];
  const { sk } = keys.replayRequest(replayId);
  const request = items.find((item) => item.sk === sk);
  if (request === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such replay', { details: { replayId } });
  const { scope, requestedBy, requestedAt, parts } = request as unknown as Request;
  const reports = items.filter((item) => item !== request).map(parseReplayPart);
  const counts = sumCounts(reports.map((report) => report.counts));
  return { replayId, scope, requestedBy, requestedAt, parts, done: reports.length === parts, counts, reports };
}
