import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { feeSchedules } from '#adapters/fees.ts';
import { manifests } from '#adapters/manifests.ts';
import { factsReader } from '#shared/services/comparison/read-facts.ts';
import { readLedger } from '#shared/services/quarantine/read-ledger.ts';
import { createComparison } from './compare-app.ts';
import { base } from './middleware.ts';
import { once, snapshotPorts, systemClock } from './wiring.ts';

const serve = once(() => {
  const ports = snapshotPorts();
  const platforms = manifests.map(({ id }) => id);
  return handle(
    createComparison({
      records: ports.records,
      hash: ports.hash,
      readFacts: factsReader(ports),
      readLedger: (caller) => readLedger(caller, ports, platforms),
      clock: systemClock,
      manifests,
      schedules: feeSchedules,
    }),
  );
});

/** The comparison: pages, reports and the operator's API. */
export const handler = base((event: LambdaEvent) => serve()(event));
