import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { inTransaction } from '../sqlite-transaction.ts';

/**
 * `visible` is when a message may next be received. `lanes` holds one row per message group of a FIFO queue with its
 * first message and the time until which the group is held (0: free): receives read this short list instead of
 * asking of every waiting message whether its group is in flight. `tokens` outlives the messages it belongs to.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS queues (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, attributes TEXT NOT NULL,
    created INTEGER NOT NULL, modified INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, queue INTEGER NOT NULL REFERENCES queues ON DELETE CASCADE,
    id TEXT NOT NULL, lane TEXT, token TEXT, body TEXT NOT NULL, attributes TEXT NOT NULL, sent INTEGER NOT NULL,
    visible INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0, first INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible);
  CREATE INDEX IF NOT EXISTS messages_sent ON messages (queue, sent);
  CREATE INDEX IF NOT EXISTS messages_lane ON messages (queue, lane, seq) WHERE lane IS NOT NULL;
  CREATE INDEX IF NOT EXISTS messages_held ON messages (queue, lane, visible) WHERE lane IS NOT NULL AND receives > 0;
  CREATE TABLE IF NOT EXISTS lanes (
    queue INTEGER NOT NULL REFERENCES queues ON DELETE CASCADE, lane TEXT NOT NULL, head INTEGER NOT NULL,
    held INTEGER NOT NULL, PRIMARY KEY (queue, lane)) WITHOUT ROWID, STRICT;
  CREATE INDEX IF NOT EXISTS lanes_held ON lanes (queue, held, head);
  CREATE TABLE IF NOT EXISTS tokens (
    queue INTEGER NOT NULL REFERENCES queues ON DELETE CASCADE, token TEXT NOT NULL, id TEXT NOT NULL,
    seq INTEGER NOT NULL, sent INTEGER NOT NULL, PRIMARY KEY (queue, token)) WITHOUT ROWID, STRICT;
  CREATE INDEX IF NOT EXISTS tokens_sent ON tokens (queue, sent);`;

export interface Store {
  /** Rows of a statement; `Row` names its columns. */
  all<Row>(sql: string, ...values: SQLInputValue[]): readonly Row[];
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** All of `work` or none of it; not to be nested. */
  transaction<T>(work: () => T): T;
  now(): number;
  /** Ids of queues where a waiting receive may now find something; emptied by whoever wakes them. */
  readonly touched: Set<number>;
  close(): void;
}

/** Opens the database; WAL with synchronous=NORMAL survives the death of the process, not of the machine. */
export function openStore(file: string, now: () => number): Store {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(SCHEMA);
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    now,
    touched: new Set(),
    close: () => database.close(),
    all: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => void statement(sql).run(...values),
    transaction: (work) => inTransaction(database, work),
  };
}
