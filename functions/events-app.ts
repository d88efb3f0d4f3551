import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { InboundPorts } from '#shared/services/inbound/inbound-ports.ts';
import { takeMessage } from '#shared/services/inbound/take-message.ts';
import { problemOf, problemResponse } from './answers.ts';
import { log } from './middleware.ts';

const MOST_BODY_BYTES = 1024 * 1024;

/** @throws AppError `REQUEST.TOO_LARGE` */
async function bodyIn({ req }: Context): Promise<Uint8Array> {
  const stated = Number(req.header('content-length') ?? 0);
  const bytes = stated > MOST_BODY_BYTES ? undefined : new Uint8Array(await req.arrayBuffer());
  if (bytes === undefined || bytes.length > MOST_BODY_BYTES) {
    throw new AppError('REQUEST.TOO_LARGE', 'the body is too large', { details: { most: MOST_BODY_BYTES } });
  }
  return bytes;
}

/** What platforms push, over given ports. */
export function createEvents(given: () => InboundPorts): Hono {
  const app = new Hono();
  app.post('/v1/platforms/:id/events', async (context) => {
    const { req } = context;
    const message = {
      id: req.header('webhook-id') ?? '',
      timestamp: req.header('webhook-timestamp') ?? '',
      signature: req.header('webhook-signature') ?? '',
      bytes: await bodyIn(context),
    };
    const { status, documentId } = await takeMessage(PUBLIC_CALLER, given(), req.param('id'), message);
    log.info('a pushed message came', { status, documentId });
    return context.json({ status }, status === 'taken' ? 202 : 200);
  });
  app.onError((thrown, context) => problemResponse(problemOf(thrown, context)));
  app.notFound((context) => problemResponse(problemOf(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context)));
  return app;
}
