import { RECORDS } from './topology-names.ts';
import type { BucketSpec, FunctionSpec, QueueSpec } from './topology-shape.ts';

const FILES = { bucket: 'files' } as const;

/** Papers and pictures of the desk: `uploads/` until they were looked at, `files/` by their hash after. */
export const filesBuckets = {
  files: {
    notify: { prefix: 'uploads/', queue: 'uploads' },
    cors: true,
    // Removed once they were looked at; this also removes what versioning keeps of them, places of photos among it.
    expireDays: 30,
    expirePrefix: 'uploads/',
  },
} as const satisfies Readonly<Record<string, BucketSpec>>;

export const filesQueues = {
  uploads: { fifo: false, visibilitySeconds: 360, maxReceiveCount: 5 },
} as const satisfies Readonly<Record<string, QueueSpec>>;

/** What a function of the desk needs that takes files and shows them. */
export const DESK_FILES = {
  environment: { FILES_BUCKET: FILES },
  grants: [
    { ...FILES, may: ['put'], prefix: 'uploads/' },
    { ...FILES, may: ['get'], prefix: 'files/' },
    { ...FILES, may: ['get', 'put'], prefix: 'imports/' },
  ],
} as const satisfies Pick<FunctionSpec, 'environment' | 'grants'>;

/** From uploaded bytes to files that may be used. */
export const filesFunctions = {
  intake: {
    entry: 'functions/intake.ts',
    // Decoding the largest picture that is let through takes 1.1 GB; a photo of 12 megapixels 0.6 GB and 1.5 s.
    memoryMb: 2048,
    timeoutSeconds: 60,
    environment: { RECORDS_TABLE: RECORDS, FILES_BUCKET: FILES },
    grants: [
      { ...RECORDS, may: ['get', 'put'] },
      { ...FILES, may: ['get', 'remove'], prefix: 'uploads/' },
      { ...FILES, may: ['put'], prefix: 'files/' },
    ],
    triggers: [{ on: 'queue', queue: 'uploads', batchSize: 1, windowSeconds: 0, maxConcurrency: 2 }],
  },
  'intake-recover': {
    entry: 'functions/intake-recover.ts',
    memoryMb: 256,
    timeoutSeconds: 60,
    environment: { FILES_BUCKET: FILES, UPLOADS_QUEUE_URL: { queueUrl: 'uploads' } },
    grants: [
      { ...FILES, may: ['list'], prefix: 'uploads/' },
      { queue: 'uploads', may: ['send'] },
    ],
    triggers: [{ on: 'schedule', everyMinutes: 24 * 60 }],
  },
} as const satisfies Readonly<Record<string, FunctionSpec>>;
