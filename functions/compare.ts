import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { feeSchedules } from '#adapters/fees.ts';
import { manifests } from '#adapters/manifests.ts';
import { factsReader } from '#shared/services/comparison/read-facts.ts';
import { createComparison } from './compare-app.ts';
import { base } from './middleware.ts';
import { once, snapshotPorts, systemClock } from './wiring.ts';

const serve = once(() =>
  handle(
    createComparison({
      readFacts: factsReader(snapshotPorts()),
      clock: systemClock,
      manifests,
      schedules: feeSchedules,
    }),
  ),
);

/** The comparison: pages, reports and the operator's API. */
export const handler = base((event: LambdaEvent) => serve()(event));
