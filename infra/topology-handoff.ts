import { HANDS_OVER } from './topology-placing.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** Packages, templates, documents and exports: apart from the desk, because writing Word and Excel files takes much code. */
export const handoffFunctions = {
  handoff: {
    entry: 'functions/handoff.ts',
    // A package holds its pictures and papers in memory twice.
    memoryMb: 1024,
    timeoutSeconds: 29,
    ...HANDS_OVER,
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
