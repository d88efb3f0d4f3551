import type { Caller } from '../../domain/caller.ts';
import type { Period } from '../../domain/comparison/period.ts';
import { ITEM_STATUSES, type ItemStatus } from '../../domain/reconciliation/events.ts';
import { UNCHECKED_REASONS, type UncheckedReason } from '../../domain/reconciliation/finding.ts';
import { ITEM_KINDS, type ItemKind } from '../../domain/reconciliation/item-id.ts';
import type { Instant } from '../../domain/time.ts';
import { requireRole } from '../authorise.ts';
import type { FactsView } from '../comparison/read-facts.ts';
import type { LotsReader } from '../feed/lots-reader.ts';
import type { Item } from './item.ts';
import { listItems } from './list-items.ts';
import { MOST_READ_AT_ONCE } from './lot-checks.ts';
import { type LotItems, lotItems } from './lot-items.ts';
import { saidOfPlatform } from './reconciliation-log.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';
import { platformsShowingBids } from './shows-bids.ts';
import { totalsItems } from './totals-items.ts';

/** What of the board is asked for; `null`: all. */
export interface BoardQuery {
  readonly platform: string | null;
  readonly period: Period;
  readonly kind: ItemKind | null;
  readonly status: ItemStatus | null;
}

/** The reconciliation board (对账看板) of a period. */
export interface Board {
  /** What is open first, then totals before lists before lots. Lots in agreement are counted, not listed. */
  readonly items: readonly Item[];
  /** Of all kinds, whatever is asked for; lots that are not compared are in `unchecked`. */
  readonly counts: Readonly<Record<ItemStatus, number>>;
  /** Lots that are not held against bids, by why. */
  readonly unchecked: Readonly<Record<UncheckedReason, number>>;
  /** Lots and lists this request did not get to. */
  readonly left: { readonly lots: number; readonly lists: number };
  readonly contradictory: number;
  /** Source time of the newest fact our totals are made of; `null` without facts. */
  readonly factsAt: Instant | null;
}

/** What all platforms are held against. */
interface Ours extends Pick<FactsView, 'facts'> {
  readonly cards: Awaited<ReturnType<LotsReader>>;
  readonly showing: ReadonlySet<string>;
  /** Lots that may still be read from the record for this request. */
  readonly most: number;
}

interface PlatformItems extends LotItems {
  readonly others: readonly Item[];
  readonly listsLeft: number;
}

async function itemsOf(
  ports: ReconciliationPorts,
  platform: string,
  period: Period,
  { facts, cards, showing, most }: Ours,
): Promise<PlatformItems> {
  const said = await saidOfPlatform(ports, platform);
  const [totals, lists, lots] = await Promise.all([
    totalsItems(ports, { platform, facts, said }, period),
    listItems(ports, { platform, cards, said }, period),
    lotItems(ports, { platform, cards, said, showsBids: showing.has(platform), most }, period),
  ]);
  return { ...lots, others: [...totals, ...lists.items], listsLeft: lists.left };
}

function rank({ status, body, platform, id }: Item): readonly (number | string)[] {
  return [ITEM_STATUSES.indexOf(status), ITEM_KINDS.indexOf(body.kind), platform, id];
}

function inBoardOrder(a: Item, b: Item): number {
  const [left, right] = [rank(a), rank(b)];
  const place = left.findIndex((value, index) => value !== right[index]);
  const [of, against] = [left[place] ?? '', right[place] ?? ''];
  return place === -1 ? 0 : of < against ? -1 : 1;
}

function sumOf(of: readonly PlatformItems[], count: (items: PlatformItems) => number): number {
  return of.reduce((sum, items) => sum + count(items), 0);
}

/**
 * Reads the board: for each platform its statistics, lists and lots of the period, held against ours.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readBoard(caller: Caller, ports: ReconciliationPorts, query: BoardQuery): Promise<Board> {
  requireRole(caller, 'office', 'auditor', 'operator');
  const platforms = ports.platforms.filter(({ id }) => query.platform === null || id === query.platform);
  const [{ facts, at }, cards, showing] = await Promise.all([
    ports.readFacts(caller),
    ports.lots(),
    platformsShowingBids(ports),
  ]);
  const found: PlatformItems[] = [];
  for (const { id } of platforms) {
    const most = MOST_READ_AT_ONCE - sumOf(found, ({ read }) => read);
    found.push(await itemsOf(ports, id, query.period, { facts, cards, showing, most }));
  }
  const all = found.flatMap(({ others, items }) => [...others, ...items]);
  const countOf = (status: ItemStatus) => all.filter((item) => item.status === status).length;
  const uncheckedOf = (reason: UncheckedReason) => sumOf(found, ({ unchecked }) => unchecked[reason]);
  const agrees = countOf('agrees') + sumOf(found, ({ agreeing }) => agreeing);
  return {
    items: all
      .filter(({ body }) => query.kind === null || body.kind === query.kind)
      .filter(({ status }) => query.status === null || status === query.status)
      .toSorted(inBoardOrder),
    counts: { open: countOf('open'), closed: countOf('closed'), 'not-compared': countOf('not-compared'), agrees },
    unchecked: Object.fromEntries(
      UNCHECKED_REASONS.map((reason) => [reason, uncheckedOf(reason)]),
    ) as Board['unchecked'],
    left: { lots: sumOf(found, ({ left }) => left), lists: sumOf(found, ({ listsLeft }) => listsLeft) },
    contradictory: sumOf(found, ({ contradictory }) => contradictory),
    factsAt: at,
  };
}
