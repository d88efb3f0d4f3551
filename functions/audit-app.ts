import { etag } from 'hono/etag';
import { Hono } from 'hono/tiny';
import { streamName } from '#shared/domain/events/chain.ts';
import { STREAM_KINDS, type StreamId } from '#shared/domain/events/event.ts';
import { type LocalDate, parseBeijingDate } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import type { Hash } from '#shared/ports/ambient.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { readStreamPage } from '#shared/services/audit/read-streams.ts';
import { newestHeads, readDayPage } from '#shared/services/audit/sealed-days.ts';
import { auditAtom } from '#web/api/audit-atom.ts';
import { FEED_TYPE } from '#web/api/lots-atom.ts';
import { originOf } from '#web/api/origin.ts';
import { AuditPage } from '#web/pages/audit-page.tsx';
import { uuids } from './api-answers.ts';
import { type Bindings, callerOf } from './callers.ts';
import { PAGE_POLICY } from './guarded.ts';
import { answerThrown } from './page-problem.ts';

interface AuditPorts {
  readonly records: ItemStore;
  readonly hash: Hash;
}

/** Days on the page and in the feed. */
const DAYS_SHOWN = 60;

const AFTER_STREAM = new RegExp(`^(${STREAM_KINDS.join('|')})/(.{1,1500})$`, 'u');

function afterStream(text: string | undefined): StreamId | undefined {
  if (text === undefined) return undefined;
  const [, kind, id] = AFTER_STREAM.exec(text) ?? [];
  const known = STREAM_KINDS.find((one) => one === kind);
  if (known === undefined || id === undefined) throw notAfter('应为上一页答复中的 next。');
  return { kind: known, id };
}

function afterDay(text: string | undefined): LocalDate | undefined {
  if (text === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseBeijingDate(text) : undefined;
  if (day === undefined) throw notAfter('应为日期,如 2026-05-06。');
  return day;
}

function notAfter(detail: string): AppError {
  return invalidRequest('the place to go on from is unknown', [{ parameter: 'after', detail }]);
}

type AuditApp = Hono<{ Bindings: Bindings }>;

/** What the operator's programs read to check every log by themselves. */
function addApi(app: AuditApp, ports: () => AuditPorts): void {
  app.get('/v1/audit/streams', async (context) => {
    const after = afterStream(context.req.query('after'));
    const { streams, next } = await readStreamPage(callerOf(context.env.event), ports(), after);
    context.header('cache-control', 'no-store');
    return context.json({ streams, next: next === null ? null : streamName(next) });
  });
  app.get('/v1/audit/days', async (context) => {
    const after = afterDay(context.req.query('after'));
    context.header('cache-control', 'no-store');
    return context.json(await readDayPage(callerOf(context.env.event), ports(), after));
  });
}

/** What everybody may see: the heads of the last days, as a page and as a feed. */
function addPages(app: AuditApp, ports: () => AuditPorts, stylesheet: string): void {
  app.get('/audit', etag(), async (context) => {
    context.header('cache-control', 'no-cache');
    return context.html(AuditPage({ days: await newestHeads(ports(), DAYS_SHOWN), stylesheet }));
  });
  app.get('/audit.atom', etag(), async (context) => {
    const origin = originOf(context.req.raw.headers);
    const body = auditAtom(await newestHeads(ports(), DAYS_SHOWN), { origin, uuid: uuids(ports()) });
    return context.body(body, 200, { 'content-type': FEED_TYPE, 'cache-control': 'no-cache' });
  });
}

/** The days under seal for everybody, and whole logs for who checks them. */
export function createAudit(ports: () => AuditPorts, stylesheet: string): AuditApp {
  const app: AuditApp = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('content-security-policy', PAGE_POLICY);
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
  });
  addPages(app, ports, stylesheet);
  addApi(app, ports);
  app.onError((thrown, context) => answerThrown(thrown, context, stylesheet));
  app.notFound((context) => answerThrown(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context, stylesheet));
  return app;
}
