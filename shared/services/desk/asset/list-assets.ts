import type { Asset } from '../../../domain/asset/asset.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import { type AssetStanding, type Standing, standingOf } from '../../../domain/asset/standing.ts';
import type { Caller } from '../../../domain/caller.ts';
import { visiblePartitions } from '../../../domain/people/reach.ts';
import { toPlainText } from '../../../domain/plain-text.ts';
import { beijingDate } from '../../../domain/time.ts';
import type { AssetClass } from '../../../domain/trade.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { standingClaims } from '../listing/asset-claims.ts';
import { listOwners } from '../owner/read-owner.ts';
import { type AssetCard, assetsIn } from './asset-cards.ts';

/** Which assets of the register are wanted; what is absent does not restrict. */
export interface AssetFilter {
  readonly ownerId?: string | undefined;
  /** Where it lies: a township or village, by the start of its code. */
  readonly division?: string | undefined;
  readonly assetClass?: AssetClass | undefined;
  readonly standing?: Standing | undefined;
  /** Words of the name, the address, the ledger number, the incumbent or the owner, all of them. */
  readonly text?: string | undefined;
}

/** One line of the register. */
export interface AssetLine {
  readonly id: string;
  readonly version: number;
  readonly asset: Asset;
  readonly owner: Owner;
  readonly standing: AssetStanding;
}

/** A page of the register, and how many lines there are in all. */
export interface AssetPage {
  readonly lines: readonly AssetLine[];
  readonly total: number;
  readonly owners: readonly Owner[];
}

export const ASSETS_PER_PAGE = 50;
/** Locks read at a time. */
const READ_AT_ONCE = 25;

/**
 * Assets the caller may see, by owner and then by name. Whether one is free follows from its lock, so only those of the
 * page are looked up, unless the standing itself is asked for.
 * @param page from 1
 */
export async function listAssets(caller: Caller, ports: EventPorts, filter: AssetFilter, page = 1): Promise<AssetPage> {
  const slice = <T>(lines: readonly T[]) => lines.slice((page - 1) * ASSETS_PER_PAGE, page * ASSETS_PER_PAGE);
  const { found, owners } = await findAssets(caller, ports, filter);
  if (filter.standing === undefined) {
    return { lines: await withStandings(ports, slice(found), filter), total: found.length, owners };
  }
  const lines = await withStandings(ports, found, filter);
  return { lines: slice(lines), total: lines.length, owners };
}

/** Every asset that `listAssets` shows on its pages, in the same order. */
export async function allAssets(caller: Caller, ports: EventPorts, filter: AssetFilter): Promise<readonly AssetLine[]> {
  const { found } = await findAssets(caller, ports, filter);
  return withStandings(ports, found, filter);
}

type FoundAsset = Omit<AssetLine, 'standing'>;

/** What is found by everything but the standing. */
async function findAssets(caller: Caller, ports: EventPorts, filter: AssetFilter) {
  const owners = await listOwners(caller, ports);
  const byId = new Map(owners.map((owner, rank) => [owner.id, { owner, rank }]));
  const cards = await assetsIn(ports, visiblePartitions(caller));
  const wanted = cards.flatMap((card) => {
    const known = byId.get(card.asset.ownerId);
    return known !== undefined && isWanted(card, known.owner, filter) ? [{ card, ...known }] : [];
  });
  const found = wanted
    .toSorted((a, b) => a.rank - b.rank || order(a.card.asset.name, b.card.asset.name) || order(a.card.id, b.card.id))
    .map(({ card, owner }): FoundAsset => ({ ...card, owner }));
  return { found, owners };
}

/** The lines with their standings; only those of the standing asked for. */
async function withStandings(
  ports: EventPorts,
  found: readonly FoundAsset[],
  { standing: wanted }: AssetFilter,
): Promise<readonly AssetLine[]> {
  const today = beijingDate(ports.clock.now());
  const done: AssetLine[] = [];
  for (let from = 0; from < found.length; from += READ_AT_ONCE) {
    const read = found.slice(from, from + READ_AT_ONCE).map(async (line) => {
      const standing = standingOf(line.asset.lease, await standingClaims(ports, line.id), today);
      return { ...line, standing };
    });
    done.push(...(await Promise.all(read)));
  }
  return wanted === undefined ? done : done.filter(({ standing }) => standing.standing === wanted);
}

function isWanted({ asset }: AssetCard, owner: Owner, filter: AssetFilter): boolean {
  const { ownerId, division, assetClass, text = '' } = filter;
  if (ownerId !== undefined && asset.ownerId !== ownerId) return false;
  if (division !== undefined && !asset.division.startsWith(division)) return false;
  if (assetClass !== undefined && asset.assetClass !== assetClass) return false;
  const searched = [asset.name, asset.address, asset.ledgerNumber ?? '', asset.lease.incumbent ?? '', owner.name];
  const plain = searched.map((said) => toPlainText(said).toLowerCase()).join('\n');
  return toPlainText(text)
    .toLowerCase()
    .split(' ')
    .every((word) => plain.includes(word));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
