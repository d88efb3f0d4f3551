import type { SampleDocument } from '../kit/sample.ts';

const OWN = { platform: 'gpai', from: 'own', observedAt: '2026-06-18T12:00:00+08:00' } as const;

/** Pages a fresh system starts with, written by us. */
export const samples: readonly SampleDocument[] = [
  { ...OWN, kind: 'list', file: 'adapters/gpai/fixtures/list-page.html' },
  { ...OWN, kind: 'item', file: 'adapters/gpai/fixtures/item-sold.html' },
  { ...OWN, kind: 'item', file: 'adapters/gpai/fixtures/item-passed-in.html' },
];
