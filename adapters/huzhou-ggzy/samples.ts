import type { SampleDocument } from '../kit/sample.ts';

const OWN = { from: 'own', platform: 'huzhou-ggzy' } as const;
const FIXTURES = 'adapters/huzhou-ggzy/fixtures';

/** Documents a fresh system starts with: a list, one of its announcements and the publicity of its result. */
export const samples: readonly SampleDocument[] = [
  { ...OWN, kind: 'list', file: `${FIXTURES}/list-page.html`, observedAt: '2026-05-30T12:00:00+08:00' },
  {
    ...OWN,
    kind: 'notice',
    file: `${FIXTURES}/notice-announcement.html`,
    subject: '7a1c0de0-0000-4000-8000-000000000001',
    observedAt: '2026-05-20T12:00:00+08:00',
  },
  {
    ...OWN,
    kind: 'notice',
    file: `${FIXTURES}/notice-result.html`,
    subject: '7a1c0de0-0000-4000-8000-000000000004',
    observedAt: '2026-05-30T12:00:00+08:00',
  },
];
