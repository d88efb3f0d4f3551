import { STATE_CALENDAR } from '../../domain/calendar/working-days.ts';
import type { Caller } from '../../domain/caller.ts';
import { accountsOf, type DepositAccount } from '../../domain/deposits/accounts.ts';
import { accountKey, type DepositsLedger } from '../../domain/deposits/ledger.ts';
import { refundDue } from '../../domain/deposits/refund-clock.ts';
import { type RefundPeriods, refundPeriods } from '../../domain/deposits/refund-periods.ts';
import type { DepositLine } from '../../domain/deposits/totals.ts';
import { type LotCard, NOTHING_KNOWN } from '../../domain/lot-card.ts';
import { type LotId, parseLotId } from '../../domain/lot-id.ts';
import { effectiveRules } from '../../domain/rules/effective.ts';
import type { EffectiveRule } from '../../domain/rules/override.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import { load } from '../events/load.ts';
import type { SettlementPorts } from '../settlement/settlement-ports.ts';
import { readStatedDeposits, readStatedLedger, type StatedLedger } from '../side-statements.ts';
import { depositsAggregate } from './deposits-aggregate.ts';
import { depositsCards } from './deposits-cards.ts';
import { findLotCard } from './find-lot-card.ts';
import { maySeeDeposits } from './may-see-deposits.ts';
import { winnerOf } from './winner-of.ts';

type Ports = Pick<SettlementPorts, 'records' | 'clock' | 'platforms' | 'lots'>;

/** A ledger some of whose rows, as the platform stated them, could not be taken (待核). */
export interface PartLedger {
  readonly lotId: string;
  readonly title: string | null;
  readonly setAside: number;
}

/** Every deposit the caller may know of. */
export interface AllDeposits {
  readonly lines: readonly DepositLine[];
  readonly incomplete: readonly PartLedger[];
  readonly now: Instant;
}

/** The deposits of one lot, with all that was said of them. */
export interface LotDeposits {
  readonly lotId: string;
  readonly card: LotCard | undefined;
  readonly ledger: DepositsLedger | undefined;
  readonly stated: StatedLedger | undefined;
  readonly lines: readonly DepositLine[];
  readonly periods: RefundPeriods;
  readonly winner: string | 'unknown';
  readonly now: Instant;
}

/** What the ledgers of one lot are read with. */
interface OneLot {
  readonly lotId: string;
  readonly card: LotCard | undefined;
  readonly ledger: DepositsLedger | undefined;
  readonly stated: StatedLedger | undefined;
}

function lineOf(
  { lotId, card, ledger }: OneLot,
  account: DepositAccount,
  { periods, unknown }: RefundPeriods,
  winner: string | 'unknown',
): DepositLine {
  const { bidder } = account;
  const receipt = ledger?.receipts[accountKey(account)] ?? null;
  const due = refundDue({ lot: card, bidder, winner, receipt, periods, unknown }, STATE_CALENDAR);
  const [platform = ''] = lotId.split('.');
  const endedOn = card?.endsAt == null ? null : beijingDate(card.endsAt);
  return { lotId, platform, title: card?.title ?? null, township: card?.township ?? null, endedOn, account, due };
}

/** The lines of one lot. Who won is looked up only where something is still held. */
async function readLines(ports: Pick<Ports, 'records'>, lot: OneLot, rules: readonly EffectiveRule[]) {
  const accounts = accountsOf(lot.ledger, lot.stated?.says.deposits);
  const isOpen = accounts.some(({ counted }) => counted.held > 0);
  const winner = isOpen ? await winnerOf(ports, lot.card, accounts) : 'unknown';
  const periods = refundPeriods(lot.card ?? NOTHING_KNOWN, rules, lot.ledger?.term ?? null);
  return { lines: accounts.map((account) => lineOf(lot, account, periods, winner)), periods, winner };
}

async function rulesNow(ports: Pick<Ports, 'records' | 'clock'>): Promise<readonly EffectiveRule[]> {
  const { value } = await readSettings(ports, 'rules');
  return effectiveRules(value, beijingDate(ports.clock.now()));
}

/** Every deposit the caller may know of, in order of lot and bidder (保证金总账). */
export async function readDeposits(caller: Caller, ports: Ports): Promise<AllDeposits> {
  const [cards, ledgers, rules] = await Promise.all([ports.lots(), depositsCards(ports), rulesNow(ports)]);
  const stated = await Promise.all(ports.platforms.map(({ id }) => readStatedDeposits(ports.records, id)));
  const byLot = new Map(stated.flat().map((one) => [one.lotId as string, one] as const));
  const lotIds = [...new Set([...byLot.keys(), ...ledgers.keys()])].toSorted();
  const visible = lotIds
    .map((lotId): OneLot => ({ lotId, card: cards.get(lotId), ledger: ledgers.get(lotId), stated: byLot.get(lotId) }))
    .filter(({ card }) => maySeeDeposits(caller, card));
  const lines = await Promise.all(visible.map(async (lot) => (await readLines(ports, lot, rules)).lines));
  const incomplete = visible.flatMap(({ lotId, card, stated: one }) => {
    const setAside = one?.says.setAside ?? 0;
    return setAside === 0 ? [] : [{ lotId, title: card?.title ?? null, setAside }];
  });
  return { lines: lines.flat(), incomplete, now: ports.clock.now() };
}

/**
 * The deposits of one lot (标的保证金台账), from the logs themselves. A lot without any is shown empty, to be begun.
 * @throws AppError `RESOURCE.NOT_FOUND`, also for who may not know of it
 */
export async function readLotDeposits(caller: Caller, ports: Ports, text: string): Promise<LotDeposits> {
  const lotId: LotId | undefined = parseLotId(text);
  const card = lotId && (await findLotCard(ports.records, lotId));
  if (lotId === undefined || !maySeeDeposits(caller, card)) throw noSuchLot();
  const [platform = ''] = lotId.split('.');
  const ledger = (await load(ports, depositsAggregate, lotId))?.state;
  const stated = await readStatedLedger(ports.records, platform, lotId);
  if (card === undefined && ledger === undefined && stated === undefined) throw noSuchLot();
  const lot: OneLot = { lotId, card, ledger, stated };
  return { ...lot, ...(await readLines(ports, lot, await rulesNow(ports))), now: ports.clock.now() };
}

function noSuchLot(): AppError {
  return new AppError('RESOURCE.NOT_FOUND', 'no such lot');
}
