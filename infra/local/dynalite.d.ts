declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Directory of the LevelDB store. */
    readonly path: string;
    /** Milliseconds a table stays in CREATING. */
    readonly createTableMs: number;
  }

  function dynalite(options: DynaliteOptions): Server;
  export = dynalite;
}

declare module 'dynalite/db/index.js' {
  interface TableFacts {
    readonly TableName: string;
    readonly TableStatus: string;
  }

  interface Store {
    readonly db: { open(): Promise<void>; close(): Promise<void> };
    readonly tableDb: {
      get(name: string, done: (error: unknown, table: TableFacts | undefined) => void): void;
      put(name: string, table: TableFacts, done: (error: unknown) => void): void;
      del(name: string, done: (error: unknown) => void): void;
    };
  }

  export function create(options: { readonly path: string }): Store;
}
