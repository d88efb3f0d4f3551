import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Log } from '#shared/ports/ambient.ts';

const logger = new Logger();
export const metrics = new Metrics();

/** Structured log; fields go with the one line, never with the process. */
export const log: Log = {
  info: (message, fields = {}) => logger.info(message, fields),
  warn: (message, fields = {}) => logger.warn(message, fields),
  error: (message, fields = {}) => logger.error(message, fields),
};

/** The chain around every handler: context on each log line, metrics flushed at the end. */
export function base<Event, Answer>(handler: (event: Event, context: Context) => Promise<Answer>) {
  return middy()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics, { captureColdStartMetric: true }))
    .handler(handler as (event: unknown, context: Context) => Promise<Answer>);
}
