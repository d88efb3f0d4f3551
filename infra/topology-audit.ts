import { DOCUMENTS, RECORDS } from './topology-names.ts';
import { WAKES_PLACEMENTS } from './topology-placing.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** What looks after the logs of the desk: effects that were left undone, the seal of each day, and who checks them. */
export const auditFunctions = {
  sweep: {
    entry: 'functions/sweep.ts',
    memoryMb: 256,
    timeoutSeconds: 55,
    environment: { RECORDS_TABLE: RECORDS, DOCUMENTS_BUCKET: DOCUMENTS, ...WAKES_PLACEMENTS.environment },
    grants: [
      { ...RECORDS, may: ['get', 'query', 'put'] },
      { ...DOCUMENTS, may: ['put'], prefix: 'documents/' },
      ...WAKES_PLACEMENTS.grants,
    ],
    triggers: [{ on: 'schedule', everyMinutes: 1 }],
  },
  seal: {
    entry: 'functions/seal.ts',
    memoryMb: 512,
    timeoutSeconds: 300,
    environment: { RECORDS_TABLE: RECORDS },
    grants: [{ ...RECORDS, may: ['get', 'query', 'put'] }],
    triggers: [{ on: 'schedule', everyMinutes: 60 }],
  },
  audit: {
    entry: 'functions/audit.ts',
    memoryMb: 512,
    timeoutSeconds: 29,
    environment: { RECORDS_TABLE: RECORDS },
    grants: [{ ...RECORDS, may: ['query'] }],
    triggers: [
      {
        on: 'http',
        routes: [
          { method: 'GET', path: '/audit', access: 'public' },
          { method: 'GET', path: '/audit.atom', access: 'public' },
          { method: 'GET', path: '/v1/audit/streams', access: 'operator' },
          { method: 'GET', path: '/v1/audit/days', access: 'operator' },
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionSpec>>;
