import { type BidEntry, countBids, inBiddingOrder } from '../../domain/bid-log.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { JsonValue } from '../../domain/json.ts';
import { type LotState, statusOf } from '../../domain/lot-state.ts';
import type { Hash } from '../../ports/ambient.ts';
import type { LotDifference } from './replay-report.ts';

/** All that is known of a lot: its state and its log of bids. */
export interface LotContent {
  readonly state: LotState;
  readonly bids: ReadonlyMap<string, BidEntry>;
}

/** What is known without the bids, by name; not the documents it was read in. */
function valuesOf({ state }: LotContent): Readonly<Record<string, JsonValue>> {
  const facts = Object.entries(state.facts).map(([name, register]) => [name, register.value as JsonValue]);
  return {
    ...Object.fromEntries(facts),
    status: statusOf(state),
    phase: state.phase?.value ?? null,
    outcomes: Object.keys(state.outcomes).sort(),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function bidsBeside(bids: LotContent['bids'], other: LotContent['bids']): JsonValue {
  const onlyHere = [...bids].filter(([identity, entry]) => !isSame(entry, other.get(identity)));
  return { count: countBids(bids.values()), onlyHere: onlyHere.length };
}

/** What two contents of one lot differ in, by name: the values, not the documents they were read in. */
export function differencesOf(before: LotContent, after: LotContent): readonly LotDifference[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  const differences = names
    .map((fact) => ({ fact, before: was[fact] ?? null, after: is[fact] ?? null }))
    .filter((difference) => !isSame(difference.before, difference.after));
  const bids = {
    fact: 'bids',
    before: bidsBeside(before.bids, after.bids),
    after: bidsBeside(after.bids, before.bids),
  };
  return isSame(inBiddingOrder(before.bids.values()), inBiddingOrder(after.bids.values()))
    ? differences
    : [...differences, bids];
}

/** Says whether two contents are the same and were read in the same documents. */
export function isSameToTheSource(a: LotContent, b: LotContent): boolean {
  return isSame(a.state, b.state) && isSame(inBiddingOrder(a.bids.values()), inBiddingOrder(b.bids.values()));
}

/** SHA-256 of the values: equal for equal knowledge, whatever documents it was read in. */
export function digestOf(hash: Hash, content: LotContent): string {
  return hash.sha256(canonicalJson({ values: valuesOf(content), bids: inBiddingOrder(content.bids.values()) }));
}
