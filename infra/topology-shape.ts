/** The words the topology is written in. */

export interface QueueSpec {
  readonly fifo: boolean;
  readonly visibilitySeconds: number;
  /** Deliveries before a message moves to the queue's dead-letter queue `<name>-dead`. */
  readonly maxReceiveCount: number;
}

export interface TableSpec {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly indexes: readonly IndexSpec[];
}

/** A secondary index projecting all attributes. */
export interface IndexSpec {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}

export interface BucketSpec {
  /** Sends a message to the queue for each object created under the prefix. */
  readonly notify?: { readonly prefix: string; readonly queue: string };
  /** Days after which objects are removed; absent: kept. */
  readonly expireDays?: number;
}

/** Where an environment variable's value comes from. */
export type Reference =
  | { readonly table: string }
  | { readonly bucket: string }
  | { readonly queueUrl: string }
  | { readonly text: string };

/** The single actions a function may take on a resource: least privilege. */
export type Grant =
  | { readonly table: string; readonly may: readonly ('get' | 'query' | 'put')[] }
  | { readonly bucket: string; readonly may: readonly ('get' | 'list' | 'put')[]; readonly prefix: string }
  | { readonly queue: string; readonly may: readonly 'send'[] };

/** Who may call a route: anyone, or an operator (IAM on AWS, the token file on the embedded host). */
export type Access = 'public' | 'operator';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** HTTP API path; `{name}` is a path parameter, `{proxy+}` the rest. */
  readonly path: string;
  readonly access: Access;
}

export type Trigger =
  | {
      readonly on: 'queue';
      readonly queue: string;
      readonly batchSize: number;
      /** Not on FIFO queues. */
      readonly windowSeconds: number;
      readonly maxConcurrency?: number;
    }
  | { readonly on: 'http'; readonly routes: readonly Route[] }
  | { readonly on: 'schedule'; readonly everyMinutes: number };

export interface FunctionSpec {
  /** File under `functions/`, exporting `handler`. */
  readonly entry: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, Reference>>;
  readonly grants: readonly Grant[];
  readonly triggers: readonly Trigger[];
}

export interface Topology {
  readonly tables: Readonly<Record<string, TableSpec>>;
  readonly queues: Readonly<Record<string, QueueSpec>>;
  readonly buckets: Readonly<Record<string, BucketSpec>>;
  readonly functions: Readonly<Record<string, FunctionSpec>>;
  /** Requests per second, and burst, the HTTP API accepts before it answers 429. */
  readonly httpThrottle: { readonly rate: number; readonly burst: number };
}
