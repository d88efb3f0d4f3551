import type { EvidenceCode } from './evidence.ts';

/** Why two lots are the same asset: by a rule (规则), or because a person confirmed it (人工确认). */
export type Why =
  | { readonly rule: 'property-key'; readonly key: string }
  | { readonly rule: 'listing' }
  | { readonly rule: 'register' }
  | { readonly rule: 'confirmed'; readonly codes: readonly EvidenceCode[] };

/** A lot that is the same asset as another, and why. */
export interface Neighbour {
  readonly lotId: string;
  readonly why: Why;
}

/** A lot of a group: how it came into it. */
export interface Member {
  readonly lotId: string;
  /** The lot it is linked to, nearer to the one asked for, and why; `null`: the one asked for. */
  readonly by: { readonly lotId: string; readonly why: Why } | null;
}

/** A merge (合并) a person confirmed. */
export interface ConfirmedLink {
  readonly lots: readonly [string, string];
  readonly codes: readonly EvidenceCode[];
}

/**
 * All lots of one asset: whatever can be reached over links from a lot, that lot first, those fewest links away before the
 * others. With links that hold both ways it is an equivalence: every lot of a group has the same group.
 */
export function groupOf(lotId: string, neighboursOf: (lotId: string) => readonly Neighbour[]): readonly Member[] {
  const members = new Map<string, Member>([[lotId, { lotId, by: null }]]);
  // A map is walked in the order it grows in.
  for (const { lotId: from } of members.values()) {
    for (const { lotId: to, why } of neighboursOf(from)) {
      if (!members.has(to)) members.set(to, { lotId: to, by: { lotId: from, why } });
    }
  }
  return [...members.values()];
}

/** The links as each of their lots sees them. */
export function confirmedNeighbours(links: readonly ConfirmedLink[]): ReadonlyMap<string, readonly Neighbour[]> {
  const all = new Map<string, Neighbour[]>();
  for (const { lots, codes } of links) {
    const [left, right] = lots;
    const why: Why = { rule: 'confirmed', codes };
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      all.set(from, [...(all.get(from) ?? []), { lotId: to, why }]);
    }
  }
  return all;
}
