import { placedAt } from '../../domain/comparison/population.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import type { LotId } from '../../domain/lot-id.ts';
import { CHECKS_VERSION } from '../../domain/reconciliation/check-lot.ts';
import { beijingDate } from '../../domain/time.ts';
import { toAppError } from '../../errors/app-error.ts';
import type { Item as StoredItem } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';
import type { LotBody } from './item.ts';
import { type CheckBasis, readLotCheck } from './lot-check.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';

type Ports = Pick<ReconciliationPorts, 'records' | 'hash'>;

/** What the check of a lot found, and of what. */
export interface KeptCheck extends Pick<LotBody, 'unchecked' | 'findings'>, CheckBasis {
  readonly lotId: string;
  readonly version: number;
  /** Version of the checks themselves. */
  readonly checks: number;
  readonly hash: string;
}

/** The checks of some lots; `left` were not looked at yet, for one request reads only so many. */
export interface CheckedLots {
  readonly checks: ReadonlyMap<string, KeptCheck>;
  readonly left: number;
  /** Read from the record for it. */
  readonly read: number;
}

/** Lots read from the record while somebody waits; what was read once is kept until the lot changes. */
export const MOST_READ_AT_ONCE = 300;

const READ_TOGETHER = 25;

function yearOf(card: LotCard): string {
  const at = placedAt(card);
  return at === null ? 'undated' : beijingDate(at).slice(0, 4);
}

function parseCheck(item: StoredItem): KeptCheck {
  return item['check'] as unknown as KeptCheck;
}

async function keptChecks(ports: Ports, platform: string, cards: readonly LotCard[]): Promise<Map<string, KeptCheck>> {
  const years = [...new Set(cards.map(yearOf))];
  const kept = await Promise.all(years.map((year) => ports.records.query(keys.lotChecks(platform, year))));
  return new Map(kept.flat().map((item) => [item.sk, parseCheck(item)]));
}

function holds(kept: KeptCheck | undefined, card: LotCard, { winner, showsBids }: CheckBasis): boolean {
  if (kept === undefined || kept.checks !== CHECKS_VERSION || kept.version < card.version) return false;
  return kept.winner === winner && kept.showsBids === showsBids;
}

async function makeCheck(ports: Ports, card: LotCard, basis: CheckBasis): Promise<KeptCheck | undefined> {
  const lotId = card.lotId as LotId;
  const read = await readLotCheck(ports, lotId, basis).catch((error: unknown) => {
    if (toAppError(error).code === 'STORE.CONTENTION') return undefined;
    throw error;
  });
  if (read === undefined) return undefined;
  const { check, version, hash } = read;
  const findings = check.findings.map(({ code, words }) => ({ code, words }));
  const made: KeptCheck = {
    ...{ lotId, version, checks: CHECKS_VERSION, hash, ...basis },
    ...{ unchecked: check.unchecked, findings },
  };
  await ports.records.put(
    { ...keys.lotCheck(card.platform, yearOf(card), lotId), schema: 1, check: { ...made, findings } },
    'any',
  );
  return made;
}

/**
 * What the checks of a platform's lots found. A check is kept beside the record and made again when its lot, the buyer named
 * for it or the checks themselves change: writing it changes nothing but the time the next reader waits.
 *
 * @param most lots that may be read from the record
 */
export async function checkLots(
  ports: Ports,
  platform: string,
  cards: readonly LotCard[],
  basisOf: (card: LotCard) => CheckBasis,
  most: number,
): Promise<CheckedLots> {
  const kept = await keptChecks(ports, platform, cards);
  const checks = new Map<string, KeptCheck>();
  const stale: LotCard[] = [];
  for (const card of cards) {
    const known = kept.get(card.lotId);
    if (known !== undefined && holds(known, card, basisOf(card))) checks.set(card.lotId, known);
    else stale.push(card);
  }
  const read = stale.slice(0, most);
  for (let from = 0; from < read.length; from += READ_TOGETHER) {
    const some = read.slice(from, from + READ_TOGETHER);
    const made = await Promise.all(some.map((card) => makeCheck(ports, card, basisOf(card))));
    for (const check of made) if (check !== undefined) checks.set(check.lotId, check);
  }
  return { checks, left: cards.length - checks.size, read: read.length };
}
