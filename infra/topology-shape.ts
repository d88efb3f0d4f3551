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
  /** Attribute with the second since 1970 (UTC) after which the table may remove an item; absent: items are kept. */
  readonly expiry?: string;
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
  /** Only objects under it are removed after `expireDays`; absent: all. */
  readonly expirePrefix?: string;
  /** Browsers put and get objects by presigned addresses, from pages of another origin. */
  readonly cors?: true;
}

/** Where an environment variable's value comes from. */
export type Reference =
  | { readonly table: string }
  | { readonly bucket: string }
  | { readonly queueUrl: string }
  | { readonly text: string }
  | SettingReference;

/** A value whoever deploys gives: a parameter of the stack, or what the embedded host knows by itself. */
export interface SettingReference {
  /** Letters only. */
  readonly setting: string;
  /** What it is, for whoever deploys. */
  readonly about: string;
  /** May stay empty, and is shown to nobody: a secret that not everybody has. */
  readonly optional?: boolean;
}

/** The single actions a function may take on a resource: least privilege. */
export type Grant =
  | { readonly table: string; readonly may: readonly ('get' | 'query' | 'put')[] }
  | { readonly bucket: string; readonly may: readonly ('get' | 'list' | 'put' | 'remove')[]; readonly prefix: string }
  | { readonly queue: string; readonly may: readonly 'send'[] }
  /** Secrets whose names begin with `/<secrets>/`, in Parameter Store or, through it, in Secrets Manager. */
  | { readonly secrets: string; readonly may: readonly 'read'[] };

/**
 * Who may call a route: anyone; people who are signed in, whom the gateway lets pass and the function checks by their
 * session; or an operator's programs (IAM on AWS, the token file on the embedded host).
 */
export type Access = 'public' | 'session' | 'operator';

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
