/**
 * The system as data: read by the CDK stacks (`infra/aws`) and by the embedded host (`infra/local`),
 * so that both run the same thing. `topology-rules.ts` refuses what AWS would accept and regret.
 */

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

const RECORDS = { table: 'records' } as const;
const DOCUMENTS = { bucket: 'documents' } as const;
const SNAPSHOTS = { bucket: 'snapshots' } as const;

/** The whole system. */
export const topology: Topology = {
  tables: { records: { partitionKey: 'pk', sortKey: 'sk', indexes: [] } },
  queues: {
    documents: { fifo: false, visibilitySeconds: 180, maxReceiveCount: 5 },
    changes: { fifo: true, visibilitySeconds: 180, maxReceiveCount: 5 },
  },
  buckets: {
    documents: { notify: { prefix: 'documents/', queue: 'documents' } },
    snapshots: {},
  },
  functions: {
    door: {
      entry: 'functions/door.ts',
      memoryMb: 256,
      timeoutSeconds: 10,
      environment: { RECORDS_TABLE: RECORDS, DOCUMENTS_BUCKET: DOCUMENTS },
      grants: [
        { ...RECORDS, may: ['get', 'query'] },
        { ...DOCUMENTS, may: ['get', 'put'], prefix: 'documents/' },
      ],
      triggers: [
        {
          on: 'http',
          routes: [
            { method: 'POST', path: '/v1/documents', access: 'operator' },
            { method: 'GET', path: '/v1/documents/{id}', access: 'operator' },
          ],
        },
      ],
    },
    normalise: {
      entry: 'functions/normalise.ts',
      memoryMb: 512,
      timeoutSeconds: 30,
      environment: {
        RECORDS_TABLE: RECORDS,
        DOCUMENTS_BUCKET: DOCUMENTS,
        CHANGES_QUEUE_URL: { queueUrl: 'changes' },
      },
      grants: [
        { ...RECORDS, may: ['get', 'query', 'put'] },
        { ...DOCUMENTS, may: ['get'], prefix: 'documents/' },
        { queue: 'changes', may: ['send'] },
      ],
      triggers: [{ on: 'queue', queue: 'documents', batchSize: 10, windowSeconds: 0, maxConcurrency: 5 }],
    },
    feed: {
      entry: 'functions/feed.ts',
      memoryMb: 1024,
      timeoutSeconds: 30,
      environment: { RECORDS_TABLE: RECORDS, SNAPSHOTS_BUCKET: SNAPSHOTS },
      grants: [
        { ...RECORDS, may: ['get', 'query', 'put'] },
        { ...SNAPSHOTS, may: ['get', 'put'], prefix: 'snapshots/' },
      ],
      triggers: [{ on: 'queue', queue: 'changes', batchSize: 10, windowSeconds: 0 }],
    },
    publish: {
      entry: 'functions/publish.ts',
      memoryMb: 1024,
      timeoutSeconds: 120,
      environment: { RECORDS_TABLE: RECORDS, SNAPSHOTS_BUCKET: SNAPSHOTS },
      grants: [
        { ...RECORDS, may: ['get', 'query', 'put'] },
        { ...SNAPSHOTS, may: ['get', 'put'], prefix: 'snapshots/' },
      ],
      triggers: [{ on: 'schedule', everyMinutes: 60 }],
    },
    browse: {
      entry: 'functions/browse.ts',
      memoryMb: 1024,
      timeoutSeconds: 10,
      environment: { RECORDS_TABLE: RECORDS, SNAPSHOTS_BUCKET: SNAPSHOTS },
      grants: [
        { ...RECORDS, may: ['get', 'query'] },
        { ...SNAPSHOTS, may: ['get'], prefix: 'snapshots/' },
      ],
      triggers: [
        {
          on: 'http',
          routes: [
            { method: 'GET', path: '/', access: 'public' },
            { method: 'GET', path: '/{proxy+}', access: 'public' },
          ],
        },
      ],
    },
    api: {
      entry: 'functions/api.ts',
      memoryMb: 1024,
      timeoutSeconds: 10,
      environment: { RECORDS_TABLE: RECORDS, SNAPSHOTS_BUCKET: SNAPSHOTS },
      grants: [
        { ...RECORDS, may: ['get', 'query'] },
        { ...SNAPSHOTS, may: ['get'], prefix: 'snapshots/' },
      ],
      triggers: [
        {
          on: 'http',
          routes: [
            { method: 'GET', path: '/v1/{proxy+}', access: 'public' },
            { method: 'GET', path: '/openapi.json', access: 'public' },
            { method: 'GET', path: '/docs', access: 'public' },
          ],
        },
      ],
    },
    recover: {
      entry: 'functions/recover.ts',
      memoryMb: 256,
      timeoutSeconds: 300,
      environment: {
        RECORDS_TABLE: RECORDS,
        DOCUMENTS_BUCKET: DOCUMENTS,
        DOCUMENTS_QUEUE_URL: { queueUrl: 'documents' },
      },
      grants: [
        { ...RECORDS, may: ['get'] },
        { ...DOCUMENTS, may: ['list'], prefix: 'documents/' },
        { queue: 'documents', may: ['send'] },
      ],
      triggers: [{ on: 'schedule', everyMinutes: 24 * 60 }],
    },
  },
  httpThrottle: { rate: 50, burst: 100 },
};
