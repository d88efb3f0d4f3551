import { READS_SNAPSHOTS } from './topology-names.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** What anyone may read: pages, the API and its description. */
export const publicFunctions = {
  browse: {
    entry: 'functions/browse.ts',
    memoryMb: 1024,
    timeoutSeconds: 10,
    ...READS_SNAPSHOTS,
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
    ...READS_SNAPSHOTS,
    triggers: [
      {
        on: 'http',
        routes: [{ method: 'GET', path: '/v1/{proxy+}', access: 'public' }],
      },
    ],
  },
  docs: {
    entry: 'functions/docs.ts',
    memoryMb: 256,
    timeoutSeconds: 10,
    environment: {},
    grants: [],
    triggers: [
      {
        on: 'http',
        routes: [
          { method: 'GET', path: '/openapi.json', access: 'public' },
          { method: 'GET', path: '/docs', access: 'public' },
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionSpec>>;
