import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { publishing } from '#adapters/publishing.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { wakeDue } from '#shared/services/placement/wake-due.ts';
import { metrics, publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { wake } from './placement-queues.ts';
import { once, recordsStore, systemClock } from './wiring.ts';

const caller = systemCaller('wake');

const ports = once(() => {
  const records = recordsStore();
  return { records, due: records, clock: systemClock, wake, publishing };
});

/** Every minute: placements for which something is due, whatever became of the message that said so. */
export const handler = base(async () => {
  const { woken } = await wakeDue(caller, ports());
  if (woken > 0) log.info('placements woken', { woken });
  metrics.addMetric('PlacementsWoken', MetricUnit.Count, woken);
}, publishMetrics());
