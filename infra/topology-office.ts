import { DOCUMENTS, READS_SNAPSHOTS, RECORDS } from './topology-names.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** What the office and its programs may do. */
export const officeFunctions = {
  office: {
    entry: 'functions/office.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    environment: {
      RECORDS_TABLE: RECORDS,
      DOCUMENTS_BUCKET: DOCUMENTS,
      REPLAYS_QUEUE_URL: { queueUrl: 'replays' },
    },
    grants: [
      { ...RECORDS, may: ['get', 'query', 'put'] },
      { ...DOCUMENTS, may: ['get', 'list'], prefix: 'documents/' },
      { queue: 'replays', may: ['send'] },
    ],
    triggers: [
      {
        on: 'http',
        routes: [
          { method: 'GET', path: '/office', access: 'operator' },
          { method: 'GET', path: '/office/{proxy+}', access: 'operator' },
          { method: 'POST', path: '/office/replays', access: 'operator' },
          { method: 'GET', path: '/v1/quarantine', access: 'operator' },
          { method: 'GET', path: '/v1/documents', access: 'operator' },
          { method: 'GET', path: '/v1/lots/{id}/trace', access: 'operator' },
          { method: 'POST', path: '/v1/replays', access: 'operator' },
          { method: 'GET', path: '/v1/replays/{id}', access: 'operator' },
        ],
      },
    ],
  },
  compare: {
    entry: 'functions/compare.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    ...READS_SNAPSHOTS,
    triggers: [
      {
        on: 'http',
        routes: [
          { method: 'GET', path: '/office/comparison', access: 'operator' },
          { method: 'GET', path: '/office/comparison/{proxy+}', access: 'operator' },
          { method: 'GET', path: '/v1/comparison', access: 'operator' },
          { method: 'GET', path: '/v1/reports', access: 'operator' },
        ],
      },
    ],
  },
  replay: {
    entry: 'functions/replay.ts',
    memoryMb: 1024,
    timeoutSeconds: 120,
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
    triggers: [{ on: 'queue', queue: 'replays', batchSize: 1, windowSeconds: 0, maxConcurrency: 2 }],
  },
} as const satisfies Readonly<Record<string, FunctionSpec>>;
