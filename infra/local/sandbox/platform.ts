import type { JsonObject } from '#infra/opi/wire.ts';
import type { PlatformClock } from './clock.ts';
import { eventDocument, lotUrl, standingNews } from './documents.ts';
import { advanceLot, amendLot, listLot, withdrawLot } from './engine/auction.ts';
import type { News } from './engine/lot.ts';
import type { Face } from './faces/face.ts';
import { digestOf, readListing } from './listing.ts';
import { type Answer, problem } from './problem.ts';
import type { Entry, SandboxStore } from './store.ts';

interface Parts {
  readonly store: SandboxStore;
  readonly clock: PlatformClock;
  /** Settles every history. */
  readonly seed: string;
  /** Where the host is. */
  readonly origin: string;
}

const OPENING = 'lot.changed' satisfies News;
const LONGEST_REASON = 500;
const OTHER_REFERENCE = { pointer: '/reference', code: 'reference.other', detail: '须与地址中的委托编号相同' };
const PAID = { pointer: '/depositFen', code: 'deposit.paid', detail: '已有竞买人交纳保证金，保证金不能变更' };
/** Marketplaces number their lots with digits only. */
const FIRST_NUMBER = 900_000_000;

function tell({ store, origin }: Parts, entry: Entry, news: readonly News[]): void {
  // Only the interface has events; who is told later is told how things stand then.
  if (entry.face !== 'opi' || store.setting('events') === undefined) return;
  for (const item of news) {
    const told = eventDocument(item, entry, origin);
    if (told !== undefined) store.queue(told.id, JSON.stringify(told.event));
  }
}

/** Saves a lot with its news; for use within a transaction. */
function commit(parts: Parts, entry: Entry, news: readonly News[]): Entry {
  parts.store.save(entry);
  tell(parts, entry, news);
  return entry;
}

function acceptance({ origin }: Parts, { lot, reference, revision }: Entry, status: number): Answer {
  return {
    status,
    headers: { etag: `"${revision}"` },
    body: { reference, lotId: lot.lotId, status: lot.status, url: lotUrl(lot, origin), revision },
  };
}

function reasonFaults(reason: unknown) {
  const isGiven = typeof reason === 'string' && reason.trim() !== '' && reason.length <= LONGEST_REASON;
  return isGiven ? [] : [{ pointer: '/reason', code: 'field.required', detail: '须写明原因，不超过 500 字' }];
}

function create(parts: Parts, face: Face, body: JsonObject, now: number): Answer {
  const { store, seed } = parts;
  const known = typeof body['reference'] === 'string' ? store.byReference(face, body['reference']) : undefined;
  if (known !== undefined) {
    const digest = digestOf(body);
    // Time may have passed since it was accepted: the same thing again is not read as if it were new.
    const isSame = digest === known.firstDigest || digest === known.digest;
    return isSame ? acceptance(parts, known, 200) : problem('listing.conflict');
  }
  const read = readListing(body, now);
  if ('faults' in read) return problem('listing.invalid', read.faults);
  const { reference, content, digest, terms } = read;
  const number = store.count() + 1;
  const lotId = face === 'opi' ? `DEMO-${String(number).padStart(6, '0')}` : String(FIRST_NUMBER + number);
  const lot = listLot(lotId, terms, now, seed);
  const entry = { face, reference, content, digest, firstDigest: digest, revision: 1, changedAt: now, lot };
  return acceptance(parts, commit(parts, entry, [OPENING, 'settlement.changed']), 201);
}

function amend(parts: Parts, entry: Entry, body: JsonObject, revision: string | undefined, now: number): Answer {
  if (revision === undefined) return problem('revision.required');
  if (revision !== `"${entry.revision}"`) return problem('revision.stale', [], { etag: `"${entry.revision}"` });
  const { reason, ...listing } = body;
  const faults = reasonFaults(reason);
  const read = readListing(listing, now);
  if ('faults' in read) return problem('listing.invalid', [...faults, ...read.faults]);
  if (read.reference !== entry.reference) faults.push(OTHER_REFERENCE);
  if (entry.lot.deposits.length > 0 && read.terms.depositFen !== entry.lot.terms.depositFen) faults.push(PAID);
  if (faults.length > 0) return problem('listing.invalid', faults);
  const lot = amendLot(entry.lot, read.terms, parts.seed);
  if (lot === undefined) return problem('listing.frozen');
  const { content, digest } = read;
  const next = { ...entry, content, digest, lot, revision: entry.revision + 1, changedAt: now };
  return acceptance(parts, commit(parts, next, [OPENING]), 200);
}

function withdraw(parts: Parts, entry: Entry, reason: unknown, now: number): Answer {
  if (entry.lot.status === 'withdrawn') return acceptance(parts, entry, 200);
  const faults = reasonFaults(reason);
  if (faults.length > 0) return problem('listing.invalid', faults);
  const lot = withdrawLot(entry.lot, String(reason).trim(), now, parts.seed);
  if (lot === undefined) return problem('listing.over');
  const next = { ...entry, lot, revision: entry.revision + 1, changedAt: now };
  return acceptance(parts, commit(parts, next, [OPENING, 'result.known', 'settlement.changed']), 200);
}

/** Lets the platform's time pass over every lot; the answer is that time. */
function settle(parts: Parts): number {
  const { store, clock, seed } = parts;
  const now = clock.now();
  const due = store.due(now);
  if (due.length === 0) return now;
  store.transaction(() => {
    for (const entry of due) {
      const { lot, news } = advanceLot(entry.lot, now, seed);
      commit(parts, { ...entry, lot, changedAt: now }, news);
    }
  });
  return now;
}

/** Pushes events to this address from now on, beginning with how every lot stands. The same address again only tries again. */
function register(parts: Parts, url: string): void {
  const { store } = parts;
  settle(parts);
  store.transaction(() => {
    store.revive();
    if (store.setting('events') === url) return;
    store.set('events', url);
    for (const entry of store.changedSince('opi', 0)) tell(parts, entry, standingNews(entry));
  });
}

/** The auction house behind every face: what a listing may do, and time that passes over the lots. */
export function createPlatform(parts: Parts) {
  const { store, clock } = parts;
  /** All of a command or nothing, on lots as they are at this moment: its own, even while the clock stands still. */
  const command = (work: (now: number) => Answer): Answer => {
    if (clock.rate() === 0) clock.leap(1);
    const now = settle(parts);
    return store.transaction(() => work(now));
  };
  const onListing = (reference: string, work: (entry: Entry, now: number) => Answer) =>
    command((now) => {
      const entry = store.byReference('opi', reference);
      return entry === undefined ? problem('listing.none') : work(entry, now);
    });
  return {
    settle: () => settle(parts),
    register: (url: string) => register(parts, url),
    list: (body: JsonObject, face: Face) => command((now) => create(parts, face, body, now)),
    amend: (reference: string, body: JsonObject, revision: string | undefined) =>
      onListing(reference, (entry, now) => amend(parts, entry, body, revision, now)),
    withdraw: (reference: string, reason: unknown) =>
      onListing(reference, (entry, now) => withdraw(parts, entry, reason, now)),
  };
}

export type SandboxPlatform = ReturnType<typeof createPlatform>;
