import type { Caller } from '../../domain/caller.ts';
import type { SealedDay, StreamHead } from '../../domain/events/sealed-day.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { keys } from '../records/keys.ts';

interface Ports {
  readonly records: ItemStore;
}

/** What is published of a sealed day: everything but its lines. */
export type DayHead = Omit<SealedDay, 'heads'>;

/** Lines in one item: about 100 KB. */
const LINES_PER_PART = 1000;

/** Lines after which a page of days ends. */
const LINES_PER_PAGE = 10_000;

/** Some sealed days and the one after which to go on; `next` is null at the end. */
export interface DayPage {
  readonly days: readonly SealedDay[];
  readonly next: LocalDate | null;
}

function parseDay(item: Item): DayHead {
  return {
    day: item['day'] as LocalDate,
    previous: item['previous'] as string,
    head: item['head'] as string,
    sealedAt: item['sealedAt'] as Instant,
  };
}

async function withLines({ records }: Ports, day: DayHead): Promise<SealedDay> {
  const parts = await records.query(keys.sealedParts(day.day, day.head));
  return { ...day, heads: parts.flatMap(({ heads }) => heads as unknown as readonly StreamHead[]) };
}

/** The last days sealed, the newest first. */
export async function newestHeads({ records }: Ports, limit: number): Promise<readonly DayHead[]> {
  return (await records.query({ ...keys.sealedDays(), reverse: true, limit })).map(parseDay);
}

/** Every sealed day with its lines, in order. */
export async function readSealedDays(ports: Ports): Promise<readonly SealedDay[]> {
  const days: SealedDay[] = [];
  for (const item of await ports.records.query(keys.sealedDays())) days.push(await withLines(ports, parseDay(item)));
  return days;
}

/**
 * A page of sealed days with their lines, for whoever wants to check them without us.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readDayPage(caller: Caller, ports: Ports, after?: LocalDate): Promise<DayPage> {
  requireRole(caller, 'operator', 'auditor');
  const items = await ports.records.query(keys.sealedDays(after));
  const days: SealedDay[] = [];
  let lines = 0;
  for (const item of items) {
    if (lines >= LINES_PER_PAGE) break;
    const day = await withLines(ports, parseDay(item));
    days.push(day);
    lines += day.heads.length;
  }
  return { days, next: days.length === items.length ? null : (days.at(-1)?.day ?? null) };
}

/**
 * Seals a day unless it is sealed; the lines go first, under the head they make. Answers the day as it is sealed now, which
 * need not be the one given: a day once sealed never changes.
 */
export async function putSealedDay(ports: Ports, sealed: SealedDay): Promise<SealedDay> {
  const { heads, ...day } = sealed;
  for (let from = 0; from < heads.length; from += LINES_PER_PART) {
    const part = heads.slice(from, from + LINES_PER_PART);
    const key = keys.sealedPart(day.day, day.head, from / LINES_PER_PART);
    await ports.records.put({ ...key, heads: part as unknown as JsonValue }, 'any');
  }
  const key = keys.sealedDay(day.day);
  if ((await ports.records.put({ ...key, ...day }, 'absent')) === 'written') return sealed;
  const known = await ports.records.get(key);
  return known === undefined ? sealed : withLines(ports, parseDay(known));
}
