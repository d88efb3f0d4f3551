import { fetching } from '#adapters/fetching.ts';
import { DESK_FILES } from './topology-files.ts';
import { DOCUMENTS, READS_SNAPSHOTS, RECORDS } from './topology-names.ts';
import { PLATFORM_SECRETS, PRIVATE_HOSTS } from './topology-placing.ts';
import type { FunctionSpec, Grant, QueueSpec, Reference } from './topology-shape.ts';

const queueOf = (platform: string) => `collect-${platform}`;
const platforms = fetching.map(({ platform }) => platform);

/** Queues of requests to platforms: one for each that is read. */
export const collectingQueues: Readonly<Record<string, QueueSpec>> = Object.fromEntries(
  platforms.map((platform) => [queueOf(platform), { fifo: false, visibilitySeconds: 360, maxReceiveCount: 5 }]),
);

/** What a function needs that asks for requests to be sent. */
const ASKS_PLATFORMS: {
  readonly environment: Readonly<Record<string, Reference>>;
  readonly grants: readonly Grant[];
} = {
  environment: Object.fromEntries(
    platforms.map((platform) => [
      `COLLECT_QUEUE_URL_${platform.toUpperCase().replaceAll('-', '_')}`,
      { queueUrl: queueOf(platform) },
    ]),
  ),
  grants: Object.keys(collectingQueues).map((queue) => ({ queue, may: ['send'] })),
};

const SNAPSHOTS_READ = READS_SNAPSHOTS.grants.filter((grant) => !('table' in grant));

/** Reads one platform. Each has a function of its own, so that one that is slow or dead delays no other. */
function collectFunction(platform: string): FunctionSpec {
  return {
    entry: 'functions/collect.ts',
    memoryMb: 512,
    timeoutSeconds: 60,
    environment: {
      RECORDS_TABLE: RECORDS,
      DOCUMENTS_BUCKET: DOCUMENTS,
      PRIVATE_HOSTS,
      ...ASKS_PLATFORMS.environment,
    },
    grants: [
      { ...RECORDS, may: ['get', 'query', 'put'] },
      { ...DOCUMENTS, may: ['put'], prefix: 'documents/' },
      PLATFORM_SECRETS,
      ...ASKS_PLATFORMS.grants,
    ],
    triggers: [{ on: 'queue', queue: queueOf(platform), batchSize: 1, windowSeconds: 0, maxConcurrency: 2 }],
  };
}

/** From platforms' pages and interfaces to raw documents, and what the office sees of it. */
export const collectingFunctions: Readonly<Record<string, FunctionSpec>> = {
  plan: {
    entry: 'functions/plan.ts',
    memoryMb: 512,
    timeoutSeconds: 55,
    environment: { ...READS_SNAPSHOTS.environment, ...ASKS_PLATFORMS.environment },
    grants: [{ ...RECORDS, may: ['get', 'query', 'put'] }, ...SNAPSHOTS_READ, ...ASKS_PLATFORMS.grants],
    triggers: [{ on: 'schedule', everyMinutes: 1 }],
  },
  ...Object.fromEntries(platforms.map((platform) => [queueOf(platform), collectFunction(platform)])),
  collection: {
    entry: 'functions/collection.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    environment: {
      ...READS_SNAPSHOTS.environment,
      // Pages of the desk name the files' origin in their policy.
      ...DESK_FILES.environment,
      ...ASKS_PLATFORMS.environment,
    },
    grants: [{ ...RECORDS, may: ['get', 'query', 'put'] }, ...SNAPSHOTS_READ, ...ASKS_PLATFORMS.grants],
    triggers: [
      {
        on: 'http',
        routes: [
          { method: 'GET', path: '/desk/collection', access: 'session' },
          { method: 'GET', path: '/desk/collection/{proxy+}', access: 'session' },
          { method: 'POST', path: '/desk/collection/{proxy+}', access: 'session' },
          { method: 'GET', path: '/v1/collection', access: 'operator' },
          { method: 'POST', path: '/v1/collection/{platform}', access: 'operator' },
        ],
      },
    ],
  },
};
