import type { FetchedList } from '../../domain/collection/fetching.ts';
import { type KnownLot, knownLot } from '../../domain/collection/known-lot.ts';
import { type ListFacts, nextPageLook, waitingOn } from '../../domain/collection/page-policy.ts';
import { isDueWithin, type Look, nextLook } from '../../domain/collection/policy.ts';
import { chainOf } from '../../domain/collection/reading.ts';
import { type CollectionTask, lotMark, newTask, taskId } from '../../domain/collection/task.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { isOutcome } from '../../domain/lot-status.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import type { LotOrder } from '../../messages/collect.ts';
import type { ActiveSource } from './active-sources.ts';

/** A request that is due (到期的读取). */
export interface DueLook {
  readonly task: CollectionTask;
  readonly look: Look;
  /** `null` for lists. */
  readonly lot: LotOrder | null;
  /** Results it is waited for. */
  readonly waiting: number;
}

/** What is planned for one platform. */
interface Situation {
  readonly source: ActiveSource;
  readonly tasks: readonly CollectionTask[];
  /** Of the platform. */
  readonly lots: readonly LotCard[];
  readonly now: Instant;
}

/** Moments are reserved so far ahead. */
export const PLANNED_AHEAD_MS = 120_000;

/** Nothing is looked for any more on lots that ended so long ago, or of which nothing new was seen for so long. */
const FORGOTTEN_MS = 91 * 86_400_000;
/** What a page itself said so recently counts more than the record, which learns it a little later. */
const FRESH_MS = 120_000;

/**
 * What is to be read of a platform within the next two minutes, the most urgent first: what an end was reached of, then by the
 * time it was due; pages before lots, since one request shows many.
 */
export function dueLooks(situation: Situation): readonly DueLook[] {
  const { now } = situation;
  const until = addMs(now, PLANNED_AHEAD_MS);
  const due = allLooks(situation).filter(({ look }) => isDueWithin(look, now, PLANNED_AHEAD_MS));
  const isUrgent = ({ look }: DueLook) => look.urgentFrom !== null && look.urgentFrom <= until;
  return due.toSorted(
    (a, b) =>
      Number(isUrgent(b)) - Number(isUrgent(a)) ||
      Number(a.lot !== null) - Number(b.lot !== null) ||
      b.waiting - a.waiting ||
      (a.look.at < b.look.at ? -1 : 1),
  );
}

/** Everything that is to be read of a platform some day, in no order: what the planner chooses from. */
export function allLooks(situation: Situation): readonly DueLook[] {
  return [...pageLooks(situation), ...lotLooks(situation)];
}

/** What the policy is told of a list that is read. */
export function listFacts({ fetching, requestsPerMinute }: ActiveSource, { shows }: FetchedList): ListFacts {
  return { shows, listed: fetching.listed, requestsPerMinute };
}

function pageLooks(situation: Situation): readonly DueLook[] {
  const { source, tasks, now } = situation;
  const cards = new Map(situation.lots.map((card) => [lotMark(card.externalId), card]));
  return source.lists.flatMap((list) =>
    pagesToRead(list, tasks).map((task) => {
      const ends = endsNow(task, list, cards, now);
      const look = nextPageLook({ ...task, ends }, listFacts(source, list), now);
      return { task, look, lot: null, waiting: waitingOn({ ends }, now) };
    }),
  );
}

/** The pages of a list as far as they are known, and the first that is not. */
function pagesToRead({ id, shows }: FetchedList, tasks: readonly CollectionTask[]): readonly CollectionTask[] {
  const chain = chainOf(tasks, id);
  const last = chain.at(-1);
  if (last === undefined) return [newTask({ what: 'list', list: id, page: null })];
  if (last.next === null || shows === 'changes') return chain;
  const isKnown = chain.some(({ subject }) => subject.what === 'list' && subject.page === last.next);
  return isKnown ? chain : [...chain, newTask({ what: 'list', list: id, page: last.next })];
}

/** Ends a list is read for: not of lots that something else ended; of a list of changes those of all lots. */
function endsNow(
  task: CollectionTask,
  { shows }: FetchedList,
  cards: ReadonlyMap<string, LotCard>,
  now: Instant,
): CollectionTask['ends'] {
  const shown = task.ends.filter(({ lot }) => !isOutcome(cards.get(lot)?.status ?? 'unknown'));
  if (shows === 'page') return shown;
  const known = new Set(shown.map(({ lot }) => lot));
  const others = [...cards].flatMap(([lot, { status, endsAt }]) =>
    known.has(lot) || isOutcome(status) || endsAt === null || addMs(endsAt, FORGOTTEN_MS) < now
      ? []
      : [{ lot, at: endsAt }],
  );
  return [...shown, ...others];
}

function lotLooks({ source, tasks, lots, now }: Situation): readonly DueLook[] {
  const { fetching } = source;
  if (fetching.listsOnly === true) return [];
  const known = new Map(tasks.map((task) => [task.id, task]));
  const isShown = whatListsShow(source, tasks);
  return lots.flatMap((card) => {
    if (isForgotten(card, now)) return [];
    const subject = { what: 'lot', externalId: card.externalId } as const;
    const task = known.get(taskId(subject)) ?? newTask(subject);
    const lot = freshest(knownLot(card, isShown(card.externalId)), task, now);
    const look = nextLook(lot, task, fetching, now);
    if (look === null) return [];
    return [{ task, look, lot: { ...lot, wanted: look.wanted }, waiting: 0 }];
  });
}

/** Nobody says any more what became of it, or all of it has been said long ago. */
function isForgotten({ outcomeSeenAt, endsAt, asOf }: LotCard, now: Instant): boolean {
  const last = outcomeSeenAt ?? (endsAt === null ? asOf : null);
  return last !== null && addMs(last, FORGOTTEN_MS) < now;
}

/** Says of a lot whether a list that is read shows it: a list that fails shows nothing. */
function whatListsShow({ lists }: ActiveSource, tasks: readonly CollectionTask[]): (externalId: string) => boolean {
  const read = lists.map(({ id, shows }) => {
    const pages = chainOf(tasks, id).filter(({ failures, lastAt }) => failures === 0 && lastAt !== null);
    return { pages, isOfAll: shows === 'changes' && pages.length > 0 };
  });
  if (read.some(({ isOfAll }) => isOfAll)) return () => true;
  const marks = new Set(read.flatMap(({ pages }) => pages.flatMap(({ ends }) => ends.map(({ lot }) => lot))));
  return (externalId) => marks.has(lotMark(externalId));
}

/** An outcome a page showed stays one, whatever keeps the record from learning it. */
function freshest(lot: KnownLot, { lastAt, status, endsAt }: CollectionTask, now: Instant): KnownLot {
  if (lastAt === null || isOutcome(lot.status)) return lot;
  if (status !== null && isOutcome(status)) return { ...lot, status, endsAt: endsAt ?? lot.endsAt, finalAt: lastAt };
  if (addMs(lastAt, FRESH_MS) < now) return lot;
  return { ...lot, status: status ?? lot.status, endsAt: endsAt ?? lot.endsAt };
}
