import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import {
  type Decision,
  foldDecision,
  inPairOrder,
  pairId,
  type SameAssetEvent,
} from '#shared/domain/same-asset/decision.ts';
import { assetGroups, lotsBySource } from '#shared/services/same-asset/asset-groups.ts';
import { linksOf } from '#shared/services/same-asset/decisions.ts';
import { START, sha256 } from '#test/support/fixed-ambient.ts';
import { aPond } from './a-same-asset.ts';

/** Seven lots; the first two are one by their property key. */
const LOTS = Array.from({ length: 7 }, (_, at) => aPond(String(at), { propertyKey: at < 2 ? '同一口塘' : null }));
const SOURCE = lotsBySource(new Map(LOTS.map((card) => [card.lotId, card])));
const BY = { id: 'office-1', name: '交易中心', role: 'office', scope: '330502', onBehalf: false } as const;

interface Said {
  readonly pair: readonly [string, string];
  readonly type: SameAssetEvent['type'];
}

const PAIR = fc
  .tuple(fc.constantFrom(...LOTS), fc.constantFrom(...LOTS))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => inPairOrder(a.lotId, b.lotId));
const SAID: fc.Arbitrary<Said> = fc.record({ pair: PAIR, type: fc.constantFrom('confirmed', 'refused', 'undone') });

/** What people said, each of a log of its pair. */
function decisionsOf(all: readonly Said[]): readonly Decision[] {
  const decisions = new Map<string, Decision>();
  for (const { pair, type } of all) {
    const id = pairId(sha256, ...pair);
    const known = decisions.get(id);
    const seen = { pair, names: pair, evidence: [], hash: 'h' };
    const event: SameAssetEvent =
      type === 'confirmed' ? { type, data: seen } : { type, data: { ...seen, reason: '测试' } };
    const sequence = (known?.version ?? 0) + 1;
    const rest = { at: START, by: BY, command: { id: 'c', sha256: '' }, previous: '', hash: '' };
    decisions.set(id, foldDecision(known, { sequence, event, ...rest }, id));
  }
  return [...decisions.values()];
}

/** The group of every lot. */
function groupsOf(all: readonly Said[]) {
  const groups = assetGroups(SOURCE, { version: 1, links: linksOf(decisionsOf(all)), offers: {} });
  return LOTS.map((card: LotCard) => groups(card).map((member) => member.card.lotId));
}

describe('what people say of pairs', () => {
  it('leaves after an undo exactly the groups there were before the merge', () => {
    fc.assert(
      fc.property(fc.array(SAID, { maxLength: 10 }), PAIR, (before, pair) => {
        const without = before.filter((said) => said.pair.join() !== pair.join());
        const undone = [...without, { pair, type: 'confirmed' }, { pair, type: 'undone' }] satisfies readonly Said[];

        expect(groupsOf(undone)).toEqual(groupsOf(without));
      }),
    );
  });

  it('gives the same groups in whatever order different pairs were confirmed', () => {
    const merges = fc.uniqueArray(PAIR, { maxLength: 8, selector: (pair) => pair.join() });
    const orders = merges.chain((pairs) =>
      fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
    );
    const confirmed = (pairs: readonly Said['pair'][]) => groupsOf(pairs.map((pair) => ({ pair, type: 'confirmed' })));

    fc.assert(
      fc.property(orders, ([one, other]) => {
        expect(confirmed(other)).toEqual(confirmed(one));
      }),
    );
  });

  it('joins nothing but by rule and by merges that hold', () => {
    const denied = SAID.map(({ pair }): Said => ({ pair, type: 'refused' }));

    fc.assert(
      fc.property(fc.array(denied, { maxLength: 12 }), (refusals) => {
        expect(groupsOf(refusals)).toEqual(groupsOf([]));
      }),
    );
    expect(groupsOf([])[0]).toEqual([LOTS[0]?.lotId, LOTS[1]?.lotId]);
  });
});
