import { type Caller, systemCaller } from '../../domain/caller.ts';
import { standingOf } from '../../domain/comparison/population.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import type { LotStatus } from '../../domain/lot-status.ts';
import type { Fen } from '../../domain/money.ts';
import { type Reached, visiblePartitions } from '../../domain/people/reach.ts';
import type { PriceBasis } from '../../domain/price.ts';
import { noSettlement } from '../../domain/settlement/fold.ts';
import { awaitsResult, outcomeOf, soldAtOf } from '../../domain/settlement/outcome.ts';
import type { Settlement } from '../../domain/settlement/settlement.ts';
import { type MilestoneStanding, nextMilestone } from '../../domain/settlement/standing.ts';
import type { Instant } from '../../domain/time.ts';
import { cardsIn } from '../desk/listing/listing-cards.ts';
import { ownersIn } from '../desk/owner/owner-cards.ts';
import { judgeLot, recordedIn, rulesOfToday } from './judge-lot.ts';
import { listingIdIn, maySeeSettlement, reachedBy } from './known-lot.ts';
import { settlementCards } from './settlement-cards.ts';
import type { SettlementPorts } from './settlement-ports.ts';

/** Where a lot stands after its sale: something overdue, something open, all done, defaulted, or no result yet. */
export const BOARD_STATES = ['overdue', 'open', 'done', 'defaulted', 'awaiting'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

/** One line of the board (成交后看板). Nobody's name. */
export interface SettlementRow {
  readonly lotId: string;
  readonly title: string | null;
  readonly platform: string;
  readonly platformName: string;
  readonly township: string | null;
  readonly status: LotStatus;
  readonly soldAt: Instant | null;
  readonly hammerFen: Fen | null;
  readonly priceBasis: PriceBasis | null;
  readonly state: BoardState;
  readonly next: MilestoneStanding | null;
  readonly standings: readonly MilestoneStanding[];
  /** Platform and people say different things of something. */
  readonly differs: boolean;
}

const EVERYWHERE = visiblePartitions(systemCaller('settlement'));

/** Whose lot it is, of every lot that a listing of ours or the office says so of. */
export async function ownersOfLots(ports: Pick<SettlementPorts, 'records'>) {
  const [listings, owners] = await Promise.all([cardsIn(ports, EVERYWHERE), ownersIn(ports, EVERYWHERE)]);
  const byListing = new Map<string, Reached>(
    listings.map(({ id, ownerId, ownerKind: kind, division }) => [id, { id: ownerId, kind, division }]),
  );
  const byId = new Map<string, Reached>(owners.map((owner) => [owner.id, owner]));
  return ({ reference }: LotCard, { ownerId }: Settlement): Reached | null => {
    const listing = listingIdIn(reference);
    const listed = listing === undefined ? undefined : byListing.get(listing);
    return listed ?? (ownerId === null ? null : (byId.get(ownerId) ?? null));
  };
}

function stateOf(status: LotStatus, standings: readonly MilestoneStanding[]): BoardState {
  if (status === 'defaulted') return 'defaulted';
  if (status !== 'sold') return 'awaiting';
  if (standings.some(({ state }) => state === 'overdue')) return 'overdue';
  return nextMilestone(standings) === undefined ? 'done' : 'open';
}

type Judging = Omit<Parameters<typeof judgeLot>[2], 'ours'>;

function rowOf(ports: Pick<SettlementPorts, 'platforms'>, card: LotCard, settlement: Settlement, judging: Judging) {
  const status = outcomeOf(card, settlement);
  const wasSold = status === 'sold' || status === 'defaulted';
  const ours = recordedIn(card, settlement);
  const standings = wasSold ? judgeLot(card, settlement, { ...judging, ours }) : [];
  const state = stateOf(status, standings);
  const isRunning = state === 'overdue' || state === 'open';
  const { lotId, title, platform, township, priceBasis } = card;
  return {
    ...{ lotId, title, platform, township, status, priceBasis, state, standings },
    platformName: ports.platforms.find(({ id }) => id === platform)?.name ?? platform,
    soldAt: soldAtOf(card, settlement),
    hammerFen: card.hammerPriceFen ?? (wasSold ? (settlement.sales.at(-1)?.value.hammerFen ?? null) : null),
    next: isRunning ? (nextMilestone(standings) ?? null) : null,
    differs: standings.some(({ differs }) => differs),
  } satisfies SettlementRow;
}

function dueText({ next }: SettlementRow): string {
  return next?.due.kind === 'due' ? next.due.at : '~';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Lots of the district's register that were sold, and those whose result nobody reported, as far as the caller may see
 * them: what is overdue first, then by what is due next.
 */
export async function readSettlements(caller: Caller, ports: SettlementPorts): Promise<readonly SettlementRow[]> {
  const now = ports.clock.now();
  const [lots, settlements, ownerOf, rules] = await Promise.all([
    ports.lots(),
    settlementCards(ports),
    ownersOfLots(ports),
    rulesOfToday(ports),
  ]);
  const rows = [...lots.values()].flatMap((card) => {
    const settlement = settlements.get(card.lotId) ?? noSettlement(card.lotId);
    const owner = ownerOf(card, settlement);
    const status = outcomeOf(card, settlement);
    const isWanted = status === 'sold' || status === 'defaulted' || awaitsResult(card, settlement, now);
    if (!isWanted || (owner === null && standingOf(card) !== 'official')) return [];
    if (!maySeeSettlement(caller, card, reachedBy(card, owner), ports)) return [];
    return [rowOf(ports, card, settlement, { rules, now })];
  });
  const rank = ({ state }: SettlementRow) => BOARD_STATES.indexOf(state);
  return rows.toSorted((a, b) => rank(a) - rank(b) || order(dueText(a), dueText(b)) || order(a.lotId, b.lotId));
}
