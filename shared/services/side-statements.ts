import type { DepositsObservation } from '../domain/deposits/ledger-statement.ts';
import { type LotId, toLotId } from '../domain/lot-id.ts';
import type { StatedTotals } from '../domain/reconciliation/stated-totals.ts';
import { AppError } from '../errors/app-error.ts';
import type { MappedDocument } from '../ports/auction-platform.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { keys } from './records/keys.ts';
import { type KeptStatement, parseSideStatement, type SideStatement } from './records/side-statement.ts';

/** What a platform states of the deposits of one lot, and the document that states it. */
export interface StatedLedger extends KeptStatement<DepositsObservation> {
  readonly lotId: LotId;
}

/** A longer name of whose lots a total is of is no name. */
const LONGEST_SCOPE = 120;

/**
 * Everything a document states beside its lots, each with the item it is kept in.
 * @throws AppError `DOCUMENT.DRIFT` for a total of something whose name is too long, or of no period
 */
export function toSideStatements(platform: string, mapped: MappedDocument): readonly SideStatement<unknown>[] {
  const deposits = (mapped.deposits ?? []).map((says) => ({
    key: keys.statedDeposits(platform, toLotId(platform, says.externalId)),
    says,
  }));
  const totals = (mapped.totals ?? []).map((says) => {
    const { from, to, scope } = says;
    if (from > to || (scope ?? '').length > LONGEST_SCOPE) {
      throw new AppError('DOCUMENT.DRIFT', 'a total has no usable period or scope', { details: { from, to } });
    }
    return { key: keys.statedTotals(platform, from, to, scope), says };
  });
  return [...deposits, ...totals];
}

/** Every ledger of deposits a platform states, in order of lot. */
export async function readStatedDeposits(records: ItemStore, platform: string): Promise<readonly StatedLedger[]> {
  const items = await records.query(keys.allStatedDeposits(platform));
  return items.map((item) => ({ lotId: item.sk as LotId, ...parseSideStatement<DepositsObservation>(item) }));
}

/** What the platform states of the deposits of one lot; undefined: nothing yet. */
export async function readStatedLedger(
  records: ItemStore,
  platform: string,
  lotId: LotId,
): Promise<StatedLedger | undefined> {
  const item = await records.get(keys.statedDeposits(platform, lotId));
  return item && { lotId, ...parseSideStatement<DepositsObservation>(item) };
}

/** A platform's own statistics, the newest word on each period and scope, in order of the period. */
export async function readStatedTotals(
  records: ItemStore,
  platform: string,
): Promise<readonly KeptStatement<StatedTotals>[]> {
  const items = await records.query(keys.allStatedTotals(platform));
  return items.map((item) => parseSideStatement<StatedTotals>(item));
}
