import { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '#infra/opi/wire.ts';
import { inTransaction } from '../sqlite-transaction.ts';
import type { Lot } from './engine/lot.ts';
import type { Face } from './faces/face.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS lots (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, face TEXT NOT NULL, reference TEXT NOT NULL, due INTEGER,
    changed INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (face, reference)) STRICT;
  CREATE INDEX IF NOT EXISTS lots_due ON lots (due) WHERE due IS NOT NULL;
  CREATE TABLE IF NOT EXISTS deliveries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, attempts INTEGER NOT NULL,
    due INTEGER) STRICT;
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`;

/** A listing as it was accepted, and the lot it became. */
export interface Entry {
  readonly face: Face;
  /** One on each face. */
  readonly reference: string;
  /** What was given, without the reserve price and the bytes of files. */
  readonly content: JsonObject;
  /** SHA-256 of what was given first, to know the same thing again. */
  readonly firstDigest: string;
  /** SHA-256 of what was given last. */
  readonly digest: string;
  /** Counts amendments, from 1. */
  readonly revision: number;
  /** Milliseconds since 1970, platform time. */
  readonly changedAt: number;
  readonly lot: Lot;
}

/** An event on its way. */
export interface Delivery {
  readonly id: string;
  readonly body: string;
  readonly attempts: number;
}

type Row = { readonly body: string };

function parse(row: unknown): Entry | undefined {
  return row === undefined ? undefined : JSON.parse((row as Row).body);
}

function numberOf(row: unknown): number {
  return Number((row as { readonly n: number }).n);
}

function lotsIn(database: DatabaseSync) {
  const put = database.prepare(
    `INSERT INTO lots (id, face, reference, due, changed, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (face, reference) DO UPDATE SET due = excluded.due, changed = excluded.changed, body = excluded.body`,
  );
  const byId = database.prepare('SELECT body FROM lots WHERE id = ?');
  const byReference = database.prepare('SELECT body FROM lots WHERE face = ? AND reference = ?');
  const since = database.prepare('SELECT body FROM lots WHERE face = ? AND changed >= ? ORDER BY seq');
  const all = database.prepare('SELECT body FROM lots ORDER BY seq');
  const due = database.prepare('SELECT body FROM lots WHERE due <= ? ORDER BY due, seq');
  const count = database.prepare('SELECT count(*) AS n FROM lots');
  return {
    save(entry: Entry): void {
      const { face, reference, lot, changedAt } = entry;
      put.run(lot.lotId, face, reference, lot.agenda[0]?.at ?? null, changedAt, JSON.stringify(entry));
    },
    byId: (id: string) => parse(byId.get(id)),
    byReference: (face: Face, reference: string) => parse(byReference.get(face, reference)),
    /** Lots of a face that changed at this platform time or later, oldest first. */
    changedSince: (face: Face, ms: number): readonly Entry[] => since.all(face, ms).flatMap((row) => parse(row) ?? []),
    all: (): readonly Entry[] => all.all().flatMap((row) => parse(row) ?? []),
    due: (ms: number): readonly Entry[] => due.all(ms).flatMap((row) => parse(row) ?? []),
    count: () => numberOf(count.get()),
  };
}

function deliveriesIn(database: DatabaseSync) {
  const queue = database.prepare('INSERT OR IGNORE INTO deliveries (id, body, attempts, due) VALUES (?, ?, 0, 0)');
  const waiting = database.prepare(
    'SELECT id, body, attempts FROM deliveries WHERE due <= ? ORDER BY due, seq LIMIT 50',
  );
  const postpone = database.prepare('UPDATE deliveries SET attempts = attempts + 1, due = ? WHERE id = ?');
  const revive = database.prepare('UPDATE deliveries SET attempts = 0, due = 0');
  const acknowledge = database.prepare('DELETE FROM deliveries WHERE id = ?');
  const undelivered = database.prepare('SELECT count(*) AS n FROM deliveries');
  return {
    queue: (id: string, body: string) => void queue.run(id, body),
    waiting: (at: number) => waiting.all(at) as unknown as readonly Delivery[],
    /** @param at when to try again; null gives up and keeps the event */
    postpone: (id: string, at: number | null) => void postpone.run(at, id),
    /** Tries at once what waits or was given up. */
    revive: () => void revive.run(),
    acknowledge: (id: string) => void acknowledge.run(id),
    undelivered: () => numberOf(undelivered.get()),
  };
}

/** What the sandbox remembers; survives the death of the process at any moment. */
export function openSandboxStore(file: string) {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(SCHEMA);
  const setting = database.prepare('SELECT value FROM settings WHERE name = ?');
  const set = database.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)');
  return {
    ...lotsIn(database),
    ...deliveriesIn(database),
    setting: (name: string) => (setting.get(name) as { readonly value: string } | undefined)?.value,
    set: (name: string, value: string) => void set.run(name, value),
    /** All of `work` or none of it; not to be nested. */
    transaction: <T>(work: () => T): T => inTransaction(database, work),
    close: () => database.close(),
  };
}

export type SandboxStore = ReturnType<typeof openSandboxStore>;
