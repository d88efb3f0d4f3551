import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { PERSON_ROLES } from '#shared/domain/people/role.ts';
import { MILESTONES } from '#shared/domain/settlement/milestone.ts';
import { PURPOSES } from '#shared/domain/settlement/party.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { isLease } from '#shared/services/contract/proposal.ts';
import { findFile } from '#shared/services/desk/files/file-record.ts';
import { listOwners } from '#shared/services/desk/owner/read-owner.ts';
import { BOARD_STATES, readSettlements, type SettlementRow } from '#shared/services/settlement/board.ts';
import type { PartyPorts } from '#shared/services/settlement/sealed-party.ts';
import type { SettlementPorts } from '#shared/services/settlement/settlement-ports.ts';
import { readSettlement, type SettlementView } from '#shared/services/settlement/view.ts';
import { readWinner } from '#shared/services/settlement/winner.ts';
import { filesIn, withAttached } from '#web/pages/desk/files/files-in.ts';
import { formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { SettlementActPage } from '#web/pages/desk/settlement/act-page.tsx';
import { SettlementBoardPage } from '#web/pages/desk/settlement/board-page.tsx';
import { SettlementPage } from '#web/pages/desk/settlement/lot-page.tsx';
import { PartyPage } from '#web/pages/desk/settlement/winner.tsx';
import {
  ACTS_IN_ORDER,
  SETTLEMENT_ACTS,
  type SettlementAct,
  settlementAddress,
} from '#web/pages/desk/settlement/words.ts';
import { callerIn } from './admission.ts';
import { type Refusal, submitForm, versionTag } from './desk/desk-answers.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';
import { CARRY_SETTLEMENT } from './settlement-acts.ts';
import { refusedWhy } from './settlement-refusal.ts';

/** What the pages of what follows a sale stand on. */
export type SettlementDeskPorts = DeskPorts & SettlementPorts & PartyPorts;

/** Who records after a sale; whose lot, and what of it, the services decide. */
const KEEPERS = ['office', 'village-clerk', 'owner-clerk', 'platform-operator'] as const;

/** Everybody reads what he may see of it. */
export const SETTLEMENT_ACCESS: AccessTable = {
  'GET /desk/settlement': PERSON_ROLES,
  'GET /desk/settlement/:lot': PERSON_ROLES,
  'GET /desk/settlement/:lot/do/:act': KEEPERS,
  'POST /desk/settlement/:lot/do/:act': KEEPERS,
  'POST /desk/settlement/:lot/winner': ['office', 'village-clerk', 'owner-clerk'],
};

function lotIn(context: DeskContext): string {
  return context.req.param('lot') ?? '';
}

/** @throws AppError `RESOURCE.NOT_FOUND` for an act there is not */
function actIn(context: DeskContext): SettlementAct {
  const act = ACTS_IN_ORDER.find((each) => each === context.req.param('act'));
  if (act === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such act');
  return act;
}

/** The platforms of some lines, each once, in the order of their names. */
function platformsOf(rows: readonly SettlementRow[]) {
  const names = new Map(rows.map(({ platform, platformName }) => [platform, platformName] as const));
  return [...names].toSorted(([, a], [, b]) => (a < b ? -1 : 1));
}

async function boardPage(context: DeskContext, ports: SettlementDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const all = await readSettlements(caller, ports);
  const { state: wanted, platform = '', township: place = '' } = context.req.query();
  const filter = {
    state: BOARD_STATES.find((each) => each === wanted) ?? null,
    platform: platform === '' ? null : platform,
    township: HOME_DISTRICT.townships.find(({ code }) => code === place)?.code ?? null,
  };
  const rows = all.filter(
    (row) =>
      (filter.state === null || row.state === filter.state) &&
      (filter.platform === null || row.platform === filter.platform) &&
      (filter.township === null || row.township === filter.township),
  );
  if (wantsJson(context)) return context.json({ settlements: rows });
  return context.html(SettlementBoardPage({ caller, assets: deskAssets, rows, filter, platforms: platformsOf(all) }));
}

function platformName({ platforms }: SettlementDeskPorts, { card }: SettlementView): string {
  return platforms.find(({ id }) => id === card.platform)?.name ?? card.platform;
}

async function lotPage(context: DeskContext, ports: SettlementDeskPorts, refusal?: Refusal) {
  const caller = callerIn(context);
  const view = await readSettlement(caller, ports, lotIn(context));
  return SettlementPage({
    caller,
    assets: deskAssets,
    view,
    platformName: platformName(ports, view),
    formKey: ports.ids.next(),
    mayEnterContract:
      view.status === 'sold' && isLease(view.card) && view.may.includes('recorded') && view.owner !== null,
    refused: refusal && refusedWhy(refusal),
  });
}

/** What programs read of a lot: as the page, papers by id. */
function toJson({ card, settlement, standings, timeline, winner, may, status, owner }: SettlementView) {
  const deeds = timeline.map(({ at, byName, event }) => ({ at, byName, ...event }));
  return {
    lot: card.lotId,
    status,
    owner: owner?.id ?? null,
    version: settlement.version,
    standings,
    winner,
    may,
    deeds,
  };
}

async function showLot(context: DeskContext, ports: SettlementDeskPorts): Promise<Response> {
  const view = await readSettlement(callerIn(context), ports, lotIn(context));
  context.header('etag', versionTag(view.settlement.version));
  return wantsJson(context) ? context.json(toJson(view)) : context.html(await lotPage(context, ports));
}

async function actPage(context: DeskContext, ports: SettlementDeskPorts, act: SettlementAct, refusal?: Refusal) {
  const caller = callerIn(context);
  const view = await readSettlement(caller, ports, lotIn(context));
  if (!view.may.includes(SETTLEMENT_ACTS[act].type) && refusal === undefined) {
    throw new AppError('RESOURCE.NOT_FOUND', 'nothing of the kind can be done now');
  }
  const { pathname, search, searchParams } = new URL(context.req.url);
  const named = refusal === undefined ? [] : filesIn(refusal.typed, 'document');
  const ids = withAttached(context.req.url, 'document', named).slice(-1);
  const files = (await Promise.all(ids.map((id) => findFile(ports.records, id)))).flatMap((found) => found?.file ?? []);
  const refused = refusal && refusedWhy(refusal);
  return SettlementActPage({
    ...{ caller, assets: deskAssets, act, view },
    formKey: ports.ids.next(),
    here: `${pathname}${search}`,
    // Of a refused form the version the person saw, so that what was overtaken stays refused.
    version: Number(refusal?.typed['_version'] ?? view.settlement.version),
    milestone: MILESTONES.find((each) => each === searchParams.get('milestone')) ?? null,
    files: files.filter(({ ownerId }) => ownerId === view.owner?.id),
    owners: act === 'owner' ? await listOwners(caller, ports) : [],
    typed: refusal?.typed,
    errors: refused?.errors,
    refusedTitle: refused?.title,
  });
}

async function carryOut(context: DeskContext, ports: SettlementDeskPorts): Promise<Response> {
  const act = actIn(context);
  const form = await formIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const command = commandIn(context, form);
      const given = [callerIn(context), ports, lotIn(context), command] as const;
      const { version } = await CARRY_SETTLEMENT[act](given, formReader(form));
      return { id: lotIn(context), version };
    },
    next: ({ id }) => settlementAddress(id),
    again: (refusal) => actPage(context, ports, act, refusal),
  });
}

