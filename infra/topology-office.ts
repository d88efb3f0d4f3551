import { accessFunctions } from './topology-access.ts';
import { DOCUMENTS, READS_SNAPSHOTS, RECORDS } from './topology-names.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** What the office and its programs may do, and how people sign in. */
export const officeFunctions = {
  ...accessFunctions,
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
          { method: 'GET', path: '/office', access: 'session' },
          { method: 'GET', path: '/office/{proxy+}', access: 'session' },
          { method: 'POST', path: '/office/replays', access: 'session' },
          { method: 'GET', path: '/v1/quarantine', access: 'operator' },
          { method: 'GET', path: '/v1/documents', access: 'operator' },
          { method: 'GET', path: '/v1/lots/{id}/trace', access: 'operator' },
          { method: 'POST', path: '/v1/replays', access: 'operator' },
          { method: 'GET', path: '/v1/replays/{id}', access: 'operator' },
          { method: 'GET', path: '/v1/people', access: 'operator' },
          { method: 'GET', path: '/v1/people/{id}', access: 'operator' },
          { method: 'POST', path: '/v1/people/{id}/assignments', access: 'operator' },
          { method: 'POST', path: '/v1/people/{id}/assignments/{assignment}/end', access: 'operator' },
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
          { method: 'GET', path: '/office/comparison', access: 'session' },
          { method: 'GET', path: '/office/comparison/{proxy+}', access: 'session' },
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
