import type { Period } from '../../domain/comparison/period.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import type { LotId } from '../../domain/lot-id.ts';
import type { Reconciliation } from '../../domain/reconciliation/events.ts';
import { UNCHECKED_REASONS, type UncheckedReason } from '../../domain/reconciliation/finding.ts';
import { toItemId } from '../../domain/reconciliation/item-id.ts';
import { lotsOfPeriod } from '../../domain/reconciliation/our-lots.ts';
import { type Item, type LotBody, platformNameOf, toItem } from './item.ts';
import { checkLots, type KeptCheck } from './lot-checks.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';
import { readWinners } from './winners.ts';

type Ports = Pick<ReconciliationPorts, 'records' | 'hash' | 'platforms'>;

/** What the lots of one platform are checked with. */
export interface LotSource {
  readonly platform: string;
  readonly cards: ReadonlyMap<string, LotCard>;
  readonly said: ReadonlyMap<string, Reconciliation>;
  /** The platform shows bids. */
  readonly showsBids: boolean;
  /** Lots that may be read from the record for it. */
  readonly most: number;
}

/** The lots of a platform whose bidding ended in a period, held against their bids. */
export interface LotItems {
  /** Those with findings. */
  readonly items: readonly Item<LotBody>[];
  /** Checked and in agreement. */
  readonly agreeing: number;
  /** Lots that are not held against bids, by why. */
  readonly unchecked: Readonly<Record<UncheckedReason, number>>;
  /** Not looked at yet: this request read enough. */
  readonly left: number;
  readonly read: number;
  /** Lots whose own record contradicts itself; they wait where data quality is shown. */
  readonly contradictory: number;
}

/** The item of a lot. */
export function lotItemOf(
  { platforms }: Pick<ReconciliationPorts, 'platforms'>,
  { lotId, platform, title }: Pick<LotCard, 'lotId' | 'platform' | 'title'>,
  { unchecked, findings, hash }: Pick<KeptCheck, 'unchecked' | 'findings' | 'hash'>,
  said: Reconciliation | undefined,
): Item<LotBody> {
  const id = toItemId({ kind: 'lot', lotId: lotId as LotId });
  const body: LotBody = { kind: 'lot', lotId, unchecked, findings };
  const platformName = platformNameOf(platforms, platform);
  return toItem<LotBody>({ id, platform, platformName, title, body, hash }, said);
}

/** Checks a platform's lots of a period. */
export async function lotItems(ports: Ports, of: LotSource, period: Period): Promise<LotItems> {
  const { platform, said, showsBids } = of;
  const cards = lotsOfPeriod(of.cards.values(), platform, period);
  const winners = await readWinners(ports.records, platform);
  const basisOf = ({ lotId }: LotCard) => ({ winner: winners.get(lotId) ?? null, showsBids });
  const { checks, left, read } = await checkLots(ports, platform, cards, basisOf, of.most);
  const checked = cards.flatMap((card) => {
    const check = checks.get(card.lotId);
    return check === undefined ? [] : [lotItemOf(ports, card, check, said.get(`lot:${card.lotId}`))];
  });
  const countOf = (reason: UncheckedReason) => checked.filter(({ body }) => body.unchecked === reason).length;
  const unchecked = Object.fromEntries(UNCHECKED_REASONS.map((reason) => [reason, countOf(reason)]));
  return {
    items: checked.filter(({ differences }) => differences > 0),
    agreeing: checked.filter(({ status }) => status === 'agrees').length,
    unchecked: unchecked as LotItems['unchecked'],
    ...{ left, read },
    contradictory: cards.filter(({ contradictions }) => contradictions.length > 0).length,
  };
}
