import { afterFailure } from '../../domain/collection/after-reading.ts';
import { type CollectionTask, placeOfTask } from '../../domain/collection/task.ts';
import { addMs } from '../../domain/time.ts';
import type { AppError } from '../../errors/app-error.ts';
import type { LotOrder } from '../../messages/collect.ts';
import type { FetchedDocument } from '../../ports/platform-publisher.ts';
import { openBreaker, readBreaker, recordFailure, restUntil } from '../platform-calls/breaker.ts';
import { putFetched } from '../put-fetched.ts';
import { putTask } from './all-tasks.ts';
import type { CollectPorts } from './collection-ports.ts';
import { readIncidents, recordIncident } from './incidents.ts';
import { fetchedBy } from './keep-answer.ts';
import type { NotUnderstood } from './read-answer.ts';

/** A platform that does not say for how long is left alone for so long. */
const REST_MS = 60_000;
/** So much of what came is looked at for an excerpt. */
const EXCERPT_BYTES = 4000;

/**
 * Notes that a request brought nothing that can be used (读取失败): the platform rests, or is left alone, as the failure asks
 * for; the task is tried again later; the incident is counted, with the raw document once. Nothing of any lot changes.
 */
export async function settleTrouble(
  ports: CollectPorts,
  platform: string,
  { task, lot }: { readonly task: CollectionTask; readonly lot: LotOrder | null },
  { refused, documents }: NotUnderstood,
): Promise<void> {
  const { code } = refused;
  // Until it is solved, a task has its incident at one place, whatever it is read for meanwhile.
  const wanted = (task.hasIncident ? task.wanted : null) ?? lot?.wanted ?? null;
  const place = placeOfTask(task.subject, wanted);
  ports.log.warn('a platform could not be read', { platform, place, code });
  await spare(ports, platform, refused);
  const pausedUntil = await readBreaker(ports, platform);
  const now = ports.clock.now();
  // The task first: whoever dies between the two leaves a task that solves more than there is, not an incident for ever.
  const failed = afterFailure(task, { code, wanted, pausedUntil }, now);
  if ((await putTask(ports.records, platform, failed, now)) === 'refused') return;
  const document = await keepOnce(ports, platform, { code, place, task }, documents);
  const [first] = documents;
  const excerpt = first === undefined ? null : textOf(first);
  await recordIncident(ports, { platform, code, place, excerpt, document });
}

/** What a failure says of the platform as a whole. */
async function spare(ports: CollectPorts, platform: string, { code, details }: AppError): Promise<void> {
  switch (code) {
    case 'PLATFORM.RATE_LIMITED': {
      const asked = details['retryAfterMs'];
      const restMs = typeof asked === 'number' && asked > 0 ? asked : REST_MS;
      return restUntil(ports, platform, addMs(ports.clock.now(), restMs));
    }
    case 'PLATFORM.UNAVAILABLE':
      return recordFailure(ports, platform);
    case 'PLATFORM.BLOCKED':
    case 'DOCUMENT.BLOCKED':
      return openBreaker(ports, platform, code);
    default:
      return undefined;
  }
}

/** Keeps what could not be understood once per incident, where a mended mapping finds it again. */
async function keepOnce(
  ports: CollectPorts,
  platform: string,
  { code, place, task }: { readonly code: string; readonly place: string; readonly task: CollectionTask },
  documents: readonly FetchedDocument[],
): Promise<string | null> {
  if (documents.length === 0) return null;
  const known = await readIncidents(ports.records, platform);
  const open = known.find((each) => each.code === code && each.place === place && each.solvedAt === null);
  if (open !== undefined && open.document !== null) return null;
  const [id] = await putFetched(ports, fetchedBy(platform, task), documents);
  return id ?? null;
}

/** Much of it may be GBK: what is not UTF-8 is read as that. */
function textOf({ bytes }: FetchedDocument): string {
  const beginning = bytes.slice(0, EXCERPT_BYTES);
  const text = new TextDecoder('utf-8').decode(beginning, { stream: true });
  return text.includes('\ufffd') ? new TextDecoder('gbk').decode(beginning, { stream: true }) : text;
}
