import type { ChainStep, StepActor } from '../../../domain/approval/chain.ts';
import { stepDueOn } from '../../../domain/approval/progress.ts';
import type { Owner, OwnerKind } from '../../../domain/asset/owner.ts';
import { STATE_CALENDAR } from '../../../domain/calendar/working-days.ts';
import { claimOf, type ListingClaim } from '../../../domain/listing/claim.ts';
import type { Listing, ListingState } from '../../../domain/listing/listing.ts';
import { currentRound, waitingStep } from '../../../domain/listing/progress.ts';
import type { Fen } from '../../../domain/money.ts';
import type { PriceBasis } from '../../../domain/price.ts';
import type { Instant, LocalDate } from '../../../domain/time.ts';
import type { AssetClass, TradeKind } from '../../../domain/trade.ts';

/** What lists show of a listing; never its reserve price. */
export interface ListingCard {
  readonly id: string;
  readonly version: number;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerKind: OwnerKind;
  readonly division: string;
  readonly title: string | null;
  readonly state: ListingState;
  /** The step that waits, under review. */
  readonly waiting: { readonly step: string; readonly name: string; readonly actor: StepActor } | null;
  /** Since when it is in this state, or at this step. */
  readonly waitingSince: Instant;
  /** Last day of the waiting step; `null` where no time is set or the year's holidays are unknown. */
  readonly dueOn: LocalDate | null;
  /** Whether the last review returned it: a draft to be corrected, with the reason. */
  readonly returned: string | null;
  readonly tradeKind: TradeKind | null;
  /** Of its first asset. */
  readonly assetClass: AssetClass | null;
  readonly assets: readonly string[];
  readonly startPriceFen: Fen | null;
  readonly priceBasis: PriceBasis | null;
  readonly platform: string | null;
  readonly round: number;
  readonly noticeOn: LocalDate | null;
  readonly biddingStartsAt: Instant | null;
  readonly biddingEndsAt: Instant | null;
  /** What it takes of its assets, as far as it is said. */
  readonly claim: ListingClaim | null;
  readonly url: string | null;
  readonly hammerFen: Fen | null;
  /** Ids of all who entered, edited or submitted it: none of them reviews it. */
  readonly editors: readonly string[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** The card of a listing as it stands. */
export function cardOf(
  listing: Listing,
  owner: Pick<Owner, 'id' | 'name' | 'kind' | 'division'>,
  assetClass: AssetClass | null,
): ListingCard {
  const { terms } = listing;
  const round = currentRound(listing);
  const step = waitingStep(listing);
  return {
    id: listing.id,
    version: listing.version,
    ownerId: owner.id,
    ownerName: owner.name,
    ownerKind: owner.kind,
    division: owner.division,
    title: terms.title,
    state: listing.state,
    waiting: step === undefined ? null : { step: step.id, name: step.name, actor: step.actor },
    waitingSince: listing.since,
    dueOn: step === undefined ? null : dueOnOf(step, listing.since),
    returned: returnReason(listing),
    tradeKind: terms.tradeKind,
    assetClass,
    assets: terms.items.map(({ assetId }) => assetId),
    startPriceFen: terms.startPriceFen,
    priceBasis: terms.priceBasis,
    platform: listing.choice?.platform ?? null,
    round: round.number,
    noticeOn: terms.windows.noticeOn,
    biddingStartsAt: terms.windows.biddingStartsAt,
    biddingEndsAt: terms.windows.biddingEndsAt,
    claim: claimOf(terms) ?? null,
    url: round.placed?.url ?? null,
    hammerFen: round.hammered?.fen ?? null,
    editors: listing.editors,
    createdAt: listing.createdAt,
    updatedAt: listing.lastEventAt,
  };
}

/** The last day of a step; `null` where none can be said. */
export function dueOnOf(step: ChainStep, since: Instant): LocalDate | null {
  const due = stepDueOn(step, since, STATE_CALENDAR);
  return due?.kind === 'day' ? due.day : null;
}

function returnReason({ state, steps, submissions }: Listing): string | null {
  const [last] = steps;
  const isReturned = state === 'draft' && last?.outcome === 'returned' && last.submission === submissions.length;
  return isReturned ? last.words : null;
}
