import type { Caller } from '../../domain/caller.ts';
import { type CollectionTask, lotMark, taskId } from '../../domain/collection/task.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { isOutcome } from '../../domain/lot-status.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import { requireRole } from '../authorise.ts';
import { activeSources } from './active-sources.ts';
import { type CalendarRow, calendarRow, type Look } from './calendar-row.ts';
import type { DueLook } from './due-looks.ts';
import type { HealthPorts } from './health-ports.ts';
import { lotsByPlatform, readSituation, type Situation } from './read-situation.ts';

/** The collection calendar (采集日历): what comes late and why, and what is to come: ends within a day, looks within six hours. */
export interface Calendar {
  readonly at: Instant;
  /** The one that has waited longest first. */
  readonly late: readonly CalendarRow[];
  /** What comes next first. */
  readonly due: readonly CalendarRow[];
  /** Lots nobody reads that ended longer ago than sixty days without a result; they are in no list above. */
  readonly longUnreported: number;
}

const DAY_MS = 86_400_000;
const LOOKS_AHEAD_MS = 6 * 3_600_000;
const SHOWN_BACK_MS = 60 * DAY_MS;

const BY_HAND: Look = { by: 'hand', wanted: null, dueAt: null, answeredAt: null, failures: 0 };

/** How the lots of one platform that is read are looked at. */
interface PlatformLooks {
  readonly pausedUntil: Instant | null;
  /** By the platform's number. */
  readonly lots: ReadonlyMap<string, DueLook>;
  /** The look at the page of a list that shows a lot, by the lot's mark. */
  readonly lists: ReadonlyMap<string, DueLook>;
  readonly tasks: ReadonlyMap<string, CollectionTask>;
}

function indexLooks({ looks, tasks, pausedUntil }: Situation): PlatformLooks {
  const lots = new Map<string, DueLook>();
  const lists = new Map<string, DueLook>();
  for (const look of looks) {
    const { subject, ends } = look.task;
    if (subject.what === 'lot') lots.set(subject.externalId, look);
    else for (const { lot } of ends) lists.set(lot, earlier(look, lists.get(lot)));
  }
  return { pausedUntil, lots, lists, tasks: new Map(tasks.map((task) => [task.id, task])) };
}

function earlier(one: DueLook, other: DueLook | undefined): DueLook {
  return other === undefined || one.look.at <= other.look.at ? one : other;
}

/** The next look at a lot: its own, or the one at a list that shows it, whichever comes first. */
function lookAt(card: LotCard, { lots, lists, tasks }: PlatformLooks): Look {
  const own = lots.get(card.externalId);
  const list = lists.get(lotMark(card.externalId));
  const first = own === undefined ? list : earlier(own, list);
  const seen = tasks.get(taskId({ what: 'lot', externalId: card.externalId }));
  const answeredAt = first?.task.lastAt ?? seen?.lastAt ?? null;
  if (first === undefined) return { by: 'lot', wanted: null, dueAt: null, answeredAt, failures: 0 };
  const { task, look, lot } = first;
  const by = lot === null ? 'list' : 'lot';
  return { by, wanted: lot?.wanted ?? null, dueAt: look.at, answeredAt, failures: task.failures };
}

/** The moment a line stands at: the next look, else the end. */
function momentOf({ dueAt, endsAt }: CalendarRow): Instant | null {
  return dueAt ?? endsAt;
}

/** Ends within a day, or is asked for itself within hours; lists come round every few minutes, which would be all lots. */
function isAhead({ by, dueAt, endsAt, status }: CalendarRow, now: Instant): boolean {
  const endsSoon =
    !isOutcome(status) && endsAt !== null && endsAt >= addMs(now, -DAY_MS) && endsAt <= addMs(now, DAY_MS);
  return endsSoon || (by === 'lot' && dueAt !== null && dueAt <= addMs(now, LOOKS_AHEAD_MS));
}

function byText(a: string | null | undefined, b: string | null | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

/**
 * Reads the collection calendar: every lot that ends or is looked at soon, and every lot that is late. A lot of a
 * platform that nobody reads is late when an hour after its end nobody has brought the result.
 *
 * @throws AppError `ACCESS.DENIED`
 */
export async function readCalendar(caller: Caller, ports: HealthPorts): Promise<Calendar> {
  requireRole(caller, 'operator', 'office', 'auditor');
  const now = ports.clock.now();
  const [active, lots] = await Promise.all([activeSources(ports), ports.lots()]);
  const cards = lotsByPlatform(lots);
  const looks = new Map<string, PlatformLooks>();
  for (const source of active) {
    const { platform } = source.fetching;
    looks.set(platform, indexLooks(await readSituation(ports, platform, source, cards.get(platform) ?? [])));
  }
  const rows = [...lots.values()].map((card) => {
    const known = looks.get(card.platform);
    return calendarRow(card, known === undefined ? BY_HAND : lookAt(card, known), known?.pausedUntil ?? null, now);
  });
  const isLong = ({ late }: CalendarRow) => late?.why === 'UNREPORTED' && late.since < addMs(now, -SHOWN_BACK_MS);
  const late = rows.filter((row) => row.late !== null);
  return {
    at: now,
    late: late.filter((row) => !isLong(row)).toSorted((a, b) => byText(a.late?.since, b.late?.since)),
    due: rows
      .filter((row) => row.late === null && isAhead(row, now))
      .toSorted((a, b) => byText(momentOf(a), momentOf(b))),
    longUnreported: late.filter(isLong).length,
  };
}
