import type { SampleDocument } from '../kit/sample.ts';

const OWN = { from: 'own', platform: 'wuxing', observedAt: '2026-06-20T09:00:00+08:00' } as const;

/** Documents a fresh system starts with: one lot from its announcement on, a lease sold and settled, a page of lots. */
export const samples: readonly SampleDocument[] = [
  { ...OWN, kind: 'lots', file: 'adapters/wuxing/fixtures/lots-page.json' },
  { ...OWN, kind: 'lot', file: 'adapters/wuxing/fixtures/lot-announced.json' },
  { ...OWN, kind: 'lot', file: 'adapters/wuxing/fixtures/lot-on-site.json' },
  { ...OWN, kind: 'lot', file: 'adapters/wuxing/fixtures/lot-sold.json' },
  { ...OWN, kind: 'bids', file: 'adapters/wuxing/fixtures/bids-page.json' },
  { ...OWN, kind: 'result', file: 'adapters/wuxing/fixtures/result-sold.json' },
  { ...OWN, kind: 'settlement', file: 'adapters/wuxing/fixtures/settlement-complete.json' },
  { ...OWN, kind: 'deposits', file: 'adapters/wuxing/fixtures/deposits-refunded.json' },
  { ...OWN, kind: 'result-file', file: 'adapters/wuxing/fixtures/result-file-mixed.csv' },
];
