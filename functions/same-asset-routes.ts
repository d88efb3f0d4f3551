import type { Decision } from '#shared/domain/same-asset/decision.ts';
import type { Command, Committed } from '#shared/services/events/aggregate.ts';
import { confirmPair, type ReasonedPairBody, refusePair, undoPair } from '#shared/services/same-asset/commands.ts';
import type { SameAssetPorts } from '#shared/services/same-asset/same-asset-ports.ts';
import { readPair, readSameAssetBoard } from '#shared/services/same-asset/view.ts';
import { type FormReader, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { BoardPage } from '#web/pages/desk/same-asset/board-page.tsx';
import { PairPage } from '#web/pages/desk/same-asset/pair-page.tsx';
import { pairAddress } from '#web/pages/desk/same-asset/words.ts';
import { callerIn } from './admission.ts';
import { type Refusal, submitForm, versionTag } from './desk/desk-answers.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { refusedFor } from './desk/refused-for.ts';
import { deskAssets } from './desk/static.ts';

/** What the pages of joined lots stand on. */
export type SameAssetDeskPorts = DeskPorts & SameAssetPorts;

const READERS = ['office', 'auditor'] as const;

/** The office decides, the audit reads. */
export const SAME_ASSET_ACCESS: AccessTable = {
  'GET /desk/same-asset': READERS,
  'GET /desk/same-asset/pair': READERS,
  'POST /desk/same-asset/confirm': ['office'],
  'POST /desk/same-asset/refuse': ['office'],
  'POST /desk/same-asset/undo': ['office'],
};

const LONGEST_ID = 800;
const LONGEST_REASON = 500;

function platformsOf({ platforms }: SameAssetDeskPorts) {
  return new Map(platforms.map((manifest) => [manifest.id, manifest]));
}

async function boardPage(context: DeskContext, ports: SameAssetDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const board = await readSameAssetBoard(caller, ports);
  if (wantsJson(context)) return context.json(board);
  return context.html(BoardPage({ caller, assets: deskAssets, board, platforms: platformsOf(ports) }));
}

type Sides = readonly [a: string, b: string];

async function pageOf(context: DeskContext, ports: SameAssetDeskPorts, [a, b]: Sides, refusal?: Refusal) {
  const caller = callerIn(context);
  const view = await readPair(caller, ports, a, b);
  const refused = refusal && { ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed };
  const platforms = platformsOf(ports);
  return PairPage({ caller, assets: deskAssets, view, platforms, formKey: ports.ids.next(), refused });
}

async function showPair(context: DeskContext, ports: SameAssetDeskPorts): Promise<Response> {
  const { a = '', b = '' } = context.req.query();
  if (!wantsJson(context)) return context.html(await pageOf(context, ports, [a, b]));
  const view = await readPair(callerIn(context), ports, a, b);
  context.header('etag', versionTag(view.decision?.version ?? 0));
  return context.json(view);
}

function bodyIn(form: FormReader): ReasonedPairBody {
  const [a, b, hash] = ['a', 'b', 'hash'].map((name) => form.text(name, { most: LONGEST_ID }) ?? '');
  const reason = form.text('reason', { most: LONGEST_REASON }) ?? '';
  refuseFaults(form.errors);
  return { a: a ?? '', b: b ?? '', hash: hash ?? '', reason };
}

type Act = (
  caller: ReturnType<typeof callerIn>,
  ports: SameAssetDeskPorts,
  command: Command,
  body: ReasonedPairBody,
) => Promise<Committed<Decision>>;

async function decide(context: DeskContext, ports: SameAssetDeskPorts, act: Act): Promise<Response> {
  const form = await formIn(context);
  const sideIn = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const sides: Sides = [sideIn('a'), sideIn('b')];
  return submitForm(context, {
    form,
    act: async () => {
      const { state, version } = await act(
        callerIn(context),
        ports,
        commandIn(context, form),
        bodyIn(formReader(form)),
      );
      return { id: state.id, version };
    },
    next: () => pairAddress(sides),
    again: (refusal) => pageOf(context, ports, sides, refusal),
  });
}

/** Adds the board of what may be one asset, the page of each pair, and what the office decides. */
export function addSameAssetRoutes(app: DeskApp, given: () => SameAssetDeskPorts): void {
  app.get('/desk/same-asset', (context) => boardPage(context, given()));
  app.get('/desk/same-asset/pair', (context) => showPair(context, given()));
  app.post('/desk/same-asset/confirm', (context) => decide(context, given(), confirmPair));
  app.post('/desk/same-asset/refuse', (context) => decide(context, given(), refusePair));
  app.post('/desk/same-asset/undo', (context) => decide(context, given(), undoPair));
}
