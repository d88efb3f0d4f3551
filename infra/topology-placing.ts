import { publishing } from '#adapters/publishing.ts';
import { DOCUMENTS, RECORDS } from './topology-names.ts';
import type { FunctionSpec, Grant, QueueSpec, Reference } from './topology-shape.ts';

const FILES = { bucket: 'files' } as const;

/** Where the keys of platforms are kept, by name. */
export const PLATFORM_SECRETS = { secrets: 'platforms', may: ['read'] } as const;

export const PRIVATE_HOSTS = {
  setting: 'PrivateHosts',
  about:
    'Platforms that may be called although their addresses are not public, as host:port with commas between: of a government network, or empty.',
  optional: true,
} as const;

const queueOf = (platform: string) => `place-${platform}`;
const platforms = publishing.map(({ platform }) => platform);

/** Queues between an approved listing and its platform: one for what asks no platform, and one for each that can be asked. */
export const placingQueues: Readonly<Record<string, QueueSpec>> = {
  preparations: { fifo: false, visibilitySeconds: 360, maxReceiveCount: 5 },
  ...Object.fromEntries(
    platforms.map((platform) => [queueOf(platform), { fifo: false, visibilitySeconds: 360, maxReceiveCount: 5 }]),
  ),
};

/** What a function needs that changes placements: whoever has to go on is told by queue. */
export const WAKES_PLACEMENTS: {
  readonly environment: Readonly<Record<string, Reference>>;
  readonly grants: readonly Grant[];
} = {
  environment: {
    PREPARATIONS_QUEUE_URL: { queueUrl: 'preparations' },
    ...Object.fromEntries(
      platforms.map((platform) => [
        `PLACE_QUEUE_URL_${platform.toUpperCase().replaceAll('-', '_')}`,
        { queueUrl: queueOf(platform) },
      ]),
    ),
  },
  grants: Object.keys(placingQueues).map((queue) => ({ queue, may: ['send'] })),
};

/** What a function needs that hands packages over: papers and pictures in, prints out, and word of what follows. */
export const HANDS_OVER = {
  environment: {
    RECORDS_TABLE: RECORDS,
    FILES_BUCKET: FILES,
    DOCUMENTS_BUCKET: DOCUMENTS,
    ...WAKES_PLACEMENTS.environment,
  },
  grants: [
    { ...RECORDS, may: ['get', 'query', 'put'] },
    { ...FILES, may: ['get'], prefix: 'files/' },
    { ...FILES, may: ['get', 'put'], prefix: 'handoff/' },
    { ...DOCUMENTS, may: ['put'], prefix: 'documents/' },
    ...WAKES_PLACEMENTS.grants,
  ],
} as const satisfies Pick<FunctionSpec, 'environment' | 'grants'>;

/** Asks one platform. Each has a function of its own, so that one that is slow or dead delays no other. */
function placeFunction(platform: string): FunctionSpec {
  return {
    entry: 'functions/place.ts',
    memoryMb: 512,
    timeoutSeconds: 60,
    environment: {
      RECORDS_TABLE: RECORDS,
      FILES_BUCKET: FILES,
      DOCUMENTS_BUCKET: DOCUMENTS,
      PRIVATE_HOSTS,
      ...WAKES_PLACEMENTS.environment,
    },
    grants: [
      { ...RECORDS, may: ['get', 'query', 'put'] },
      { ...FILES, may: ['get'], prefix: 'offers/' },
      { ...FILES, may: ['get'], prefix: 'files/' },
      { ...FILES, may: ['get'], prefix: 'handoff/' },
      { ...DOCUMENTS, may: ['put'], prefix: 'documents/' },
      PLATFORM_SECRETS,
      ...WAKES_PLACEMENTS.grants,
    ],
    triggers: [{ on: 'queue', queue: queueOf(platform), batchSize: 1, windowSeconds: 0, maxConcurrency: 2 }],
  };
}

/** From an approved listing to its lot on a platform, and what platforms push to us. */
export const placingFunctions: Readonly<Record<string, FunctionSpec>> = {
  prepare: {
    entry: 'functions/prepare.ts',
    // A package holds its pictures and papers in memory twice.
    memoryMb: 1024,
    timeoutSeconds: 60,
    environment: HANDS_OVER.environment,
    grants: [...HANDS_OVER.grants, { ...FILES, may: ['put'], prefix: 'offers/' }],
    triggers: [{ on: 'queue', queue: 'preparations', batchSize: 1, windowSeconds: 0, maxConcurrency: 2 }],
  },
  ...Object.fromEntries(platforms.map((platform) => [queueOf(platform), placeFunction(platform)])),
  wake: {
    entry: 'functions/wake.ts',
    memoryMb: 256,
    timeoutSeconds: 55,
    environment: { RECORDS_TABLE: RECORDS, ...WAKES_PLACEMENTS.environment },
    grants: [{ ...RECORDS, may: ['get', 'query', 'put'] }, ...WAKES_PLACEMENTS.grants],
    triggers: [{ on: 'schedule', everyMinutes: 1 }],
  },
  placements: {
    entry: 'functions/placements.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    environment: {
      RECORDS_TABLE: RECORDS,
      FILES_BUCKET: FILES,
      DOCUMENTS_BUCKET: DOCUMENTS,
      PRIVATE_HOSTS,
      ...WAKES_PLACEMENTS.environment,
    },
    grants: [
      { ...RECORDS, may: ['get', 'query', 'put'] },
      { ...DOCUMENTS, may: ['put'], prefix: 'documents/' },
      PLATFORM_SECRETS,
      ...WAKES_PLACEMENTS.grants,
    ],
    triggers: [
      {
        on: 'http',
        routes: (['/desk/placements', '/desk/connections'] as const).flatMap((path) => [
          { method: 'GET', path, access: 'session' },
          { method: 'GET', path: `${path}/{proxy+}`, access: 'session' },
          { method: 'POST', path: `${path}/{proxy+}`, access: 'session' },
        ]),
      },
    ],
  },
  events: {
    entry: 'functions/events.ts',
    memoryMb: 256,
    timeoutSeconds: 15,
    environment: { RECORDS_TABLE: RECORDS, DOCUMENTS_BUCKET: DOCUMENTS },
    grants: [
      { ...RECORDS, may: ['get', 'query', 'put'] },
      { ...DOCUMENTS, may: ['put'], prefix: 'documents/' },
      PLATFORM_SECRETS,
    ],
    triggers: [
      {
        on: 'http',
        // Whoever calls signs what he sends; the function checks it.
        routes: [{ method: 'POST', path: '/v1/platforms/{id}/events', access: 'public' }],
      },
    ],
  },
};
