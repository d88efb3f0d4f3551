import type { Caller } from '../../domain/caller.ts';
import type { DeskFile } from '../../domain/files/file.ts';
import { isOutcome, type LotStatus } from '../../domain/lot-status.ts';
import { awaitsResult, mayRecordResult, outcomeOf, soldAtOf } from '../../domain/settlement/outcome.ts';
import type { MaskedParty } from '../../domain/settlement/party.ts';
import type { SettlementEvent, SettlementEventType } from '../../domain/settlement/settlement.ts';
import type { MilestoneStanding } from '../../domain/settlement/standing.ts';
import type { Instant } from '../../domain/time.ts';
import { findFile } from '../desk/files/file-record.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { readLog } from '../events/load.ts';
import { settlementActor } from './change-settlement.ts';
import { judgeLot, rulesOfToday } from './judge-lot.ts';
import { type KnownLot, knownLot } from './known-lot.ts';
import { maskedParty } from './sealed-party.ts';

/** One thing that happened after the sale. */
export interface SettlementDeed {
  readonly at: Instant;
  readonly byName: string;
  readonly event: SettlementEvent;
}

/** What follows the sale of one lot, as one caller may see it. */
export interface SettlementView extends KnownLot {
  readonly status: LotStatus;
  readonly soldAt: Instant | null;
  /** Bidding is over and nobody said how it ended. */
  readonly awaitsResult: boolean;
  readonly standings: readonly MilestoneStanding[];
  /** Masked; `null` where nobody was kept, or it was erased. */
  readonly winner: MaskedParty | null;
  /** In order of time, readings of the winner's particulars among them. */
  readonly timeline: readonly SettlementDeed[];
  /** Every paper it rests on, by id. */
  readonly documents: ReadonlyMap<string, DeskFile>;
  /** What the caller may do. */
  readonly may: readonly SettlementEventType[];
}

type Ports = Pick<EventPorts, 'records' | 'clock'>;

async function documentsOf(ports: Ports, events: readonly SettlementEvent[]): Promise<ReadonlyMap<string, DeskFile>> {
  const ids = new Set(events.flatMap(({ data }) => ('document' in data ? [data.document] : [])));
  const found = await Promise.all([...ids].map((id) => findFile(ports.records, id)));
  return new Map(found.flatMap((record) => (record === undefined ? [] : [[record.file.id, record.file] as const])));
}

/** What may still happen, whoever may do it. */
function possible(known: KnownLot, status: LotStatus, now: Instant): readonly SettlementEventType[] {
  const { card, settlement, isOutcomeOurs, listing } = known;
  const isSold = status === 'sold';
  const hasEntries = Object.keys(settlement.milestones).length > 0;
  const hasSale = settlement.sales.length > 0;
  const isOurs = isOutcomeOurs || !isOutcome(card.status);
  return [
    ...(isSold ? (['recorded', 'term-stated', 'winner-kept', 'defaulted'] as const) : []),
    ...(isSold && hasEntries ? (['corrected'] as const) : []),
    ...(!hasSale && mayRecordResult(card, settlement, now) ? (['sale-recorded'] as const) : []),
    ...(hasSale && isOurs && status !== 'defaulted' ? (['sale-corrected'] as const) : []),
    ...(listing === null ? (['owner-named'] as const) : []),
    ...(settlement.winner === null ? [] : (['winner-read'] as const)),
  ];
}

/**
 * What follows the sale of one lot.
 * @throws AppError `RESOURCE.NOT_FOUND` also for a lot the caller may not see
 */
export async function readSettlement(caller: Caller, ports: Ports, lotId: string): Promise<SettlementView> {
  const known = await knownLot(caller, ports, lotId);
  const { card, settlement, ours } = known;
  const now = ports.clock.now();
  const status = outcomeOf(card, settlement);
  const wasSold = status === 'sold' || status === 'defaulted';
  const log = await readLog<SettlementEvent>(ports, { kind: 'settlement', id: card.lotId });
  const { winner } = settlement;
  return {
    ...known,
    status,
    soldAt: soldAtOf(card, settlement),
    awaitsResult: awaitsResult(card, settlement, now),
    standings: wasSold ? judgeLot(card, settlement, { ours, rules: await rulesOfToday(ports), now }) : [],
    winner: winner === null ? null : await maskedParty(ports, card.lotId, winner.entry),
    timeline: log.map(({ at, by, event }) => ({ at, byName: by.name, event })),
    documents: await documentsOf(
      ports,
      log.map(({ event }) => event),
    ),
    may: possible(known, status, now).filter((type) => settlementActor(caller, type, known, now) !== undefined),
  };
}
