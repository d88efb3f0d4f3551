import type { Caller } from '../../domain/caller.ts';
import { knownLot } from '../../domain/collection/known-lot.ts';
import { newTask, type TaskSubject, taskId } from '../../domain/collection/task.ts';
import { isOutcome } from '../../domain/lot-status.ts';
import type { Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { LotOrder } from '../../messages/collect.ts';
import { requireRole } from '../authorise.ts';
import { readBreaker } from '../platform-calls/breaker.ts';
import { type ActiveSource, activeSources } from './active-sources.ts';
import { readTask } from './all-tasks.ts';
import type { PlanPorts } from './collection-ports.ts';
import { PLANNED_AHEAD_MS } from './due-looks.ts';
import { type Request, sendLooks } from './send-looks.ts';

/** What is to be read now. */
export interface CollectNow {
  readonly platform: string;
  /** The platform's number of a lot; `null`: the first page of every list. */
  readonly lot: string | null;
}

/** What was asked for, and when it is sent. */
export interface CollectedNow {
  readonly requests: number;
  /** Fewer than requests: the others were asked for a moment ago, or wait for a budget that is used up. */
  readonly moments: readonly Instant[];
}

type Ports = Omit<PlanPorts, 'log'>;

/**
 * Reads a platform's lists, or one lot, as soon as its budget allows (立即采集), whatever the plan says. Asking twice sends once.
 *
 * @throws AppError `ACCESS.DENIED`, `COLLECTION.OFF` for a platform that is not read, `COLLECTION.LISTS_ONLY`, `COLLECTION.PAUSED` while it is left
 * alone, `RESOURCE.NOT_FOUND` for a lot nobody knows
 */
export async function collectNow(caller: Caller, ports: Ports, { platform, lot }: CollectNow): Promise<CollectedNow> {
  requireRole(caller, 'operator', 'office');
  const source = (await activeSources(ports)).find(({ fetching }) => fetching.platform === platform);
  if (source === undefined) throw new AppError('COLLECTION.OFF', 'the platform is not read', { details: { platform } });
  if (lot !== null && source.fetching.listsOnly === true) {
    throw new AppError('COLLECTION.LISTS_ONLY', 'the platform has no page of a lot', { details: { platform } });
  }
  const until = await readBreaker(ports, platform);
  if (until !== null) {
    throw new AppError('COLLECTION.PAUSED', 'the platform is left alone', { details: { platform, until } });
  }
  const requests =
    lot === null
      ? await Promise.all(source.lists.map(({ id }) => request(ports, source, { what: 'list', list: id, page: null })))
      : [await request(ports, source, { what: 'lot', externalId: lot }, await orderOf(ports, platform, lot))];
  // Whatever is planned for the same later is void by then.
  const claim = ({ task }: Request) => `now ${task.id}@${task.version}`;
  const moments = await sendLooks(ports, source, requests, PLANNED_AHEAD_MS, claim);
  return { requests: requests.length, moments };
}

async function request(
  { records, clock }: Ports,
  { fetching }: ActiveSource,
  subject: TaskSubject,
  lot: LotOrder | null = null,
): Promise<Request> {
  const task = (await readTask(records, fetching.platform, taskId(subject))) ?? newTask(subject);
  const now = clock.now();
  return { task, look: { at: now, urgentFrom: now, isFallback: false }, lot };
}

async function orderOf({ lots, clock }: Ports, platform: string, externalId: string): Promise<LotOrder> {
  const cards = [...(await lots()).values()];
  const card = cards.find((each) => each.platform === platform && each.externalId === externalId);
  if (card === undefined)
    throw new AppError('RESOURCE.NOT_FOUND', 'no such lot', { details: { platform, externalId } });
  const { status, endsAt } = card;
  const isOver = isOutcome(status) || status === 'ended' || (endsAt !== null && endsAt <= clock.now());
  return { ...knownLot(card, false), wanted: isOver ? 'result' : 'bidding' };
}
