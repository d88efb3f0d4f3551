import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { fetching } from '#adapters/fetching.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import type { PlanPorts } from '#shared/services/collection/collection-ports.ts';
import { planCollection } from '#shared/services/collection/plan.ts';
import { lotsReader } from '#shared/services/feed/lots-reader.ts';
import { sendCollect } from './collect-queues.ts';
import { metrics, publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { once, snapshotPorts } from './wiring.ts';

const caller = systemCaller('plan');

const ports = once((): PlanPorts => {
  const snapshots = snapshotPorts();
  const { records, clock } = snapshots;
  return { records, clock, lots: lotsReader(snapshots), fetching, send: sendCollect, log };
});

/** Every minute: what is to be read of every platform in the next two. */
export const handler = base(async () => {
  const { platforms, due, sent } = await planCollection(caller, ports());
  if (due > 0) log.info('collection planned', { platforms, due, sent });
  metrics.addMetric('ReadingsDue', MetricUnit.Count, due);
  metrics.addMetric('ReadingsPlanned', MetricUnit.Count, sent);
}, publishMetrics());
