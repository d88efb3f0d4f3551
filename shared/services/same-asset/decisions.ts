import type { JsonValue } from '../../domain/json.ts';
import {
  type Decision,
  foldDecision,
  isMerged,
  newestOf,
  type SameAssetEvent,
} from '../../domain/same-asset/decision.ts';
import type { ConfirmedLink } from '../../domain/same-asset/groups.ts';
import type { Aggregate } from '../events/aggregate.ts';
import { listCards, putCard } from '../events/cards.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { changeSameAssets } from './head.ts';

/** What people said of one pair: `SAME-ASSET#<pair>`. */
export const decisionAggregate: Aggregate<Decision, SameAssetEvent> = { kind: 'same-asset', fold: foldDecision };

/** All pairs lie together: they are read together. */
const PARTITION = 'all';

/** Begins the id of a placement in a pair; no lot's id holds a colon. */
export const PLACEMENT_PREFIX = 'placement:';

/** Everything people said, by pair. */
export async function readDecisions(ports: Pick<EventPorts, 'records'>): Promise<ReadonlyMap<string, Decision>> {
  const cards = await listCards(ports, 'same-asset', PARTITION);
  return new Map(cards.map(({ id, card }) => [id, card as unknown as Decision]));
}

/** The merges among what was said, in order of the pairs. A placement is joined by its listing's record, not here. */
export function linksOf(decisions: Iterable<Decision>): readonly ConfirmedLink[] {
  return [...decisions]
    .filter((decision) => isMerged(decision) && !decision.pair.some((id) => id.startsWith(PLACEMENT_PREFIX)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((decision) => ({ lots: decision.pair, codes: newestOf(decision).evidence.map(({ code }) => code) }));
}

/**
 * What follows from every change of a `same-asset` log: the pair's line, and the merges that pages read. Made of all lines as
 * they are, so that the order in which things were said does not matter.
 */
export async function sameAssetChanged(ports: Pick<EventPorts, 'records'>, id: string): Promise<void> {
  const known = await load(ports, decisionAggregate, id);
  if (known === undefined) return;
  const card = JSON.parse(JSON.stringify(known.state)) as JsonValue;
  await putCard(ports, 'same-asset', PARTITION, id, known.version, card);
  await changeSameAssets(ports.records, async () => ({ links: linksOf((await readDecisions(ports)).values()) }));
}
