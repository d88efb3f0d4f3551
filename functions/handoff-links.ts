import { Hono } from 'hono/tiny';
import { packageOf } from '#shared/services/desk/handoff/hand-over-package.ts';
import { type OpenedLink, openLink } from '#shared/services/desk/handoff/one-time-link.ts';
import { readHandoff } from '#shared/services/desk/handoff/read-handoff.ts';
import { recordAddress } from '#shared/services/desk/handoff/record-address.ts';
import { printAddress } from '#shared/services/desk/handoff/stored-print.ts';
import { sheetOf } from '#web/handoff/sheet.ts';
import { OneTimePage } from '#web/pages/desk/handoff/one-time-page.tsx';
import { refuseCrossSite } from './cross-site.ts';
import { answerProblem, type Refusal, submitForm } from './desk/desk-answers.ts';
import { deskPolicy } from './desk/desk-app.ts';
import { commandIn, formIn } from './desk/desk-requests.ts';
import type { DeskApp, DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';
import type { HandoffDeskPorts } from './handoff-routes.ts';

function tokenIn(context: DeskContext): string {
  return context.req.param('token') ?? '';
}

function opened(context: DeskContext, ports: HandoffDeskPorts): Promise<OpenedLink> {
  return openLink(ports, tokenIn(context));
}

async function pageOf(context: DeskContext, ports: HandoffDeskPorts, refusal?: Refusal) {
  const { caller, listing, expiresAt, usedFor } = await opened(context, ports);
  const { form, source } = await readHandoff(caller, ports, listing.id);
  return OneTimePage({
    assets: deskAssets,
    token: tokenIn(context),
    sheet: sheetOf(form, source),
    hosts: ports.platforms.find(({ id }) => id === form.platform)?.hosts ?? [],
    expiresAt,
    usedFor,
    formKey: ports.ids.next(),
    refused: refusal && { title: refusal.problem.title, errors: refusal.errors, typed: refusal.typed },
  });
}

async function takeAddress(context: DeskContext, ports: HandoffDeskPorts): Promise<Response> {
  const form = await formIn(context);
  const { url } = form;
  return submitForm(context, {
    form,
    act: async () => {
      const { caller, listing } = await opened(context, ports);
      const handoff = await readHandoff(caller, ports, listing.id);
      const pasted = typeof url === 'string' ? url : '';
      const { version } = await recordAddress(caller, ports, handoff, commandIn(context, form), pasted);
      return { id: listing.id, version };
    },
    next: () => `/handoff/${tokenIn(context)}`,
    again: (refusal) => pageOf(context, ports, refusal),
  });
}

/** What opens with a one-time link: without login, for the link itself is the key. */
export function createLinks(given: () => HandoffDeskPorts, filesOrigin: () => string): DeskApp {
  const app: DeskApp = new Hono();
  app.use('/handoff/*', async (context, next) => {
    if (context.req.method === 'POST') refuseCrossSite((name) => context.req.header(name));
    await next();
    context.header('content-security-policy', deskPolicy(filesOrigin()));
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    // The address is the key: nobody we link to may read it.
    context.header('referrer-policy', 'same-origin');
  });
  app.get('/handoff/:token', async (context) => context.html(await pageOf(context, given())));
  app.get('/handoff/:token/package', async (context) => {
    const { caller, listing } = await opened(context, given());
    const { sha256, name } = packageOf(await readHandoff(caller, given(), listing.id));
    return context.redirect(await printAddress(given(), sha256, 'zip', name), 303);
  });
  app.post('/handoff/:token/address', (context) => takeAddress(context, given()));
  app.onError((thrown, context) => answerProblem(thrown, context));
  return app;
}
