import { DEPOSIT_HOLDERS } from '#shared/domain/deposits/events.ts';
import { REFUND_STARTS, TERM_UNITS } from '#shared/domain/deposits/refund-term.ts';
import { fen } from '#shared/domain/money.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { DEPOSIT_READERS, mayRecord } from '#shared/services/deposits/may-see-deposits.ts';
import { readLotDeposits } from '#shared/services/deposits/read-deposits.ts';
import { type RecordedDeposit, recordDeposit } from '#shared/services/deposits/record-deposits.ts';
import { readFiles } from '#shared/services/desk/files/read-file.ts';
import { knownLot } from '#shared/services/settlement/known-lot.ts';
import { type DepositForm, RECORD_KINDS, type RecordKind } from '#web/pages/desk/deposits/forms.tsx';
import { LotDepositsPage } from '#web/pages/desk/deposits/lot-page.tsx';
import { lotDepositsAddress } from '#web/pages/desk/deposits/words.ts';
import { filesIn, withAttached } from '#web/pages/desk/files/files-in.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { callerIn } from './admission.ts';
import type { DepositsDeskPorts } from './deposits-ports.ts';
import { type Refusal, submitForm, versionTag } from './desk/desk-answers.ts';
import { today } from './desk/desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { refusedFor } from './desk/refused-for.ts';
import { deskAssets } from './desk/static.ts';

const WRITERS = ['office', 'township-reviewer'] as const;

/** Who reads the deposits of a lot, and who records them; of which holder, the service decides. */
export const LOT_DEPOSITS_ACCESS: AccessTable = {
  'GET /desk/deposits/:lot': DEPOSIT_READERS,
  'POST /desk/deposits/:lot/entries': WRITERS,
  'POST /desk/deposits/:lot/strike': WRITERS,
  'POST /desk/deposits/:lot/term': ['office'],
};

const LONGEST_REASON = 1000;
/** Never written: a form without its day is refused. */
const NO_DAY = '' as LocalDate;

function lotIn(context: DeskContext): string {
  return context.req.param('lot') ?? '';
}

/** The owner of a lot, for the papers kept with it; `null`: nobody knows, or he is not the caller's business. */
async function ownerOf(context: DeskContext, ports: DepositsDeskPorts, lotId: string): Promise<string | null> {
  try {
    return (await knownLot(callerIn(context), ports, lotId)).owner?.id ?? null;
  } catch (thrown) {
    if (toAppError(thrown).code === 'RESOURCE.NOT_FOUND') return null;
    throw thrown;
  }
}

async function pageOf(context: DeskContext, ports: DepositsDeskPorts, refused?: [DepositForm, Refusal]) {
  const caller = callerIn(context);
  const view = await readLotDeposits(caller, ports, lotIn(context));
  const { card, lotId } = view;
  const [platform = ''] = lotId.split('.');
  const [form, refusal] = refused ?? [];
  const day = today(ports);
  const fileIds = withAttached(context.req.url, 'file', filesIn(refusal?.typed ?? {}, 'file'));
  return LotDepositsPage({
    caller,
    assets: deskAssets,
    view,
    platformName: ports.platforms.find(({ id }) => id === platform)?.name ?? platform,
    holders: card === undefined ? [] : DEPOSIT_HOLDERS.filter((holder) => mayRecord(caller, card, holder, day)),
    ownerId: await ownerOf(context, ports, lotId),
    files: await readFiles(caller, ports, fileIds),
    formKey: ports.ids.next(),
    refused: form && refusal && { form, ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed },
  });
}

async function show(context: DeskContext, ports: DepositsDeskPorts): Promise<Response> {
  if (!wantsJson(context)) return context.html(await pageOf(context, ports));
  const view = await readLotDeposits(callerIn(context), ports, lotIn(context));
  context.header('etag', versionTag(view.ledger?.version ?? 0));
  return context.json(view);
}

function recordIn(kind: RecordKind, form: FormReader): RecordedDeposit {
  const file = filesIn(form.values, 'file')[0] ?? null;
  const amount = kind === 'receipt' ? null : form.yuan('amount');
  const [bidder, holder, day] = [
    form.text('bidder', { required: '请填写竞买号' }),
    form.choice('holder', DEPOSIT_HOLDERS),
    form.day('day'),
  ];
  if (holder === null) form.fault('holder', '请选择保管方');
  if (day === null) form.fault('day', '请填写日期');
  if (amount === null && kind !== 'receipt') form.fault('amount', '请填写金额');
  const reason = form.text('reason', { most: LONGEST_REASON }) ?? '';
  refuseFaults(form.errors);
  const who = { bidder: bidder ?? '', holder: holder ?? 'centre', day: day ?? NO_DAY, file };
  const moved = { ...who, amount: amount ?? fen(0) };
  switch (kind) {
    case 'receipt':
      return { type: 'receipt', data: who };
    case 'price':
      return { type: 'converted', data: { ...moved, to: 'price' } };
    case 'bond':
      return { type: 'converted', data: { ...moved, to: 'performance-bond' } };
    case 'forfeited':
      return { type: 'forfeited', data: { ...moved, reason } };
    default:
      return { type: kind, data: moved };
  }
}

function termIn(form: FormReader): RecordedDeposit {
  const [from, unit, value] = [
    form.choice('from', REFUND_STARTS),
    form.choice('unit', TERM_UNITS),
    form.whole('value', 1, 365),
  ];
  if (from === null) form.fault('from', '请选择起算点');
  if (unit === null) form.fault('unit', '请选择单位');
  if (value === null) form.fault('value', '请填写 1 至 365 的整数');
  const source = form.text('source', { required: '请写明约定见于何处' }) ?? '';
  refuseFaults(form.errors);
  return { type: 'term-stated', data: { from: from ?? 'end', unit: unit ?? 'hour', value: value ?? 0, source } };
}

/** What each form records; what the ledger does not take the service says. */
const READ: Readonly<Record<DepositForm, (form: FormReader) => RecordedDeposit>> = {
  entries: (form) => {
    const kind = form.choice('kind', RECORD_KINDS);
    if (kind === null) form.fault('kind', '请选择事项');
    return recordIn(kind ?? 'paid', form);
  },
  strike: (form) => {
    const [entry, reason] = [form.text('entry') ?? '', form.text('reason', { most: LONGEST_REASON }) ?? ''];
    refuseFaults(form.errors);
    return { type: 'corrected', data: { entry, reason } };
  },
  term: termIn,
};

async function submit(context: DeskContext, ports: DepositsDeskPorts, name: DepositForm, form: FormValues) {
  const lotId = lotIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const event = READ[name](formReader(form));
      const { version } = await recordDeposit(callerIn(context), ports, lotId, commandIn(context, form), event);
      return { id: lotId, version };
    },
    next: () => lotDepositsAddress(lotId),
    again: (refusal) => pageOf(context, ports, [name, refusal]),
  });
}

/** Adds the deposits of one lot and what is recorded of them. */
export function addLotDepositsRoutes(app: DeskApp, given: () => DepositsDeskPorts): void {
  app.get('/desk/deposits/:lot', (context) => show(context, given()));
  for (const name of ['entries', 'strike', 'term'] as const) {
    app.post(`/desk/deposits/:lot/${name}`, async (context) => submit(context, given(), name, await formIn(context)));
  }
}
