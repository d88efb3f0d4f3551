import { DOCUMENTS, RECORDS } from './topology-names.ts';
import { WAKES_PLACEMENTS } from './topology-placing.ts';
import type { FunctionSpec } from './topology-shape.ts';

const FILES = { bucket: 'files' } as const;

/** Packages, templates, documents and exports: apart from the desk, because writing Word and Excel files takes much code. */
export const handoffFunctions = {
  handoff: {
    entry: 'functions/handoff.ts',
    // A package holds its pictures and papers in memory twice.
    memoryMb: 1024,
    timeoutSeconds: 29,
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
    triggers: [
      {
        on: 'http',
        routes: [
          { method: 'GET', path: '/desk/handoff/{proxy+}', access: 'session' },
          { method: 'POST', path: '/desk/handoff/{proxy+}', access: 'session' },
          { method: 'GET', path: '/desk/exports/{proxy+}', access: 'session' },
          { method: 'GET', path: '/desk/templates', access: 'session' },
          { method: 'GET', path: '/desk/templates/{proxy+}', access: 'session' },
          { method: 'POST', path: '/desk/templates/{proxy+}', access: 'session' },
          { method: 'GET', path: '/handoff/{proxy+}', access: 'public' },
          { method: 'POST', path: '/handoff/{proxy+}', access: 'public' },
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionSpec>>;
