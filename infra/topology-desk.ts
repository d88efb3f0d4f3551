import { DESK_PAGES } from './topology-desk-pages.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** Where villages enter assets and listings, and others approve them. */
export const deskFunctions = {
  desk: {
    entry: 'functions/desk.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    ...DESK_PAGES,
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
