import type { PlatformClock } from './clock.ts';
import { eventDocument, lotUrl } from './documents.ts';
import { advanceLot, amendLot, listLot, withdrawLot } from './engine/auction.ts';
import type { News } from './engine/lot.ts';
import type { JsonObject } from './json.ts';
import { digestOf, readListing } from './listing.ts';
import { type Answer, problem } from './problem.ts';
import type { Entry, SandboxStore } from './store.ts';

interface Parts {
  readonly store: SandboxStore;
  readonly clock: PlatformClock;
  /** Settles every history. */
  readonly seed: string;
}

const OPENING = 'lot.changed' satisfies News;

function acceptance({ lot, reference, revision }: Entry, status: number): Answer {
  const { lotId } = lot;
  return {
    status,
    headers: { etag: `"${revision}"` },
    body: { reference, lotId, status: lot.status, url: lotUrl(lot), revision },
  };
}

/** The auction house behind every face: what a listing may do, and time that passes over the lots. */
export function createPlatform({ store, clock, seed }: Parts) {
  /** Saves a lot with its news in one commit. */
  const commit = (entry: Entry, news: readonly News[]): Entry => {
    store.save(entry);
    // Whoever registers an address hears what happens from then on.
    if (store.setting('events') === undefined) return entry;
    for (const item of news) {
      const event = eventDocument(item, entry, entry.changedAt);
      if (event !== undefined) store.queue(String(event['eventId']), JSON.stringify(event), 0);
    }
    return entry;
  };

  /** Lets the platform's time pass over every lot; the answer is that time. */
  const settle = (): number => {
    const now = clock.now();
    const due = store.due(now);
    if (due.length === 0) return now;
    store.transaction(() => {
      for (const entry of due) {
        const { lot, news } = advanceLot(entry.lot, now, seed);
        commit({ ...entry, lot, changedAt: now }, news);
      }
    });
    return now;
  };

  const create = (body: JsonObject, now: number): Answer => {
    const { schema: _, ...given } = body;
    const known = typeof given['reference'] === 'string' ? store.byReference(given['reference']) : undefined;
    if (known !== undefined) {
      const digest = digestOf(given);
      // Time may have passed since it was accepted: the same thing again is not read as if it were new.
      const isSame = digest === known.firstDigest || digest === known.digest;
      return isSame ? acceptance(known, 200) : problem('listing.conflict');
    }
    const read = readListing(body, now);
    if ('faults' in read) return problem('listing.invalid', read.faults);
    const { reference, content, digest, terms } = read;
    const lotId = `DEMO-${String(store.count() + 1).padStart(6, '0')}`;
    const lot = listLot(lotId, terms, now, seed);
    const entry = { reference, content, digest, firstDigest: digest, revision: 1, changedAt: now, lot };
    return acceptance(commit(entry, [OPENING, 'settlement.changed']), 201);
  };

  const amend = (entry: Entry, body: JsonObject, revision: string | undefined, now: number): Answer => {
    if (revision === undefined) return problem('revision.required');
    if (revision !== `"${entry.revision}"`) return problem('revision.stale', [], { etag: `"${entry.revision}"` });
    const { reason, ...listing } = body;
    const faults = reasonFaults(reason);
    const read = readListing(listing, now);
    if ('faults' in read) return problem('listing.invalid', [...faults, ...read.faults]);
    if (read.reference !== entry.reference) faults.push(OTHER_REFERENCE);
    if (entry.lot.deposits.length > 0 && read.terms.depositFen !== entry.lot.terms.depositFen) faults.push(PAID);
    if (faults.length > 0) return problem('listing.invalid', faults);
    const lot = amendLot(entry.lot, read.terms, seed);
    if (lot === undefined) return problem('listing.frozen');
    const { content, digest } = read;
    return acceptance(
      commit({ ...entry, content, digest, lot, revision: entry.revision + 1, changedAt: now }, [OPENING]),
      200,
    );
  };

  const withdraw = (entry: Entry, reason: unknown, now: number): Answer => {
    if (entry.lot.status === 'withdrawn') return acceptance(entry, 200);
    const faults = reasonFaults(reason);
    if (faults.length > 0) return problem('listing.invalid', faults);
    const lot = withdrawLot(entry.lot, String(reason).trim(), now, seed);
    if (lot === undefined) return problem('listing.over');
    const next = { ...entry, lot, revision: entry.revision + 1, changedAt: now };
    return acceptance(commit(next, [OPENING, 'result.known', 'settlement.changed']), 200);
  };

  /** All of a command or nothing, on lots as they are at this moment. */
  const command = (work: (now: number) => Answer): Answer => {
    const now = settle();
    return store.transaction(() => work(now));
  };
  const onListing = (reference: string, work: (entry: Entry, now: number) => Answer) =>
    command((now) => {
      const entry = store.byReference(reference);
      return entry === undefined ? problem('listing.none') : work(entry, now);
    });

  return {
    settle,
    list: (body: JsonObject) => command((now) => create(body, now)),
    amend: (reference: string, body: JsonObject, revision: string | undefined) =>
      onListing(reference, (entry, now) => amend(entry, body, revision, now)),
    withdraw: (reference: string, reason: unknown) =>
      onListing(reference, (entry, now) => withdraw(entry, reason, now)),
  };
}

export type SandboxPlatform = ReturnType<typeof createPlatform>;

const LONGEST_REASON = 500;
const OTHER_REFERENCE = { pointer: '/reference', code: 'reference.other', detail: '须与地址中的委托编号相同' };
const PAID = { pointer: '/depositFen', code: 'deposit.paid', detail: '已有竞买人交纳保证金，保证金不能变更' };

function reasonFaults(reason: unknown) {
  const isGiven = typeof reason === 'string' && reason.trim() !== '' && reason.length <= LONGEST_REASON;
  return isGiven ? [] : [{ pointer: '/reason', code: 'field.required', detail: '须写明原因，不超过 500 字' }];
}
