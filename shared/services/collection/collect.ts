import type { Caller } from '../../domain/caller.ts';
import { isReadWhole } from '../../domain/collection/after-reading.ts';
import type { CollectionTask } from '../../domain/collection/task.ts';
import type { Instant } from '../../domain/time.ts';
import type { CollectMessage, LotOrder } from '../../messages/collect.ts';
import type { FetchTarget } from '../../ports/platform-fetcher.ts';
import { requireRole } from '../authorise.ts';
import { readBreaker } from '../platform-calls/breaker.ts';
import { isUsable } from '../platform-calls/slots.ts';
import { type ActiveSource, activeSources } from './active-sources.ts';
import { readTask } from './all-tasks.ts';
import type { CollectPorts } from './collection-ports.ts';
import { keepAnswer, type Sent } from './keep-answer.ts';
import { readAnswer } from './read-answer.ts';
import { secondsUntil } from './send-looks.ts';
import { sendSuccessors } from './successors.ts';
import { settleTrouble } from './trouble.ts';

/** What came of a message: a request was sent and answered, it failed, or none was sent. */
export type Collected = 'answered' | 'failed' | 'void';

/**
 * Sends the one request a message is for (读取一次), keeps what came, and arranges the next where it is soon. A message that comes
 * too late, a second time, after its task moved on or while the platform is left alone does nothing: the planner makes it up.
 * Only the same message delivered to two workers at the same instant sends two requests. A failure of the platform is written
 * down and never thrown.
 *
 * @throws AppError only retryable faults of our own
 */
export async function collect(caller: Caller, ports: CollectPorts, message: CollectMessage): Promise<Collected> {
  requireRole(caller, 'system');
  const { platform, slot } = message;
  const now = ports.clock.now();
  if (slot > now) {
    await ports.send(platform, message, secondsUntil(slot, now));
    return 'void';
  }
  if (!isUsable(slot, now)) return 'void';
  const sent = await sentFor(ports, message);
  if (sent === undefined || (await readBreaker(ports, platform)) !== null) return 'void';
  const { task, lot } = sent;
  if (!isUsable(slot, ports.clock.now())) return 'void';
  const answer = await readAnswer(ports, sent.source, targetOf(task, lot), stepOf(task, sent.source, now));
  if ('refused' in answer) {
    await settleTrouble(ports, platform, sent, answer);
    return 'failed';
  }
  const settled = await keepAnswer(ports, sent, answer);
  if (settled !== undefined) await sendSuccessors(ports, sent.source, settled);
  return 'answered';
}

/** Undefined when the message is void: the platform is off by now, or the task moved on. */
async function sentFor(ports: CollectPorts, message: CollectMessage): Promise<Sent | undefined> {
  const sources = await activeSources(ports);
  const source = sources.find(({ fetching }) => fetching.platform === message.platform);
  const task = await readTask(ports.records, message.platform, message.task);
  if (source === undefined || task?.version !== message.version) return undefined;
  const { subject } = task;
  if (subject.what === 'list') {
    return source.lists.some(({ id }) => id === subject.list) ? { source, task, lot: null } : undefined;
  }
  return message.lot === null ? undefined : { source, task, lot: message.lot };
}

function targetOf({ subject }: CollectionTask, lot: LotOrder | null): FetchTarget {
  if (subject.what === 'list') return { what: 'list', list: subject.list };
  if (lot === null) throw new RangeError('a lot is read for something');
  return { what: 'lot', externalId: subject.externalId, url: lot.url, wanted: lot.wanted };
}

/** A page is its step; a list of changes goes on where it ended, or begins anew; a lot is read step by step. */
function stepOf(task: CollectionTask, { lists }: ActiveSource, now: Instant): string | null {
  const { subject, step } = task;
  if (subject.what === 'lot') return step;
  const isOfChanges = lists.some(({ id, shows }) => id === subject.list && shows === 'changes');
  if (!isOfChanges) return subject.page;
  return step ?? (isReadWhole(task, now) ? null : task.resume);
}
