import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { Hono } from 'hono/tiny';
import * as z from 'zod/mini';
import { manifests } from '#adapters/manifests.ts';
import { parseInstant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { timeOrderedIds } from '#shared/services/ids.ts';
import { readDocumentOutcome } from '#shared/services/read-document.ts';
import { type DocumentOffer, inviteDocument } from '#shared/services/receive-document.ts';
import { problemOf, problemResponse } from './answers.ts';
import { type Bindings, callerOf } from './callers.ts';
import { base } from './middleware.ts';
import { objectStore, once, recordsStore, systemClock, systemRandom } from './wiring.ts';

const Offer = z.object({
  platform: z.string(),
  kind: z.string(),
  observedAt: z.string(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  size: z.int().check(z.nonnegative()),
  source: z.string(),
  subject: z.exactOptional(z.string().check(z.minLength(1))),
});

const ports = once(() => ({
  records: recordsStore(),
  documents: objectStore('DOCUMENTS_BUCKET'),
  clock: systemClock,
  ids: timeOrderedIds(systemClock, systemRandom),
  manifests,
}));

function parseOffer(body: unknown): DocumentOffer {
  const parsed = z.safeParse(Offer, body);
  const observedAt = parsed.success ? parseInstant(parsed.data.observedAt) : undefined;
  if (!parsed.success || observedAt === undefined) {
    const issues = parsed.success ? [{ path: ['observedAt'], message: 'not a time' }] : parsed.error.issues;
    const faults = issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message }));
    throw invalidRequest('the document offer is not complete', faults);
  }
  return { ...parsed.data, observedAt };
}

const app = new Hono<{ Bindings: Bindings }>();

app.post('/v1/documents', async (context) => {
  const body: unknown = await context.req.json().catch(() => undefined);
  const invitation = await inviteDocument(callerOf(context.env.event), ports(), parseOffer(body));
  return context.json(invitation, 201);
});

app.get('/v1/documents/:id', async (context) => {
  const outcome = await readDocumentOutcome(callerOf(context.env.event), ports(), context.req.param('id'));
  return context.json(outcome);
});

app.onError((thrown, context) => problemResponse(problemOf(thrown, context)));
app.notFound((context) => problemResponse(problemOf(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context)));

/** The door: invites documents and tells what became of them. */
const serve = handle(app);
export const handler = base((event: LambdaEvent) => serve(event));
