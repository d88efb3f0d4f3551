import { parsePeriod, presetPeriod } from '#shared/domain/comparison/period.ts';
import { CLOSING_REASONS, ITEM_STATUSES } from '#shared/domain/reconciliation/events.ts';
import { ITEM_KINDS } from '#shared/domain/reconciliation/item-id.ts';
import type { StatedTotals } from '#shared/domain/reconciliation/stated-totals.ts';
import { TOTALS_MEASURES } from '#shared/domain/reconciliation/totals-lines.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { type BoardQuery, readBoard } from '#shared/services/reconciliation/board.ts';
import { type CloseBody, closeItem, type EnterBody, enterTotals } from '#shared/services/reconciliation/commands.ts';
import type { ReconciliationPorts } from '#shared/services/reconciliation/reconciliation-ports.ts';
import { readItem } from '#shared/services/reconciliation/view.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { BoardPage } from '#web/pages/desk/reconciliation/board-page.tsx';
import { EnterPage } from '#web/pages/desk/reconciliation/enter-page.tsx';
import { ItemPage } from '#web/pages/desk/reconciliation/item-page.tsx';
import { itemAddress } from '#web/pages/desk/reconciliation/words.ts';
import { callerIn } from './admission.ts';
import { type Refusal, submitForm, versionTag } from './desk/desk-answers.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { refusedFor } from './desk/refused-for.ts';
import { deskAssets } from './desk/static.ts';

/** What the reconciliation pages stand on. */
export type ReconciliationDeskPorts = DeskPorts & ReconciliationPorts;

const READERS = ['office', 'auditor'] as const;

/** The office reconciles, the audit reads. */
export const RECONCILIATION_ACCESS: AccessTable = {
  'GET /desk/reconciliation': READERS,
  'GET /desk/reconciliation/item': READERS,
  'POST /desk/reconciliation/close': ['office'],
  'GET /desk/reconciliation/enter': ['office'],
  'POST /desk/reconciliation/enter': ['office'],
};

const LONGEST_TEXT = 2_000;

function platformsOf({ platforms }: ReconciliationDeskPorts) {
  return platforms.map(({ id, name }) => [id, name] as const);
}

/** The year so far unless days are named; as on the comparison, it ends with the newest fact. */
async function queryIn(context: DeskContext, ports: ReconciliationDeskPorts): Promise<BoardQuery> {
  const { platform = '', from = '', to = '', kind, status } = context.req.query();
  const named = from === '' && to === '' ? null : parsePeriod(from, to);
  if (named === undefined) {
    throw invalidRequest('the period is not understood', [{ parameter: 'from', detail: '请写明起止日期,先后不颠倒' }]);
  }
  const newest = named === null ? (await ports.readFacts(callerIn(context))).at : null;
  return {
    platform: platform === '' ? null : platform,
    period: named ?? presetPeriod('year-to-date', newest ?? ports.clock.now()),
    kind: ITEM_KINDS.find((each) => each === kind) ?? null,
    status: ITEM_STATUSES.find((each) => each === status) ?? null,
  };
}

async function boardPage(context: DeskContext, ports: ReconciliationDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const query = await queryIn(context, ports);
  const board = await readBoard(caller, ports, query);
  if (wantsJson(context)) return context.json({ period: query.period, ...board });
  return context.html(BoardPage({ caller, assets: deskAssets, board, query, platforms: platformsOf(ports) }));
}

async function pageOf(context: DeskContext, ports: ReconciliationDeskPorts, id: string, refusal?: Refusal) {
  const caller = callerIn(context);
  const view = await readItem(caller, ports, id);
  const refused = refusal && { ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed };
  return ItemPage({ caller, assets: deskAssets, view, formKey: ports.ids.next(), refused });
}

