import { DESK_FILES } from './topology-files.ts';
import { DOCUMENTS, READS_SNAPSHOTS, RECORDS } from './topology-names.ts';
import { WAKES_PLACEMENTS } from './topology-placing.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** Where villages enter assets and listings, and others approve them. */
export const deskFunctions = {
  desk: {
    entry: 'functions/desk.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    environment: {
      ...READS_SNAPSHOTS.environment,
      ...DESK_FILES.environment,
      DOCUMENTS_BUCKET: DOCUMENTS,
      ...WAKES_PLACEMENTS.environment,
    },
    grants: [
      { ...RECORDS, may: ['get', 'query', 'put'] },
      ...READS_SNAPSHOTS.grants.filter((grant) => !('table' in grant)),
      ...DESK_FILES.grants,
      { ...DOCUMENTS, may: ['put'], prefix: 'documents/' },
      ...WAKES_PLACEMENTS.grants,
    ],
    triggers: [
      {
        on: 'http',
        routes: [
          { method: 'GET', path: '/desk', access: 'session' },
          { method: 'GET', path: '/desk/{proxy+}', access: 'session' },
          { method: 'POST', path: '/desk/{proxy+}', access: 'session' },
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionSpec>>;
