import type { Caller } from '#shared/domain/caller.ts';
import { PERSON_ROLES } from '#shared/domain/people/role.ts';
import { nextOf } from '#shared/domain/placement/next.ts';
import { PLACEMENT_STATES, type Placement } from '#shared/domain/placement/placement.ts';
import type { Command, Committed } from '#shared/services/events/aggregate.ts';
import { PLACEMENT_COMMANDS, type PlacementCommand } from '#shared/services/placement/allowed-placement.ts';
import { type BoardRow, readBoard } from '#shared/services/placement/board.ts';
import { type ConfirmAmendedBody, confirmAmended } from '#shared/services/placement/confirm-amended.ts';
import { dueOf, publishingOf } from '#shared/services/placement/due.ts';
import { type IdentifyBody, identifyLot } from '#shared/services/placement/identify-lot.ts';
import type { PlacementPorts } from '#shared/services/placement/placement-ports.ts';
import {
  askWithdrawal,
  confirmWithdrawn,
  type ReasonBody,
  resumePlacement,
  switchToHandoff,
} from '#shared/services/placement/reasoned-commands.ts';
import { readPlacement } from '#shared/services/placement/view.ts';
import { pausedPlatforms, readBreaker } from '#shared/services/platform-calls/breaker.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { PLACEMENT_ACTS } from '#web/pages/desk/placements/acts.tsx';
import { BoardPage } from '#web/pages/desk/placements/board-page.tsx';
import { PlacementPage } from '#web/pages/desk/placements/placement-page.tsx';
import { placementAddress } from '#web/pages/desk/placements/words.ts';
import { callerIn } from './admission.ts';
import { type Refusal, submitForm, versionTag } from './desk/desk-answers.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { refusedFor } from './desk/refused-for.ts';
import { deskAssets } from './desk/static.ts';

/** What the status board stands on. */
export type PlacementDeskPorts = DeskPorts & PlacementPorts;

/** Everybody reads what he may see of it; the office acts. */
export const PLACEMENTS_ACCESS: AccessTable = {
  'GET /desk/placements': PERSON_ROLES,
  'GET /desk/placements/:id': PERSON_ROLES,
  'POST /desk/placements/:id/resume': ['office'],
  'POST /desk/placements/:id/identify': ['office'],
  'POST /desk/placements/:id/switch': ['office'],
  'POST /desk/placements/:id/withdraw': ['office'],
  'POST /desk/placements/:id/amended': ['office'],
  'POST /desk/placements/:id/withdrawn': ['office'],
};

function placementIn(context: DeskContext): string {
  return context.req.param('id') ?? '';
}

/** The platforms of some lines, each once, in the order of their names. */
function platformsOf(rows: readonly BoardRow[]) {
  const names = new Map(rows.map(({ platform, platformName }) => [platform, platformName] as const));
  return [...names].toSorted(([, a], [, b]) => (a < b ? -1 : 1));
}

async function boardPage(context: DeskContext, ports: PlacementDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const all = await readBoard(caller, ports);
  const { state: wanted, platform: asked = '' } = context.req.query();
  const state = PLACEMENT_STATES.find((each) => each === wanted) ?? null;
  const platform = asked === '' ? null : asked;
  const rows = all.filter(
    (row) => (state === null || row.state === state) && (platform === null || row.platform === platform),
  );
  const platforms = platformsOf(all);
  const paused = await pausedPlatforms(
    ports,
    platforms.map(([id]) => id),
  );
  if (wantsJson(context)) return context.json({ placements: rows, paused: Object.fromEntries(paused) });
  const shown = { rows, filter: { state, platform }, platforms, paused };
  return context.html(BoardPage({ caller, assets: deskAssets, ...shown }));
}

async function pageOf(context: DeskContext, ports: PlacementDeskPorts, refused?: [PlacementCommand, Refusal]) {
  const caller = callerIn(context);
  const view = await readPlacement(caller, ports, placementIn(context));
  const { placement } = view;
  const now = ports.clock.now();
  const isDue = dueOf(ports, placement, now) !== null;
  const [command, refusal] = refused ?? [];
  const pausedUntil = placement.way === 'api' ? await readBreaker(ports, placement.platform) : null;
  return PlacementPage({
    view,
    pausedUntil,
    next: isDue ? nextOf(placement, publishingOf(ports, placement)) : null,
    now,
    formKey: ports.ids.next(),
    caller,
    assets: deskAssets,
    refused: command && refusal && { command, ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed },
  });
}

async function showPlacement(context: DeskContext, ports: PlacementDeskPorts): Promise<Response> {
  const view = await readPlacement(callerIn(context), ports, placementIn(context));
  context.header('etag', versionTag(view.placement.version));
  return wantsJson(context) ? context.json(view) : context.html(await pageOf(context, ports));
}

type Given = readonly [caller: Caller, ports: PlacementPorts, id: string, command: Command];
type Carry = (given: Given, form: FormReader) => Promise<Committed<Placement>>;

const LONGEST_REASON = 1000;
const LONGEST_ADDRESS = 2000;

function reasonIn(form: FormReader): ReasonBody {
  const reason = form.text('reason', { most: LONGEST_REASON }) ?? '';
  refuseFaults(form.errors);
  return { reason };
}

function lotIn(form: FormReader): IdentifyBody {
  const lot = { number: form.text('number') ?? '', url: form.text('url', { most: LONGEST_ADDRESS }) ?? '' };
  refuseFaults(form.errors);
  return lot;
}

function amendmentIn(form: FormReader): ConfirmAmendedBody {
  const number = form.whole('number', 1, 10_000);
  if (number === null) form.fault('number', '请写明是第几次变更');
  refuseFaults(form.errors);
  return { number: number ?? 0 };
}

/** What each form does; what is wrong with its fields the services say. */
const CARRY: Readonly<Record<PlacementCommand, Carry>> = {
  resume: (given, form) => resumePlacement(...given, reasonIn(form)),
  identify: (given, form) => identifyLot(...given, lotIn(form)),
  switch: (given, form) => switchToHandoff(...given, reasonIn(form)),
  'ask-withdrawal': (given, form) => askWithdrawal(...given, reasonIn(form)),
  'confirm-amended': (given, form) => confirmAmended(...given, amendmentIn(form)),
  'confirm-withdrawn': (given, form) => confirmWithdrawn(...given, reasonIn(form)),
};

async function carryOut(
  context: DeskContext,
  ports: PlacementDeskPorts,
  name: PlacementCommand,
  form: FormValues,
): Promise<Response> {
  const id = placementIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const given = [callerIn(context), ports, id, commandIn(context, form)] as const;
      const { version } = await CARRY[name](given, formReader(form));
      return { id, version };
    },
    next: () => placementAddress(id),
    again: (refusal) => pageOf(context, ports, [name, refusal]),
  });
}

/** Adds the status board, the page of each placement, and what the office does about it. */
export function addPlacementRoutes(app: DeskApp, given: () => PlacementDeskPorts): void {
  app.get('/desk/placements', (context) => boardPage(context, given()));
  app.get('/desk/placements/:id', (context) => showPlacement(context, given()));
  for (const name of PLACEMENT_COMMANDS) {
    app.post(`/desk/placements/:id${PLACEMENT_ACTS[name].path}`, async (context) =>
      carryOut(context, given(), name, await formIn(context)),
    );
  }
}
