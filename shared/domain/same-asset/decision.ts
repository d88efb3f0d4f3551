import type { Hash } from '../../ports/ambient.ts';
import { canonicalJson } from '../canonical.ts';
import type { LoggedEvent } from '../events/event.ts';
import type { Actor } from '../people/role.ts';
import type { Instant } from '../time.ts';
import type { Evidence } from './evidence.ts';

/** What a person decided by: the two sides, their names, and the evidence as it stood. */
export interface SeenPair {
  /** Ids of lots, or `placement:<id>` for a listing handed over; in order. */
  readonly pair: readonly [string, string];
  readonly names: readonly [string, string];
  readonly evidence: readonly Evidence[];
  /** Hash of the evidence: what was decided holds for it alone. */
  readonly hash: string;
}

/** What happens to a pair that may be one asset. */
export type SameAssetEvent =
  | { readonly type: 'confirmed'; readonly data: SeenPair }
  | { readonly type: 'refused'; readonly data: SeenPair & { readonly reason: string } }
  | { readonly type: 'undone'; readonly data: SeenPair & { readonly reason: string } };

/** One thing a person said of a pair. */
export interface Said {
  readonly type: SameAssetEvent['type'];
  /** Empty for a confirmation: the evidence is the reason. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly hash: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** What people said of a pair (同一资产的判断); the newest is the last and holds. */
export interface Decision {
  readonly id: string;
  readonly version: number;
  readonly pair: readonly [string, string];
  readonly names: readonly [string, string];
  readonly said: readonly Said[];
}

/** What is said of a pair now. */
export function newestOf({ said }: Decision): Said {
  const newest = said.at(-1);
  if (newest === undefined) throw new RangeError('a decision has been said');
  return newest;
}

/** The pair after one more event. */
export function foldDecision(
  known: Decision | undefined,
  { sequence, event, by, at }: LoggedEvent<SameAssetEvent>,
  id: string,
): Decision {
  const { pair, names, evidence, hash } = event.data;
  const reason = event.type === 'confirmed' ? '' : event.data.reason;
  const said: Said = { type: event.type, reason, evidence, hash, by, at };
  return { id, version: sequence, pair, names, said: [...(known?.said ?? []), said] };
}

/** Whether a pair is one asset by what was said last. */
export function isMerged(decision: Decision): boolean {
  return newestOf(decision).type === 'confirmed';
}

/** Two ids in their order: a pair is the same whichever side it is seen from. */
export function inPairOrder(a: string, b: string): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}

/** Id of a pair's log, of both ids in their order. */
export function pairId(hash: Hash, a: string, b: string): string {
  return hash.sha256(inPairOrder(a, b).join('\n')).slice(0, 32);
}

/** Hash of evidence: another as soon as a piece comes, goes or says something else. */
export function evidenceHash(hash: Hash, evidence: readonly Evidence[]): string {
  return hash.sha256(canonicalJson(evidence));
}
