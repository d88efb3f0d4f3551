import type { Caller } from '../../domain/caller.ts';
import { newDelivery } from '../../domain/notices/delivery.ts';
import type { Notice, NoticeKind } from '../../domain/notices/notice.ts';
import { recipientsOf } from '../../domain/notices/recipients.ts';
import type { NoticeSettings } from '../../domain/settings/notices.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import { toAppError } from '../../errors/app-error.ts';
import { listPeople, type PersonCard } from '../access/people.ts';
import type { SettingsVersion } from '../desk/settings/read-settings.ts';
import { changesAfter } from '../feed/change-log.ts';
import { findUnhealthy } from './health-notices.ts';
import { type NoticeCursor, putCursor, readCursor } from './notice-cursor.ts';
import type { NoticePorts } from './notice-ports.ts';
import { type NoticeKey, putNotice, readNotice } from './notice-store.ts';
import { type LotReach, reachOfLots } from './reach-of-lots.ts';
import { hasNews, resultNotice } from './result-notices.ts';
import { findStanding } from './standing-notices.ts';

const CHANGES_PER_RUN = 1000;
/** Terms and due days pass at midnight: an hour is soon enough, and a minute would read the whole desk for nothing. */
const STANDING_EVERY_MS = 3_600_000;
const HEALTH_EVERY_MS = 300_000;

const STANDING_KINDS = ['refund-overdue', 'step-overdue', 'contract-expiring'] as const;
const HEALTH_KINDS = ['drift', 'blocked'] as const;

/** One run of looking for notices. */
interface Search {
  readonly caller: Caller;
  readonly ports: NoticePorts;
  readonly settings: NoticeSettings;
  readonly now: Instant;
}

function isWanted({ rules }: NoticeSettings, kinds: readonly NoticeKind[]): boolean {
  return rules.some((rule) => rule.kinds.some((kind) => kinds.includes(kind)));
}

function isTime(last: Instant | null, everyMs: number, now: Instant): boolean {
  return last === null || addMs(last, everyMs) <= now;
}

/** What cannot be read now keeps nobody from being told of the rest: it is looked at again by the next run. */
async function unlessBroken<T>({ ports }: Search, source: string, find: () => Promise<T>): Promise<T | undefined> {
  try {
    return await find();
  } catch (thrown) {
    ports.log.error('notices could not be looked for', { source, code: toAppError(thrown).code });
    return undefined;
  }
}

async function findResults({ ports, settings, now }: Search, sequence: number, reachOf: () => Promise<LotReach>) {
  const changes = await changesAfter(ports.records, sequence, CHANGES_PER_RUN);
  const next = changes.at(-1)?.sequence ?? sequence;
  const news = isWanted(settings, ['result']) ? changes.filter(({ card }) => hasNews(card, now)) : [];
  if (news.length === 0) return { next, notices: [] };
  const reach = await reachOf();
  return { next, notices: news.map(({ card }) => resultNotice(card, reach(card.lotId))) };
}

/** Keeps those that are new and have somebody to be told; who that is, is decided now. */
async function keepNew(search: Search, notices: readonly Notice[]): Promise<readonly NoticeKey[]> {
  const { caller, ports, settings, now } = search;
  let people: readonly PersonCard[] | undefined;
  const kept: NoticeKey[] = [];
  for (const notice of notices) {
    if ((await readNotice(ports.records, notice)) !== undefined) continue;
    people ??= await listPeople(caller, ports);
    const recipients = recipientsOf(notice, settings, people, now);
    if (recipients.length === 0) continue;
    const deliveries = recipients.map((recipient) => newDelivery(recipient, now));
    if ((await putNotice(ports.records, { ...notice, at: now, deliveries })) === 'written') kept.push(notice);
  }
  return kept;
}

async function look(search: Search, cursor: NoticeCursor, isNewSetting: boolean) {
  const { caller, ports, settings, now } = search;
  let reach: Promise<LotReach> | undefined;
  const reachOf = () => {
    reach ??= ports.lots().then((lots) => reachOfLots(ports, lots));
    return reach;
  };
  const find = async (isAsked: boolean, kinds: readonly NoticeKind[], read: () => Promise<readonly Notice[]>) =>
    isAsked ? unlessBroken(search, kinds[0] ?? '', async () => (isWanted(settings, kinds) ? read() : [])) : undefined;
  const isStanding = isNewSetting || isTime(cursor.standingAt, STANDING_EVERY_MS, now);
  const isHealth = isNewSetting || isTime(cursor.healthAt, HEALTH_EVERY_MS, now);
  const results = await unlessBroken(search, 'result', () => findResults(search, cursor.sequence, reachOf));
  const standing = await find(isStanding, STANDING_KINDS, () => findStanding(caller, ports, reachOf));
  const health = await find(isHealth, HEALTH_KINDS, () => findUnhealthy(caller, ports));
  return { results, standing, health };
}

/**
 * Looks for what is to be told and was not yet, and keeps each with whom it is told. Finding the same again changes nothing,
 * so the cursor is moved last.
 *
 * @param caller our own function
 */
export async function findNotices(
  caller: Caller,
  ports: NoticePorts,
  { version, value: settings }: Pick<SettingsVersion<NoticeSettings>, 'version' | 'value'>,
): Promise<readonly NoticeKey[]> {
  const search: Search = { caller, ports, settings, now: ports.clock.now() };
  const cursor = await readCursor(ports);
  const { results, standing, health } = await look(search, cursor, cursor.settings !== version);
  const kept = await keepNew(search, [...(results?.notices ?? []), ...(standing ?? []), ...(health ?? [])]);
  const next: NoticeCursor = {
    v: cursor.v,
    sequence: results?.next ?? cursor.sequence,
    standingAt: standing === undefined ? cursor.standingAt : search.now,
    healthAt: health === undefined ? cursor.healthAt : search.now,
    settings: version,
  };
  const isMoved = next.sequence !== cursor.sequence || standing !== undefined || health !== undefined;
  if (isMoved || cursor.settings !== version) await putCursor(ports.records, next);
  return kept;
}
