import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReplayProgress } from '#shared/services/replay/replay-report.ts';
import { type HostAddress, readJson, sendJson } from '../host-client.ts';
import { printError } from '../output.ts';
import type { Scope } from './scope.ts';

const POLL_MS = 250;
const PATIENCE_MS = 300_000;

/** As many documents as one request names. */
const REQUESTED_AT_ONCE = 10_000;

async function awaitReplay(host: HostAddress, replayId: string): Promise<ReplayProgress> {
  let finished = 0;
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const progress = (await readJson(host, `/v1/replays/${replayId}`)) as ReplayProgress;
    if (progress.reports.length > finished) {
      finished = progress.reports.length;
      waited = 0;
      printError(`已完成 ${finished} / ${progress.parts} 部分`);
    }
    if (progress.done) return progress;
    await sleep(POLL_MS);
  }
  throw new AppError('HOST.UNREACHABLE', 'the replay made no progress for five minutes', { details: { replayId } });
}

/**
 * Lets the host replay and waits until it has, telling how far it is.
 * @returns what became of each request: one for every ten thousand documents
 * @throws AppError `HOST.UNREACHABLE` when nothing happens for five minutes
 */
export async function runReplay(
  host: HostAddress,
  { documents, lots, scope }: Scope,
): Promise<readonly ReplayProgress[]> {
  const done: ReplayProgress[] = [];
  const count = Math.max(1, Math.ceil(documents.length / REQUESTED_AT_ONCE));
  for (let index = 0; index < count; index += 1) {
    const part = documents.slice(index * REQUESTED_AT_ONCE, (index + 1) * REQUESTED_AT_ONCE);
    const asked = { documents: part, lots: index === 0 ? lots : [], scope };
    const { replayId } = (await sendJson(host, '/v1/replays', asked)) as { replayId: string };
    done.push(await awaitReplay(host, replayId));
  }
  return done;
}
