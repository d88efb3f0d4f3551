import { canonicalJson } from '../../domain/canonical.ts';
import {
  type ClosingData,
  type ItemStatus,
  itemStatus,
  type Reconciliation,
  type Signed,
} from '../../domain/reconciliation/events.ts';
import type { Finding, UncheckedReason } from '../../domain/reconciliation/finding.ts';
import type { ListComparison } from '../../domain/reconciliation/list-lines.ts';
import type { TotalsBasis } from '../../domain/reconciliation/our-lots.ts';
import type { StatedTotals } from '../../domain/reconciliation/stated-totals.ts';
import type { TotalsLine } from '../../domain/reconciliation/totals-lines.ts';
import type { Instant } from '../../domain/time.ts';
import type { Hash } from '../../ports/ambient.ts';

/** A lot's result against its bids, as the board shows it: the bids behind it are on its own page. */
export interface LotBody {
  readonly kind: 'lot';
  readonly lotId: string;
  readonly unchecked: UncheckedReason | null;
  readonly findings: readonly Pick<Finding, 'code' | 'words'>[];
}

/** A platform's statistics against ours. */
export interface TotalsBody {
  readonly kind: 'totals' | 'paper';
  readonly stated: StatedTotals;
  /** The document that states them; on paper the file they were read from. */
  readonly sourceId: string;
  /** When the source was taken or read. */
  readonly at: Instant;
  /** Which of our lots are held against them; `null`: none is known to be what they speak of. */
  readonly basis: TotalsBasis | null;
  readonly lines: readonly TotalsLine[];
}

/** A platform's list of results against our lots. */
export interface ListBody {
  readonly kind: 'list';
  readonly documentId: string;
  readonly at: Instant;
  readonly comparison: ListComparison;
  /** Rows of it that nobody could read: they wait among 待核数据. */
  readonly unreadable: number;
}

/** What is held against what. */
export type ItemBody = LotBody | TotalsBody | ListBody;

/** One thing that is reconciled (对账事项), as it stands now. */
export interface Item<B extends ItemBody = ItemBody> {
  readonly id: string;
  readonly platform: string;
  readonly platformName: string;
  /** The lot's title, the statistics' scope, or the document's id; `null` where a lot has no title. */
  readonly title: string | null;
  readonly body: B;
  readonly differences: number;
  /** Of everything that would be closed: other numbers, other hash. */
  readonly hash: string;
  readonly status: ItemStatus;
  /** The newest closing, whether it still holds or not. */
  readonly closing: Signed<ClosingData> | null;
  /** Of the item's log; 0 where nobody said anything. */
  readonly version: number;
}

/** SHA-256 of what an item is made of. */
export function hashOfBody(hash: Hash, content: object): string {
  return hash.sha256(canonicalJson(content));
}

/** How many differences a body shows; `null` where there is nothing to compare. */
function differencesOf(body: ItemBody): number | null {
  if (body.kind === 'lot') return body.unchecked === null ? body.findings.length : null;
  if (body.kind !== 'list') return body.basis === null ? null : body.lines.filter((line) => !line.agrees).length;
  const { missingWithUs, missingWithThem, amountDiffers, outcomeDiffers } = body.comparison;
  return missingWithUs.length + missingWithThem.length + amountDiffers.length + outcomeDiffers.length;
}

/** An item as people left it. */
export function toItem<B extends ItemBody>(
  of: Pick<Item<B>, 'id' | 'platform' | 'platformName' | 'title' | 'body' | 'hash'>,
  said: Reconciliation | undefined,
): Item<B> {
  const differences = differencesOf(of.body);
  const closing = said?.closing ?? null;
  const status = itemStatus(differences, of.hash, closing);
  return { ...of, differences: differences ?? 0, status, closing, version: said?.version ?? 0 };
}

/** What a platform is called; its id where there is no such platform any more. */
export function platformNameOf(
  platforms: readonly { readonly id: string; readonly name: string }[],
  platform: string,
): string {
  return platforms.find(({ id }) => id === platform)?.name ?? platform;
}
