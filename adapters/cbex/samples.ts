import type { SampleDocument } from '../kit/sample.ts';

const OWN = { from: 'own', platform: 'cbex' } as const;
const FIXTURES = 'adapters/cbex/fixtures';

/** Documents a fresh system starts with. The number of the captured lot was not recorded. */
export const samples: readonly SampleDocument[] = [
  { ...OWN, kind: 'deals', file: `${FIXTURES}/deals-page.html`, observedAt: '2026-05-20T12:00:00+08:00' },
  {
    ...OWN,
    kind: 'state',
    file: `${FIXTURES}/state-ended-120313.html`,
    subject: '120313',
    observedAt: '2026-05-29T12:00:00+08:00',
  },
  {
    ...OWN,
    kind: 'bid-info',
    file: `${FIXTURES}/bid-info-bidding-120301.json`,
    subject: '120301',
    observedAt: '2026-06-01T12:00:00+08:00',
  },
];
