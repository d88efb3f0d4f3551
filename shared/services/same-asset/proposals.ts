import type { LotCard } from '../../domain/lot-card.ts';
import { candidatePairs } from '../../domain/same-asset/candidates.ts';
import { type Decision, evidenceHash, pairId, type SeenPair } from '../../domain/same-asset/decision.ts';
import { areDifferent, type Evidence, evidenceOf, isEnough, type Sighting } from '../../domain/same-asset/evidence.ts';
import type { Hash } from '../../ports/ambient.ts';
import { listingOf } from '../catalogue/same-property.ts';
import type { AssetGroups, LotsBySource } from './asset-groups.ts';
import { PLACEMENT_PREFIX } from './decisions.ts';

/** A pair a person is asked about (待确认). */
export interface Proposal extends SeenPair {
  readonly id: string;
  readonly left: Sighting;
  readonly right: Sighting;
}

/** What is proposed, and how much more there is. */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** Found, but not among those returned. */
  readonly left: number;
  /** Lots with titles so common that they were not compared. */
  readonly crowded: number;
}

interface Given {
  readonly hash: Hash;
  readonly lots: ReadonlyMap<string, LotCard>;
  readonly source: LotsBySource;
  readonly planned: readonly Sighting[];
  readonly groups: AssetGroups;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly most: number;
}

/** A lot as it is held against others. */
export function sightingOf(card: LotCard): Sighting {
  return { ...card, listing: listingOf(card), isPlanned: false };
}

/** Both sides in the order of their ids: an id says the same whichever was found first. */
export function proposalOf(hash: Hash, a: Sighting, b: Sighting): Proposal {
  const [left, right] = a.lotId < b.lotId ? [a, b] : [b, a];
  const evidence = evidenceOf(left, right);
  const name = ({ title, lotId }: Sighting) => title ?? lotId;
  return {
    id: pairId(hash, left.lotId, right.lotId),
    pair: [left.lotId, right.lotId],
    names: [name(left), name(right)],
    evidence,
    hash: evidenceHash(hash, evidence),
    left,
    right,
  };
}

/** Whether two sides may be asked about at all: of two listings there is nothing to join, and a listing has one platform. */
export function mayBeJoined(a: Sighting, b: Sighting): boolean {
  if (a.isPlanned && b.isPlanned) return false;
  const [planned, lot] = a.isPlanned ? [a, b] : [b, a];
  if (!planned.isPlanned) return true;
  return planned.platform === lot.platform && (lot.listing === null || lot.listing === planned.listing);
}

/** Reads the pairs whose evidence is enough, of equal references and of like titles. */
function* found(given: Given, pairs: readonly (readonly [Sighting, Sighting])[]): Generator<Proposal> {
  const byReference = given.planned.flatMap((planned) => {
    const lots = planned.listing === null ? [] : given.source.sameListing(planned.listing);
    return lots.map((card) => [planned, sightingOf(card)] as const);
  });
  for (const [a, b] of [...byReference, ...pairs]) {
    if (!mayBeJoined(a, b) || areDifferent(a, b)) continue;
    if (isEnough(evidenceOf(a, b))) yield proposalOf(given.hash, a, b);
  }
}

const WEIGHT: Readonly<Record<Evidence['code'], number>> = {
  reference: 100,
  title: 1,
  seller: 3,
  place: 2,
  area: 4,
  price: 2,
  'same-times': 4,
  times: 1,
};

function weightOf({ evidence }: Proposal): number {
  return evidence.reduce((sum, { code }) => sum + WEIGHT[code], 0);
}

/** What a side belongs to: its group by the least id in it, so that two groups are asked about once. */
function rootsOf({ groups, lots }: Given): (id: string) => string {
  const roots = new Map<string, string>();
  return (id) => {
    const known = roots.get(id);
    const card = lots.get(id);
    if (known !== undefined || card === undefined) return known ?? id;
    const ids = groups(card).map((member) => member.card.lotId);
    const root = ids.reduce((least, each) => (each < least ? each : least), id);
    for (const each of ids) roots.set(each, root);
    return root;
  };
}

/** Two groups by their roots, whichever comes first. */
function groupsKey(roots: readonly string[]): string {
  return roots.toSorted().join('\n');
}

/** Groups of which a pair was refused or undone, and says what it said then: they are not asked about by another pair. */
function settledGroups({ hash, decisions }: Given, sightings: readonly Sighting[], rootOf: (id: string) => string) {
  const known = new Map(sightings.map((sighting) => [sighting.lotId, sighting] as const));
  const settled = [...decisions.values()].filter(({ pair: [a, b], said }) => {
    const [left, right] = [known.get(a), known.get(b)];
    if (left === undefined || right === undefined || said.at(-1)?.type === 'confirmed') return false;
    return said.at(-1)?.hash === proposalOf(hash, left, right).hash;
  });
  return new Set(settled.map(({ pair }) => groupsKey(pair.map(rootOf))));
}

/** The pairs to ask about, those with the most evidence first, one for any two groups. */
export function proposalsOf(given: Given): Proposals {
  const sightings = [...given.planned, ...[...given.lots.values()].map(sightingOf)];
  const { pairs, crowded } = candidatePairs(sightings);
  const rootOf = rootsOf(given);
  const settled = settledGroups(given, sightings, rootOf);
  const best = new Map<string, Proposal>();
  for (const proposal of found(given, pairs)) {
    const roots = proposal.pair.map(rootOf);
    const key = groupsKey(roots);
    if (roots[0] === roots[1] || settled.has(key)) continue;
    const known = best.get(key);
    if (known === undefined || weightOf(proposal) > weightOf(known)) best.set(key, proposal);
  }
  const inOrder = [...best.values()].toSorted((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1));
  return { proposals: inOrder.slice(0, given.most), left: Math.max(0, inOrder.length - given.most), crowded };
}

/** Whether a pair joins a listing handed over with its lot. */
export function isOfPlacement({ pair }: Pick<SeenPair, 'pair'>): boolean {
  return pair.some((id) => id.startsWith(PLACEMENT_PREFIX));
}
