import { afterLot, afterPage, digestKey, type Settled } from '../../domain/collection/after-reading.ts';
import { chainOf, isIncomplete, isScanIncomplete, isShrunk, type Reading } from '../../domain/collection/reading.ts';
import { type CollectionTask, placeOfTask } from '../../domain/collection/task.ts';
import type { Instant } from '../../domain/time.ts';
import type { LotOrder } from '../../messages/collect.ts';
import { recordSuccess } from '../platform-calls/breaker.ts';
import { type FetchedBy, putFetched } from '../put-fetched.ts';
import type { ActiveSource } from './active-sources.ts';
import { putTask, readPages } from './all-tasks.ts';
import type { CollectPorts } from './collection-ports.ts';
import { listFacts } from './due-looks.ts';
import { recordIncident, solveIncidents } from './incidents.ts';
import type { Understood } from './read-answer.ts';

/** What a request was sent for. */
export interface Sent {
  readonly source: ActiveSource;
  /** As it was before. */
  readonly task: CollectionTask;
  /** `null` for lists. */
  readonly lot: LotOrder | null;
}

/** Who brought what is read of a platform, as envelopes say. */
const BROUGHT_BY = 'collect';

/** Who fetched for a task, as envelopes say. */
export function fetchedBy(platform: string, { id, version }: CollectionTask): FetchedBy {
  return { platform, broughtBy: BROUGHT_BY, correlationId: `${BROUGHT_BY}-${platform}-${id}-${version}` };
}

/**
 * Keeps a good answer (保存读取结果): the raw documents where what was extracted differs from what the step brought before, then
 * the task, by one conditional write. Undefined when somebody else answered the same task meanwhile.
 */
export async function keepAnswer(
  ports: CollectPorts,
  sent: Sent,
  { reading, documents }: Understood,
): Promise<Settled | undefined> {
  const { source, task } = sent;
  const { platform } = source.fetching;
  if (task.digests[digestKey(task)] !== reading.digest) {
    await putFetched(ports, fetchedBy(platform, task), documents);
  }
  await recordSuccess(ports, platform);
  const now = ports.clock.now();
  const settled = settle(sent, reading, now);
  const code = await listFault(ports, sent, reading, { ...settled.task, version: task.version + 1 }, now);
  // A lot that failed was read for what the task says; it may be read for something else by now.
  const place = placeOfTask(task.subject, task.wanted ?? sent.lot?.wanted ?? null);
  if (code === null && task.hasIncident) await solveIncidents(ports, platform, place);
  const next = { ...settled.task, hasIncident: code !== null };
  if ((await putTask(ports.records, platform, next, now)) === 'refused') return undefined;
  if (code !== null) await recordIncident(ports, { platform, code, place, excerpt: null, document: null });
  return { ...settled, task: { ...next, version: task.version + 1 } };
}

function settle({ source, task, lot }: Sent, reading: Reading, now: Instant): Settled {
  if (lot !== null) return afterLot(task, reading, { lot, wanted: lot.wanted }, source.fetching, now);
  return afterPage(task, reading, listFacts(source, listOf(source, task)), now);
}

/** A list that is no longer read was when the request was sent. */
function listOf({ lists }: ActiveSource, { subject }: CollectionTask) {
  const list = subject.what === 'list' ? lists.find(({ id }) => id === subject.list) : undefined;
  return list ?? { id: '', title: '', shows: 'page' as const };
}

/** What a list that was read well is nevertheless suspected of; `null`: nothing. It ends nothing and removes nothing. */
async function listFault(
  { records }: CollectPorts,
  { source, task }: Sent,
  reading: Reading,
  after: CollectionTask,
  now: Instant,
): Promise<'LIST.SHRUNK' | 'LIST.INCOMPLETE' | null> {
  const { subject } = task;
  if (subject.what !== 'list') return null;
  if (listOf(source, task).shows === 'changes') return isScanIncomplete(after, now) ? 'LIST.INCOMPLETE' : null;
  if (isShrunk(task, reading) && after.shrunkSince !== null) return 'LIST.SHRUNK';
  if (reading.next !== null || reading.listed === null) return null;
  const others = (await readPages(records, source.fetching.platform, subject.list)).filter(({ id }) => id !== task.id);
  return isIncomplete(chainOf([...others, after], subject.list)) ? 'LIST.INCOMPLETE' : null;
}
