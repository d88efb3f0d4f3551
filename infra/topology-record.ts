import { DOCUMENTS, RECORDS, WRITES_SNAPSHOTS } from './topology-names.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** From arriving documents to the record, its change feed and snapshots. */
export const recordFunctions = {
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
    ...WRITES_SNAPSHOTS,
    triggers: [{ on: 'queue', queue: 'changes', batchSize: 10, windowSeconds: 0 }],
  },
  publish: {
    entry: 'functions/publish.ts',
    memoryMb: 1024,
    timeoutSeconds: 120,
    ...WRITES_SNAPSHOTS,
    triggers: [{ on: 'schedule', everyMinutes: 60 }],
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
} as const satisfies Readonly<Record<string, FunctionSpec>>;
