import type { SampleDocument } from '../kit/sample.ts';

const OWN = { from: 'own', platform: 'zhebei' } as const;
const FIXTURES = 'adapters/zhebei/fixtures';

/** Documents a fresh system starts with. A notice's number is said where its text does not carry it. */
export const samples: readonly SampleDocument[] = [
  {
    ...OWN,
    kind: 'notice',
    file: `${FIXTURES}/notice-c-3001-page-gbk.html`,
    subject: 'c-3001',
    observedAt: '2026-04-10T15:00:00+08:00',
  },
  {
    ...OWN,
    kind: 'notice',
    file: `${FIXTURES}/notice-c-3002-one-section.txt`,
    subject: 'c-3002',
    observedAt: '2026-05-06T15:00:00+08:00',
  },
  {
    ...OWN,
    kind: 'notice',
    file: `${FIXTURES}/notice-c-3004-state-on-site.txt`,
    subject: 'c-3004',
    observedAt: '2026-06-01T15:00:00+08:00',
  },
  {
    ...OWN,
    kind: 'result-file',
    file: `${FIXTURES}/result-file-quarter.xlsx`,
    observedAt: '2026-07-01T15:00:00+08:00',
  },
  {
    from: 'real',
    platform: 'zhebei',
    kind: 'notice',
    file: 'zhebei/notice-c-2042.text.txt',
    subject: 'c-2042',
    observedAt: '2025-08-15T15:00:00+08:00',
  },
];
