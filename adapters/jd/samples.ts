import type { SampleDocument } from '../kit/sample.ts';

const OWN = { from: 'own', platform: 'jd' } as const;
const REAL = { from: 'real', platform: 'jd', observedAt: '2021-08-10T10:00:00+08:00' } as const;

/** Replies a fresh system starts with. When the real ones were taken is not recorded; the time said is within the lot's sale. */
export const samples: readonly SampleDocument[] = [
  {
    ...OWN,
    kind: 'basic-info',
    file: 'adapters/jd/fixtures/basic-info-judicial.json',
    observedAt: '2026-06-01T12:00:00+08:00',
  },
  {
    ...OWN,
    kind: 'realtime',
    file: 'adapters/jd/fixtures/realtime-bidding-301245001.json',
    subject: '301245001',
    observedAt: '2026-06-11T08:00:00+08:00',
  },
  {
    ...OWN,
    kind: 'vendor',
    file: 'adapters/jd/fixtures/vendor-court-301245001.json',
    subject: '301245001',
    observedAt: '2026-06-01T12:00:00+08:00',
  },
  { ...REAL, kind: 'basic-info', file: 'jd/item-280492523.getProductBasicInfo.json' },
  { ...REAL, kind: 'vendor', file: 'jd/item-280492523.queryVendorInfo.json', subject: '280492523' },
];