async function showWinner(context: DeskContext, ports: SettlementDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const form = formReader(await formIn(context));
  const purpose = form.choice('purpose', PURPOSES);
  if (purpose === null) form.fault('purpose', '请选择用途');
  refuseFaults(form.errors);
  if (purpose === null) throw new TypeError('what is missing was refused');
  const party = await readWinner(caller, ports, lotIn(context), purpose);
  if (wantsJson(context)) return context.json({ purpose, party });
  const back = settlementAddress(lotIn(context));
  return context.html(
    PartyPage({ caller, assets: deskAssets, here: 'settlement', what: '竞得人', party, purpose, back }),
  );
}

/** Adds what follows a sale: the board, a lot's page, what is recorded, the winner. */
export function addSettlementRoutes(app: DeskApp, given: () => SettlementDeskPorts): void {
  app.get('/desk/settlement', (context) => boardPage(context, given()));
  app.get('/desk/settlement/:lot', (context) => showLot(context, given()));
  app.get('/desk/settlement/:lot/do/:act', async (context) =>
    context.html(await actPage(context, given(), actIn(context))),
  );
  app.post('/desk/settlement/:lot/do/:act', (context) => carryOut(context, given()));
  app.post('/desk/settlement/:lot/winner', (context) => showWinner(context, given()));
}
