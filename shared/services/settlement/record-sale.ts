import type { Caller } from '../../domain/caller.ts';
import { isOutcome } from '../../domain/lot-status.ts';
import { mayRecordResult } from '../../domain/settlement/outcome.ts';
import type { RecordedDefault, RecordedSale, Settlement } from '../../domain/settlement/settlement.ts';
import { findOwner } from '../desk/owner/read-owner.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changeSettlement, type Deciding, wrongSettlementState } from './change-settlement.ts';
import { refuseField, requireAfterSale, requireDocument, requireSold, requireWords } from './requirements.ts';
import type { SettlementPorts } from './settlement-ports.ts';

type Ports = Omit<SettlementPorts, 'platforms' | 'lots'>;

/** More were never admitted to one auction; beyond it stands something else in the field. */
const MOST_BIDDERS = 100_000;

async function checkedSale(caller: Caller, ports: Ports, { known, at }: Deciding, body: RecordedSale) {
  if (isOutcome(known.card.status) && !known.isOutcomeOurs) throw wrongSettlementState('平台已报告结果,以平台为准');
  const { outcome, hammerFen, endedAt, bidders, note } = body;
  if (endedAt > at) refuseField('endedAt', '时间还没有到');
  if (outcome === 'sold' && (hammerFen === null || hammerFen <= 0)) refuseField('hammer', '成交的请填写成交价');
  if (outcome === 'passed-in' && hammerFen !== null) refuseField('hammer', '流拍的没有成交价');
  if (bidders !== null && (!Number.isSafeInteger(bidders) || bidders < 0 || bidders > MOST_BIDDERS)) {
    refuseField('bidders', '请填写竞买人数');
  }
  if (outcome === 'sold' && bidders === 0) refuseField('bidders', '成交的至少有一名竞买人');
  const document = await requireDocument(caller, ports, known, body.document);
  const words = note === null || note.trim() === '' ? null : requireWords('note', note, '');
  return { outcome, hammerFen, endedAt, bidders, document, note: words };
}

/**
 * Records how an on-site sale ended (现场拍卖结果), by its minutes or confirmation: also for a platform that reports nothing.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `SETTLEMENT.STATE` where the platform reported a result, one was
 * recorded or bidding runs, `SETTLEMENT.OWNER_UNKNOWN`, `FORM.INVALID`, `FILE.NOT_READY`, `FILE.REFUSED`, `COMMAND.CONFLICT`
 */
export function recordSale(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  body: RecordedSale,
): Promise<Committed<Settlement>> {
  return changeSettlement(caller, ports, lotId, command, {
    type: 'sale-recorded',
    event: async (deciding) => {
      const { known, settlement, at } = deciding;
      if (settlement.sales.length > 0) throw wrongSettlementState('结果已登记,有误请更正');
      if (isOutcome(known.card.status)) throw wrongSettlementState('平台已报告结果,以平台为准');
      if (!mayRecordResult(known.card, settlement, at)) throw wrongSettlementState('竞价还没有结束');
      return { type: 'sale-recorded', data: await checkedSale(caller, ports, deciding, body) };
    },
  });
}

/** Puts another result in the place of a wrong one; the older one stays in sight. @throws AppError as `recordSale` */
export function correctSale(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  body: RecordedSale & { readonly reason: string },
): Promise<Committed<Settlement>> {
  return changeSettlement(caller, ports, lotId, command, {
    type: 'sale-corrected',
    event: async (deciding) => {
      if (deciding.settlement.sales.length === 0) throw wrongSettlementState('还没有登记过结果,无从更正');
      if (deciding.settlement.defaulted !== null) throw wrongSettlementState('已登记悔拍');
      const reason = requireWords('reason', body.reason, '请写明更正的原因');
      return { type: 'sale-corrected', data: { ...(await checkedSale(caller, ports, deciding, body)), reason } };
    },
  });
}

/**
 * Records the buyer's default (悔拍). The record shows the lot as defaulted from then on; it is not taken back.
 * @throws AppError as `recordSale`; `SETTLEMENT.STATE` unless the lot is sold
 */
export function recordDefault(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  body: RecordedDefault,
): Promise<Committed<Settlement>> {
  return changeSettlement(caller, ports, lotId, command, {
    type: 'defaulted',
    event: async (deciding) => {
      const soldAt = requireSold(deciding);
      const reason = requireWords('reason', body.reason, '请写明悔拍的情况');
      requireAfterSale('on', body.on, soldAt, deciding.at);
      const document = await requireDocument(caller, ports, deciding.known, body.document);
      return { type: 'defaulted', data: { on: body.on, reason, document } };
    },
  });
}

/**
 * Names the owner of a lot that no listing of ours tells of, so that its papers have a place and its clerks see it.
 * @throws AppError `SETTLEMENT.STATE` where a listing says whose it is, `FORM.INVALID` for no owner there is
 */
export function nameOwner(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  { ownerId }: { readonly ownerId: string },
): Promise<Committed<Settlement>> {
  return changeSettlement(caller, ports, lotId, command, {
    type: 'owner-named',
    event: async ({ known }) => {
      if (known.listing !== null) throw wrongSettlementState('产权单位以挂牌为准');
      if ((await findOwner(ports, ownerId)) === undefined) refuseField('ownerId', '请选择产权单位');
      return { type: 'owner-named', data: { ownerId } };
    },
  });
}
