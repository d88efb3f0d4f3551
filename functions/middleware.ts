import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy, { type MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Log } from '#shared/ports/ambient.ts';

const logger = new Logger();

/** Structured log; fields go with the one line, never with the process. */
export const log: Log = {
  info: (message, fields = {}) => logger.info(message, fields),
  warn: (message, fields = {}) => logger.warn(message, fields),
  error: (message, fields = {}) => logger.error(message, fields),
};

/** What a handler may put around itself besides the base chain. */
export type Middleware = MiddlewareObj<unknown, unknown, Error, Context>;

/** The chain around every handler: the context of the call on each log line, then what the handler adds. */
export function base<Event, Answer>(
  handler: (event: Event, context: Context) => Promise<Answer>,
  ...more: readonly Middleware[]
) {
  return middy()
    .use(injectLambdaContext(logger))
    .use([...more])
    .handler(handler as (event: unknown, context: Context) => Promise<Answer>);
}
