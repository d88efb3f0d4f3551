declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Makes a server over a store of its own. */
  function dynalite(): Server;
  export = dynalite;
}

declare module 'dynalite/db/index.js' {
  namespace database {
    interface TableFacts {
      readonly TableName: string;
      readonly TableStatus: string;
    }

    interface Entries extends AsyncIterable<readonly [key: string, json: string]> {
      close(): Promise<void>;
    }

    interface PutOperation {
      readonly type: 'put';
      readonly key: string;
      readonly value: unknown;
    }

    interface Store {
      /** The LevelDB below; its values are JSON. */
      readonly db: {
        open(): Promise<void>;
        close(): Promise<void>;
        /** Reads the database as it is at the moment of this call. */
        iterator(options: { readonly valueEncoding: 'utf8' }): Entries;
        batch(operations: readonly PutOperation[]): Promise<void>;
      };
      readonly tableDb: {
        get: (name: string, done: (error: unknown, table: TableFacts | undefined) => void) => void;
        put(name: string, table: TableFacts, done: (error: unknown) => void): void;
        del(name: string, done: (error: unknown) => void): void;
      };
    }

    interface StoreOptions {
      /** Directory of the LevelDB store. */
      readonly path: string;
      /** Milliseconds a table stays in CREATING. */
      readonly createTableMs?: number;
    }

    let create: (options: StoreOptions) => Store;
  }

  export = database;
}
