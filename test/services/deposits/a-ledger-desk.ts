import { type LotCard, toLotCard } from '#shared/domain/lot-card.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { addMs } from '#shared/domain/time.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { depositsChanged } from '#shared/services/deposits/deposits-cards.ts';
import type { RecordedDeposit } from '#shared/services/deposits/record-deposits.ts';
import { keys } from '#shared/services/records/keys.ts';
import { type LotRecord, toLotItem } from '#shared/services/records/lot-record.ts';
import { keepStatement } from '#shared/services/records/side-statement.ts';
import { aListingDesk, PUBLIC } from '#test/support/desk.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { beijing } from '#test/support/round-facts.ts';

export const LOT = toLotId(PUBLIC, 'WX-1');

/** A lot of 织里镇 as its record has it. */
export async function putLot(
  records: ItemStore,
  externalId: string,
  status: LotStatus,
  facts: Partial<LotFacts>,
): Promise<LotCard> {
  const stamp = { at: START, rank: 5, document: 'document-000' };
  const known: Partial<LotFacts> = {
    title: `${externalId} 鱼塘`,
    tradeCategory: 'collective',
    divisionCode: '330502100214',
    endsAt: beijing('2024-04-30 12:00'),
    ...facts,
  };
  const state = mergeLot(unknownLot(PUBLIC, externalId), { externalId, status, facts: known }, stamp);
  const lotId = toLotId(PUBLIC, externalId);
  const record: LotRecord = { lotId, version: 1, generation: 1, state, chunks: [], bidCount: 0, lastDocument: 'd' };
  await records.put(toLotItem(record), 'any');
  return toLotCard(state, 1, 0);
}

/** The platform states that a bidder of WX-1 paid 300 元, of which so much went back. */
export function stateDeposit(
  records: ItemStore,
  bidder: string,
  refunded: number,
  minutes: number,
  setAside: number,
): Promise<unknown> {
  const row = { bidder, paid: fen(300_00), converted: fen(0), refunded: fen(refunded), forfeited: fen(0) };
  const deposits = [{ ...row, held: fen(300_00 - refunded) }];
  const stamp = { at: addMs(START, minutes * 60_000), rank: 40, document: `document-${minutes}` };
  const says = { externalId: 'WX-1', deposits, setAside };
  return keepStatement(records, { key: keys.statedDeposits(PUBLIC, LOT), says }, stamp);
}

/** A desk with a lot that passed in, WX-1 of 织里镇, and what the platform states of deposits. */
export async function aLedgerDesk() {
  const desk = await aListingDesk();
  const { records } = desk;
  const cards = new Map<string, LotCard>();
  const addLot = async (externalId: string, status: LotStatus = 'passed-in', facts: Partial<LotFacts> = {}) => {
    const card = await putLot(records, externalId, status, facts);
    cards.set(card.lotId, card);
  };
  await addLot('WX-1');
  const ports = { ...desk.ports, lots: async () => cards, effects: { deposits: depositsChanged } };
  const state = (bidder: string, refunded: number, minutes = 0, setAside = 0) =>
    stateDeposit(records, bidder, refunded, minutes, setAside);
  return { ...desk, ports, addLot, state };
}

/** A movement of 300 元 held by the township. */
export function moved(
  type: 'paid' | 'refunded',
  of: Partial<Extract<RecordedDeposit, { type: 'paid' }>['data']> = {},
): RecordedDeposit {
  const day = '2024-05-06' as Extract<RecordedDeposit, { type: 'paid' }>['data']['day'];
  return { type, data: { bidder: 'A1', holder: 'township', day, amount: fen(300_00), file: null, ...of } };
}
