import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { manifests } from '#adapters/manifests.ts';
import { createApi } from './api-app.ts';
import { readCatalogue } from './catalogue.ts';
import { base } from './middleware.ts';
import { once, recordsStore, sha256, systemClock } from './wiring.ts';

const serve = once(() => {
  const records = recordsStore();
  return handle(createApi({ records, readCatalogue: readCatalogue(), clock: systemClock, hash: sha256, manifests }));
});

/** The public API under /v1. */
export const handler = base((event: LambdaEvent) => serve()(event));
