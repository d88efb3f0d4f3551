import { canonicalJson } from '#shared/domain/canonical.ts';
import type { LotJson } from '#web/lot-json.ts';
import { type HostAddress, readJson } from '../host-client.ts';

interface ChangesPage {
  readonly changes: readonly { readonly sequence: number; readonly lot: LotJson }[];
  readonly next_since: number;
}

/** What came of following the change feed from its beginning. */
export interface FoldedFeed {
  /** The newest state of each lot, by its id. */
  readonly lots: ReadonlyMap<string, LotJson>;
  /** Every lot as each change left it, by sequence. */
  readonly history: readonly LotJson[];
  /** Places where the feed is not as promised: a sequence left out, a version that does not grow. */
  readonly faults: readonly string[];
}

/** Follows the change feed as any program may, and folds it. */
export async function foldFeed(host: HostAddress): Promise<FoldedFeed> {
  const lots = new Map<string, LotJson>();
  const history: LotJson[] = [];
  const faults: string[] = [];
  let since = -1;
  for (;;) {
    const page = (await readJson(host, `/v1/changes?since=${since}&limit=1000`)) as ChangesPage;
    for (const { sequence, lot } of page.changes) {
      const known = lots.get(lot.lotId);
      if (sequence !== since + 1) faults.push(`变更 ${since} 之后是 ${sequence}`);
      if (known !== undefined && lot.version <= known.version) {
        faults.push(`变更 ${sequence}: 标的 ${lot.lotId} 的版本 ${known.version} 之后是 ${lot.version}`);
      }
      lots.set(lot.lotId, lot);
      history.push(lot);
      since = sequence;
    }
    if (page.changes.length === 0) return { lots, history, faults };
  }
}

/** Where the catalogue and the fold of the feed differ. */
export function compareWithCatalogue({ lots, faults }: FoldedFeed, catalogue: readonly LotJson[]): readonly string[] {
  const listed = new Map(catalogue.map((lot) => [lot.lotId, lot]));
  const missing = [...lots.keys()].filter((lotId) => !listed.has(lotId));
  const strange = [...listed.keys()].filter((lotId) => !lots.has(lotId));
  const other = catalogue.filter(
    (lot) => lots.has(lot.lotId) && canonicalJson(lots.get(lot.lotId)) !== canonicalJson(lot),
  );
  return [
    ...faults,
    ...missing.map((lotId) => `标的 ${lotId}: 变更里有,目录里没有`),
    ...strange.map((lotId) => `标的 ${lotId}: 目录里有,变更里没有`),
    ...other.map(({ lotId }) => `标的 ${lotId}: 目录与变更不一致`),
  ];
}
