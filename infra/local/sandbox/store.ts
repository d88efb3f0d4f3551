import { DatabaseSync } from 'node:sqlite';
import type { Lot } from './engine/lot.ts';
import type { JsonObject } from './json.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS lots (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL UNIQUE, due INTEGER,
    changed INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS lots_due ON lots (due) WHERE due IS NOT NULL;
  CREATE TABLE IF NOT EXISTS deliveries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, attempts INTEGER NOT NULL,
    due INTEGER) STRICT;
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`;

/** A listing as it was accepted, and the lot it became. */
export interface Entry {
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

/** What the sandbox remembers; survives the death of the process at any moment. */
export function openSandboxStore(file: string) {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(SCHEMA);
  const parse = (row: unknown): Entry | undefined => (row === undefined ? undefined : JSON.parse((row as Row).body));
  const put = database.prepare(
    `INSERT INTO lots (id, reference, due, changed, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (reference) DO UPDATE SET due = excluded.due, changed = excluded.changed, body = excluded.body`,
  );
  const byId = database.prepare('SELECT body FROM lots WHERE id = ?');
  const byReference = database.prepare('SELECT body FROM lots WHERE reference = ?');
  const all = database.prepare('SELECT body FROM lots WHERE changed >= ? ORDER BY seq');
  const due = database.prepare('SELECT body FROM lots WHERE due <= ? ORDER BY due, seq');
  const count = database.prepare('SELECT count(*) AS n FROM lots');
  const setting = database.prepare('SELECT value FROM settings WHERE name = ?');
  const set = database.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)');
  const queue = database.prepare('INSERT OR IGNORE INTO deliveries (id, body, attempts, due) VALUES (?, ?, 0, ?)');
  const waiting = database.prepare(
    'SELECT id, body, attempts FROM deliveries WHERE due <= ? ORDER BY due, seq LIMIT 50',
  );
  const postpone = database.prepare('UPDATE deliveries SET attempts = attempts + 1, due = ? WHERE id = ?');
  const acknowledge = database.prepare('DELETE FROM deliveries WHERE id = ?');
  const undelivered = database.prepare('SELECT count(*) AS n FROM deliveries');
  const numberOf = (row: unknown) => Number((row as { readonly n: number }).n);
  return {
    save({ reference, lot, changedAt, ...rest }: Entry): void {
      const body = JSON.stringify({ reference, lot, changedAt, ...rest } satisfies Entry);
      put.run(lot.lotId, reference, lot.agenda[0]?.at ?? null, changedAt, body);
    },
    byId: (id: string) => parse(byId.get(id)),
    byReference: (reference: string) => parse(byReference.get(reference)),
    changedSince: (ms: number): readonly Entry[] => all.all(ms).flatMap((row) => parse(row) ?? []),
    due: (ms: number): readonly Entry[] => due.all(ms).flatMap((row) => parse(row) ?? []),
    count: () => numberOf(count.get()),
    setting: (name: string) => (setting.get(name) as { readonly value: string } | undefined)?.value,
    set: (name: string, value: string) => void set.run(name, value),
    queue: (id: string, body: string, at: number) => void queue.run(id, body, at),
    waiting: (at: number) => waiting.all(at) as unknown as readonly Delivery[],
    /** @param at when to try again; null gives up and keeps the event */
    postpone: (id: string, at: number | null) => void postpone.run(at, id),
    acknowledge: (id: string) => void acknowledge.run(id),
    undelivered: () => numberOf(undelivered.get()),
    /** All of `work` or none of it; not to be nested. */
    transaction<T>(work: () => T): T {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
}

export type SandboxStore = ReturnType<typeof openSandboxStore>;