async function showItem(context: DeskContext, ports: ReconciliationDeskPorts): Promise<Response> {
  const id = context.req.query('id') ?? '';
  if (!wantsJson(context)) return context.html(await pageOf(context, ports, id));
  const { titles, ...view } = await readItem(callerIn(context), ports, id);
  context.header('etag', versionTag(view.item.version));
  return context.json({ ...view, titles: Object.fromEntries(titles) });
}

function closingIn(form: FormReader): CloseBody & { readonly id: string } {
  const reason = form.choice('reason', CLOSING_REASONS);
  if (reason === null) form.fault('reason', '请选择了结原因');
  const words = form.text('words', { most: LONGEST_TEXT }) ?? '';
  const evidence = form.text('evidence', { most: LONGEST_TEXT }) ?? '';
  const said = { id: form.text('id', { most: LONGEST_TEXT }) ?? '', hash: form.text('hash') ?? '' };
  refuseFaults(form.errors);
  return { ...said, words, evidence, reason: reason ?? 'other' };
}

async function close(context: DeskContext, ports: ReconciliationDeskPorts): Promise<Response> {
  const form = await formIn(context);
  const id = typeof form['id'] === 'string' ? form['id'] : '';
  return submitForm(context, {
    form,
    act: async () => {
      const { id: named, ...body } = closingIn(formReader(form));
      const { version } = await closeItem(callerIn(context), ports, named, commandIn(context, form), body);
      return { id, version };
    },
    next: () => itemAddress(id),
    again: (refusal) => pageOf(context, ports, id, refusal),
  });
}

function totalsIn(form: FormReader): StatedTotals {
  const [from, to] = [form.day('from'), form.day('to')];
  if (from === null) form.fault('from', '请填写开始日期');
  if (to === null) form.fault('to', '请填写结束日期');
  const counted = TOTALS_MEASURES.map((measure) => {
    if (measure === 'amount') return [measure, form.yuan(measure)] as const;
    if (measure === 'meanPremium') return [measure, form.percent(measure)] as const;
    return [measure, form.whole(measure, 0, 10_000_000)] as const;
  });
  refuseFaults(form.errors);
  const said = Object.fromEntries(counted.filter(([, value]) => value !== null));
  return { ...said, from, to, scope: null } as StatedTotals;
}

function enteredIn(form: FormReader): EnterBody {
  const basis = form.choice('basis', ['platform', 'official'] as const) ?? 'official';
  const platform = form.text('platform', { required: '请选择平台' }) ?? '';
  const evidence = form.text('evidence', { most: LONGEST_TEXT, required: '请填写依据的文件' }) ?? '';
  return { platform, basis, evidence, totals: totalsIn(form) };
}

function enterForm(context: DeskContext, ports: ReconciliationDeskPorts, refusal?: Refusal) {
  const refused = refusal && { ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed };
  const caller = callerIn(context);
  return EnterPage({ caller, assets: deskAssets, platforms: platformsOf(ports), formKey: ports.ids.next(), refused });
}

async function enter(context: DeskContext, ports: ReconciliationDeskPorts, form: FormValues): Promise<Response> {
  return submitForm(context, {
    form,
    act: async () => {
      const body = enteredIn(formReader(form));
      const { state, version } = await enterTotals(callerIn(context), ports, commandIn(context, form), body);
      return { id: state.id, version };
    },
    next: ({ id }) => itemAddress(id),
    again: (refusal) => enterForm(context, ports, refusal),
  });
}

/** Adds the reconciliation board, the page of each item, and what the office does about it. */
export function addReconciliationRoutes(app: DeskApp, given: () => ReconciliationDeskPorts): void {
  app.get('/desk/reconciliation', (context) => boardPage(context, given()));
  app.get('/desk/reconciliation/item', (context) => showItem(context, given()));
  app.post('/desk/reconciliation/close', (context) => close(context, given()));
  app.get('/desk/reconciliation/enter', (context) => context.html(enterForm(context, given())));
  app.post('/desk/reconciliation/enter', async (context) => enter(context, given(), await formIn(context)));
}
