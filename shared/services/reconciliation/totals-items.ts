import type { Period } from '../../domain/comparison/period.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import type { Reconciliation } from '../../domain/reconciliation/events.ts';
import { toItemId } from '../../domain/reconciliation/item-id.ts';
import { lotsInScope, lotsOfPeriod, lotsOnBasis, type OurLots } from '../../domain/reconciliation/our-lots.ts';
import type { StatedTotals } from '../../domain/reconciliation/stated-totals.ts';
import { totalsLines } from '../../domain/reconciliation/totals-lines.ts';
import { readStatedTotals } from '../side-statements.ts';
import { hashOfBody, type Item, platformNameOf, type TotalsBody, toItem } from './item.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';

type Ports = Pick<ReconciliationPorts, 'records' | 'hash' | 'platforms'>;

/** What the totals of one platform are worked out from. */
export interface TotalsSource {
  readonly platform: string;
  /** Ours, of every platform and year. */
  readonly facts: readonly RoundFacts[];
  readonly said: ReadonlyMap<string, Reconciliation>;
}

function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

type Source = Pick<TotalsBody, 'kind' | 'stated' | 'sourceId' | 'at'>;

function itemOf(ports: Ports, { platform, said }: TotalsSource, source: Source, { basis, lots }: OurLots) {
  const { kind, stated } = source;
  const { from, to, scope } = stated;
  const id = toItemId({ kind, platform, from, to, scope });
  const lines = basis === null ? [] : totalsLines(stated, lots);
  const body: TotalsBody = { ...source, basis, lines };
  const platformName = platformNameOf(ports.platforms, platform);
  const hash = hashOfBody(ports.hash, { stated, basis, lines });
  return toItem<TotalsBody>({ id, platform, platformName, title: scope, body, hash }, said.get(id));
}

function ofStatement(ports: Ports, of: TotalsSource, stated: StatedTotals, source: Omit<Source, 'kind' | 'stated'>) {
  const lots = lotsInScope(lotsOfPeriod(of.facts, of.platform, stated), stated.scope);
  return itemOf(ports, of, { kind: 'totals', stated, ...source }, lots);
}

function onPaper(ports: Ports, of: TotalsSource, { entered }: Reconciliation): readonly Item<TotalsBody>[] {
  if (entered === null) return [];
  const { totals: stated, basis, fileId: sourceId, at } = entered;
  const lots = lotsOnBasis(lotsOfPeriod(of.facts, of.platform, stated), basis);
  return [itemOf(ports, of, { kind: 'paper', stated, sourceId, at }, lots)];
}

/** Every statement of a platform's totals that speaks of some day of the period, held against ours: of documents, then on paper. */
export async function totalsItems(
  ports: Ports,
  of: TotalsSource,
  period: Period,
): Promise<readonly Item<TotalsBody>[]> {
  const statements = await readStatedTotals(ports.records, of.platform);
  const stated = statements.map(({ says, stamp: { document, at } }) =>
    ofStatement(ports, of, says, { sourceId: document, at }),
  );
  const entered = [...of.said.values()].flatMap((said) => onPaper(ports, of, said));
  return [...stated, ...entered].filter(({ body }) => overlaps(body.stated, period));
}
