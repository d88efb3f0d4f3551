import type { Note } from '../../domain/asset/note.ts';
import type { Caller } from '../../domain/caller.ts';
import { closes } from '../../domain/deposits/columns.ts';
import { type DepositHolder, type DepositsEvent, isBidderNumber, MOVEMENTS } from '../../domain/deposits/events.ts';
import { accountKey, type DepositsLedger, enteredAccounts, foldDeposits } from '../../domain/deposits/ledger.ts';
import { parseLotId } from '../../domain/lot-id.ts';
import { fen, formatYuan } from '../../domain/money.ts';
import { actorOf } from '../../domain/people/reach.ts';
import { beijingDate, type LocalDate } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { refuseFaults } from '../desk/asset/refuse-faults.ts';
import { readFile } from '../desk/files/read-file.ts';
import { requireText } from '../desk/listing/require-text.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { depositsAggregate } from './deposits-aggregate.ts';
import { findLotCard } from './find-lot-card.ts';
import { mayRecord, maySeeDeposits } from './may-see-deposits.ts';

/** What a person records by hand. */
export type RecordedDeposit = Exclude<DepositsEvent, { type: 'imported' }>;

function holderOf(event: RecordedDeposit, ledger: DepositsLedger | undefined): DepositHolder | undefined {
  if (event.type === 'term-stated') return 'centre';
  if (event.type !== 'corrected') return event.data.holder;
  return ledger?.entries.find(({ number }) => number === event.data.entry)?.holder;
}

function faultsOf(event: RecordedDeposit, today: LocalDate): readonly Note[] {
  if (event.type === 'corrected') return [];
  if (event.type === 'term-stated') {
    const { value } = event.data;
    return Number.isSafeInteger(value) && value >= 1 && value <= 365
      ? []
      : [{ pointer: '/value', sentence: '请填写 1 至 365 的整数' }];
  }
  const { bidder, day } = event.data;
  const isZero = 'amount' in event.data && event.data.amount <= 0;
  return [
    ...(isBidderNumber(bidder)
      ? []
      : [{ pointer: '/bidder', sentence: '只填竞买号(至多三位字母加一至八位数字),不得填姓名、电话' }]),
    ...(day > today ? [{ pointer: '/day', sentence: '日期不能晚于今天' }] : []),
    ...(isZero ? [{ pointer: '/amount', sentence: '金额应大于零' }] : []),
  ];
}

function requireReason(event: RecordedDeposit): void {
  if (event.type === 'corrected') requireText('/reason', event.data.reason, '请写明为什么作废这一笔。');
  if (event.type === 'forfeited') requireText('/reason', event.data.reason, '请写明没收的原因。');
  if (event.type === 'term-stated') requireText('/source', event.data.source, '请写明约定见于何处。');
}

function unbalanced(pointer: string, detail: string): AppError {
  return new AppError('DEPOSITS.UNBALANCED', 'an account of deposits would not close', {
    details: { errors: [{ pointer, detail }] },
  });
}

/** Refuses what would leave an account with less than nothing in a column. */
function requireClosing(event: RecordedDeposit, before: DepositsLedger | undefined, after: DepositsLedger): void {
  const accounts = enteredAccounts(after.entries);
  if (event.type === 'corrected') {
    const open = [...accounts].find(([, columns]) => !closes(columns));
    if (open)
      throw unbalanced(
        '/reason',
        `作废后竞买号 ${open[0].split('@')[0]} 转出、退还、没收之和会大于已交,请先作废后来的一笔`,
      );
    return;
  }
  if (!MOVEMENTS.some((type) => type === event.type) || !('bidder' in event.data)) return;
  const key = accountKey(event.data);
  const columns = accounts.get(key);
  if (columns === undefined || closes(columns)) return;
  const held = enteredAccounts(before?.entries ?? []).get(key)?.held ?? fen(0);
  throw unbalanced('/amount', `竞买号 ${event.data.bidder} 在该保管方只有 ${formatYuan(held)} 元在途`);
}

function requireEntry(event: RecordedDeposit, ledger: DepositsLedger | undefined): void {
  if (event.type !== 'corrected') return;
  const entry = ledger?.entries.find(({ number }) => number === event.data.entry);
  if (entry === undefined) refuseFaults([{ pointer: '/entry', sentence: '没有这一笔' }]);
  if (entry?.struck) throw new AppError('SETTLEMENT.STATE', 'the entry was struck before');
}

/**
 * Records what happened to a deposit, strikes out an entry, or states what was agreed for the lot. The office records
 * everything; a township's reviewer what his township holds.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `FORM.INVALID`, `DEPOSITS.UNBALANCED` when what was paid would not be
 * the sum of what became of it, `SETTLEMENT.STATE` for an entry struck before, and what `commit` throws
 */
export async function recordDeposit(
  caller: Caller,
  ports: EventPorts,
  text: string,
  command: Command,
  event: RecordedDeposit,
): Promise<Committed<DepositsLedger>> {
  const lotId = parseLotId(text);
  const card = lotId && (await findLotCard(ports.records, lotId));
  if (lotId === undefined || card === undefined || !maySeeDeposits(caller, card)) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no such lot');
  }
  const today = beijingDate(ports.clock.now());
  const mayWrite = (holder: DepositHolder) => mayRecord(caller, card, holder, today);
  const any = mayWrite('township');
  if (any === undefined) throw denied();
  refuseFaults(faultsOf(event, today));
  requireReason(event);
  if ('file' in event.data && event.data.file !== null) await readFile(caller, ports, event.data.file);
  return commit(ports, depositsAggregate, lotId, { caller, actor: actorOf(caller, any) }, command, (ledger, at) => {
    requireEntry(event, ledger);
    const holder = holderOf(event, ledger);
    const assignment = holder && mayWrite(holder);
    if (assignment === undefined) throw denied();
    const sequence = (ledger?.version ?? 0) + 1;
    const logged = { sequence, at, by: actorOf(caller, assignment), command: { id: '', sha256: '' }, event };
    requireClosing(event, ledger, foldDeposits(ledger, { ...logged, previous: '', hash: '' }, lotId));
    return event;
  });
}

function denied(): AppError {
  return new AppError('ACCESS.DENIED', 'only the office, and townships for what they hold, record deposits');
}
