import type { SampleDocument } from '../kit/sample.ts';

const OWN = { platform: 'caa', from: 'own', observedAt: '2026-06-18T10:30:00+08:00' } as const;
const LOT = { ...OWN, subject: '20240601' } as const;

/** Replies a fresh system starts with, of one sale with a bid taken back. */
export const samples: readonly SampleDocument[] = [
  { ...OWN, kind: 'list', file: 'adapters/caa/fixtures/list-page.json', observedAt: '2026-06-01T12:00:00+08:00' },
  { ...LOT, kind: 'lot', file: 'adapters/caa/fixtures/lot-sold-20240601.json' },
  { ...LOT, kind: 'current', file: 'adapters/caa/fixtures/current-sold-20240601.json' },
  { ...LOT, kind: 'price-log', file: 'adapters/caa/fixtures/price-log-taken-back-20240601.json' },
  { ...LOT, kind: 'confirmation', file: 'adapters/caa/fixtures/confirmation-sold-20240601.json' },
];
