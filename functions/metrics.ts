import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Middleware } from './middleware.ts';

/** Counters of the queue functions; what the HTTP functions do is counted by the gateway and by Lambda itself. */
export const metrics = new Metrics();

/** Writes out the metrics of an invocation; the library's own middleware complains on each that counted nothing. */
export function publishMetrics(): Middleware {
  const publish = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: publish, onError: publish };
}
