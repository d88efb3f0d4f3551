import type { Settled } from '../../domain/collection/after-reading.ts';
import { isDueWithin } from '../../domain/collection/policy.ts';
import { newTask, type TaskSubject, taskId } from '../../domain/collection/task.ts';
import { AppError } from '../../errors/app-error.ts';
import type { ActiveSource } from './active-sources.ts';
import { readTask } from './all-tasks.ts';
import type { CollectPorts } from './collection-ports.ts';
import { type Request, sendLooks } from './send-looks.ts';

/** What is due so soon is not left to the planner, which comes once a minute. */
const SOON_MS = 90_000;

/**
 * Arranges what follows a reading soon (后续读取): the step that goes on, the next look before or after an end, the page after a
 * page that nobody read yet. What gets no moment is left to the planner.
 */
export async function sendSuccessors(ports: CollectPorts, source: ActiveSource, settled: Settled): Promise<void> {
  const requests = [...itself(settled, ports), ...(await nextPage(ports, source, settled))];
  try {
    await sendLooks(ports, source, requests, SOON_MS);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'STORE.CONTENTION')) throw error;
  }
}

function itself({ task, look, lot }: Settled, { clock }: CollectPorts): readonly Request[] {
  if (look === null || !isDueWithin(look, clock.now(), SOON_MS)) return [];
  return [{ task, look, lot: lot === null ? null : { ...lot, wanted: task.wanted ?? 'terms' } }];
}

async function nextPage(
  { records, clock }: CollectPorts,
  { fetching }: ActiveSource,
  { task }: Settled,
): Promise<readonly Request[]> {
  if (task.subject.what !== 'list' || task.next === null) return [];
  const subject: TaskSubject = { ...task.subject, page: task.next };
  const known = await readTask(records, fetching.platform, taskId(subject));
  if (known !== undefined && known.version > 0) return [];
  return [{ task: newTask(subject), look: { at: clock.now(), urgentFrom: null, isFallback: false }, lot: null }];
}
