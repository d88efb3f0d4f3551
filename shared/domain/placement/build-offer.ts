import type { Owner } from '../asset/owner.ts';
import { placeText } from '../asset/place-text.ts';
import { type HandoffSource, runningRound } from '../handoff/source.ts';
import { offeredArea } from '../listing/value.ts';
import type { Offer, OfferFile } from './offer.ts';
import { type PlacementFault, placementId } from './placement.ts';

/** What an offer is made of. */
export interface OfferInput {
  readonly source: HandoffSource;
  readonly files: readonly OfferFile[];
  /** The notice's number (文号); `null` while none was issued. */
  readonly noticeNumber: string | null;
  /** The amendment the offer is for; `null`: as first approved. */
  readonly amendment: { readonly number: number; readonly reason: string } | null;
}

/** The offer, or what a platform cannot do without and nobody said. */
export type BuiltOffer = { readonly offer: Offer } | { readonly faults: readonly PlacementFault[] };

/** Fields without which nothing can be offered anywhere. */
const NEEDED = [
  ['/title', '标题', ({ title }: Terms) => title],
  ['/tradeKind', '交易方式', ({ tradeKind }: Terms) => tradeKind],
  ['/priceBasis', '计价方式', ({ priceBasis }: Terms) => priceBasis],
  ['/startPriceFen', '起拍价', ({ startPriceFen }: Terms) => startPriceFen],
  ['/windows/biddingStartsAt', '竞价开始时间', ({ windows }: Terms) => windows.biddingStartsAt],
] as const;

type Terms = ReturnType<typeof runningRound>['terms'];

/** Makes the offer of the round that runs, in our words: the same terms give the same offer. */
export function buildOffer({ source, files, noticeNumber, amendment }: OfferInput): BuiltOffer {
  const { number: round, terms } = runningRound(source);
  const { title, tradeKind, priceBasis, startPriceFen } = terms;
  const { biddingStartsAt } = terms.windows;
  const isComplete =
    title !== null && tradeKind !== null && priceBasis !== null && startPriceFen !== null && biddingStartsAt !== null;
  if (!isComplete) return { faults: faultsOf(terms) };
  return {
    offer: {
      schema: 'offer.v1',
      reference: placementId(source.listing.id, round),
      platform: source.platform.id,
      round,
      amendment: amendment?.number ?? 0,
      amendmentReason: amendment?.reason ?? null,
      title,
      tradeKind,
      priceBasis,
      startPriceFen,
      ...sellerOf(source.owner),
      ...propertyOf(source, terms),
      ...moneyOf(terms),
      ...timesOf(terms),
      biddingStartsAt,
      contact: terms.contact,
      remarks: terms.remarks,
      noticeNumber,
      files,
    },
  };
}

function faultsOf(terms: Terms): readonly PlacementFault[] {
  return NEEDED.flatMap(([pointer, name, said]) =>
    said(terms) === null ? [{ pointer, code: 'offer.missing', detail: `没有填写${name},不能上架` }] : [],
  );
}

function sellerOf({ kind, name, uscc }: Owner): Pick<Offer, 'seller' | 'tradeCategory'> {
  return { seller: { name, creditCode: uscc }, tradeCategory: kind };
}

function propertyOf({ assets }: HandoffSource, terms: Terms) {
  const all = assets.map(({ asset }) => asset);
  return {
    assetId: propertyIdOf(terms.items),
    assetClass: commonOf(all.map(({ assetClass }) => assetClass)),
    location: all.length === 0 ? null : [...new Set(all.map(placeText))].join('、'),
    divisionCode: commonOf(all.map(({ division }) => division)),
    area: offeredArea(terms, all),
    termMonths: terms.lease.months,
    termStartsOn: terms.lease.startsOn,
    escalationPpm: terms.lease.escalationPpm,
    // Whoever waived his right has none any more.
    hasPriorityHolders: terms.priority.some(({ answer }) => answer !== 'waives'),
  } satisfies Partial<Offer>;
}

function moneyOf({ reserveFen, appraisal, deposit, incrementFen, extension }: Terms) {
  return {
    reserveFen,
    appraisalFen: appraisal.fen,
    depositFen: deposit.fen,
    incrementFen,
    extension,
  } satisfies Partial<Offer>;
}

function timesOf({ windows }: Terms) {
  const { noticeOn, viewingFrom, viewingUntil, registrationEndsAt, biddingEndsAt } = windows;
  return { noticeOn, viewingFrom, viewingUntil, registrationEndsAt, biddingEndsAt } satisfies Partial<Offer>;
}

/** The same for every round of one property: the asset, with its parts where only parts are offered; a package has none. */
function propertyIdOf(items: Terms['items']): string | null {
  const [item] = items;
  if (item === undefined || items.length > 1) return null;
  return item.parts === null ? item.assetId : [item.assetId, ...item.parts.toSorted()].join('.');
}

/** What all have in common; `null` where they differ, or there is nothing. */
function commonOf<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
