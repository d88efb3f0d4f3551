import type { SampleDocument } from '../kit/sample.ts';

/** Pages a fresh system starts with. The real one was taken after its last sale and before its next one. */
export const samples: readonly SampleDocument[] = [
  {
    platform: 'rmfysszc',
    kind: 'list',
    from: 'own',
    file: 'adapters/rmfysszc/fixtures/list-page.json',
    observedAt: '2026-06-01T12:00:00+08:00',
  },
  {
    platform: 'rmfysszc',
    kind: 'list',
    from: 'real',
    file: 'rmfysszc/ProjectHandle-guangdong-2022-11.response.json',
    observedAt: '2022-11-20T12:00:00+08:00',
  },
];
