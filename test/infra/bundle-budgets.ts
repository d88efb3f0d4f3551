import { fetching } from '#adapters/fetching.ts';
import { publishing } from '#adapters/publishing.ts';

/** Bytes. Cold starts are paid by the byte; a dependency that breaks its budget has to be worth it. */
export const BUDGETS: Readonly<Record<string, number>> = {
  browse: 350_000,
  api: 312_000,
  // Two picture codecs.
  intake: 340_000,
  handoff: 910_000,
  desk: 905_000,
  // The writer of Word files, as in the handoff.
  prepare: 815_000,
  // Every publisher.
  ...Object.fromEntries(publishing.map(({ platform }) => [`place-${platform}`, 500_000])),
  placements: 590_000,
  // Its effects send word to queues.
  sweep: 405_000,
  events: 350_000,
  normalise: 650_000,
  replay: 650_000,
  // Words for what each adapter complains of.
  office: 745_000,
  plan: 360_000,
  // Every fetcher with what reads its pages, and axios: called each minute, it hardly ever starts cold.
  ...Object.fromEntries(fetching.map(({ platform }) => [`collect-${platform}`, 1_030_000])),
  collection: 565_000,
  settlement: 685_000,
  // Reads and writes tables.
  deposits: 760_000,
  // Reads lists of results again.
  reconciliation: 870_000,
  'same-asset': 530_000,
  // A mail library.
  notices: 640_000,
  'notices-desk': 520_000,
  compare: 1_500_000,
  // A quarter of it is a list of media types that axios brings along and nobody reads.
  signin: 600_000,
};
export const BUDGET = 300_000;
