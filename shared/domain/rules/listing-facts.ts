import type { Asset } from '../asset/asset.ts';
import type { ListingTerms, Resolution } from '../listing/terms.ts';
import type { Fen } from '../money.ts';
import type { LocalDate } from '../time.ts';
import type { AssetClass, TradeKind } from '../trade.ts';
import type { RuleFacts } from './facts.ts';
import type { ListingCheck } from './listing-check.ts';
import { grantsOf, lastNotice } from './priority-facts.ts';
import type { ExactRatio } from './time-rule.ts';

const HOUSES: readonly AssetClass[] = [
  'factory',
  'shop',
  'office',
  'warehouse',
  'market',
  'farmer_house',
  'real_estate',
];
const LANDS: readonly AssetClass[] = [
  'land_operation_right',
  'forest_right',
  'four_wasteland',
  'land',
  'fish_pond',
  'homestead',
  'water_surface',
  'construction_in_progress',
];
const MOVABLES: readonly AssetClass[] = ['vehicle', 'equipment', 'scrap', 'production_facility'];

/** Kinds of trade that dispose of property itself, which 条例第十七条 reserves to the members; of letting its text says nothing we read. */
const DISPOSALS: readonly (TradeKind | null)[] = ['transfer', 'contribute_as_shares', 'joint_operation'];

function propertiesOf({ assetClass }: Asset): readonly string[] {
  if (HOUSES.includes(assetClass)) return ['house', 'real_estate'];
  if (LANDS.includes(assetClass)) return ['real_estate'];
  return [MOVABLES.includes(assetClass) ? 'movable' : 'other_right'];
}

function leasedOf(assets: readonly Asset[]): readonly boolean[] | null {
  const states = assets.map(({ lease }) => lease.state);
  if (states.includes('leased')) return [true];
  return states.length === 0 || states.some((state) => state !== 'vacant') ? null : [false];
}

function outsidersOf({ eligibility }: ListingTerms): readonly boolean[] | null {
  if (eligibility.who === 'members-only') return [false];
  return eligibility.who === 'restricted' ? null : [true];
}

function relistReasonOf({ terms, previous }: ListingCheck): readonly string[] {
  const before = previous.at(-1);
  if (before === undefined) return ['none'];
  const [price, last] = [terms.startPriceFen, before.startPriceFen];
  return price !== null && last !== null && price < last ? ['price_cut'] : ['terms_changed'];
}

function present<T>(value: T | null): readonly T[] | null {
  return value === null ? null : [value];
}

function conditionsOf(check: ListingCheck): RuleFacts['conditions'] {
  const { terms, assets, owner, platform, round } = check;
  const method = platform === 'auction-house' ? 'auction' : 'online_bidding';
  return {
    saleMethod: platform === null ? null : [method],
    saleKind: ['ordinary'],
    ownerKind: [owner.kind],
    assetClass: assets.map(({ assetClass }) => assetClass),
    tradeKind: present(terms.tradeKind),
    property: [...new Set(assets.flatMap(propertiesOf))],
    round: [round],
    relistReason: relistReasonOf(check),
    decision: DISPOSALS.includes(terms.tradeKind) ? ['art17_matter'] : null,
    regionPrefix: assets.length === 0 ? [owner.division] : assets.map(({ division }) => division),
    leased: leasedOf(assets),
    lesseeIsOutsider: outsidersOf(terms),
    instalment: terms.lease.payEvery === null ? null : [terms.lease.payEvery !== 'once'],
    perLotTerm: [false],
  };
}

function share(part: number | null, whole: number | null): ExactRatio | null {
  return part === null || whole === null || whole <= 0 ? null : { n: part, d: whole };
}

function voteOf({ inFavour, entitled }: Resolution): ExactRatio | null {
  return share(inFavour, entitled);
}

function firstNotice(previous: readonly ListingTerms[], own: LocalDate | null): LocalDate | null {
  const [first] = previous;
  return first === undefined ? own : first.windows.noticeOn;
}

/** On the basis the valuation is made on: a total. Rents are not held against a valuation of the property. */
function valuedPrice({ priceBasis, startPriceFen }: ListingTerms): Fen | null {
  return priceBasis === 'total' ? startPriceFen : null;
}

/** The facts of a listing as its terms, its assets and its owner state them. */
export function listingFacts(check: ListingCheck): RuleFacts {
  const { terms, assets, previous } = check;
  const { windows, resolution, appraisal, lease } = terms;
  return {
    stage: 'listing',
    conditions: conditionsOf(check),
    startPriceFen: valuedPrice(terms),
    times: {
      notice_published: windows.noticeOn,
      notice_end: windows.registrationEndsAt,
      disclosure_published: windows.noticeOn,
      disclosure_end: windows.registrationEndsAt,
      first_disclosure_published: firstNotice(previous, windows.noticeOn),
      auction_start: windows.biddingStartsAt,
      scheduled_end: windows.biddingEndsAt,
      exhibition_start: windows.viewingFrom,
      exhibition_end: windows.viewingUntil,
      lessee_notified: lastNotice(terms, assets),
      plan_published: resolution.planPublishedOn,
      vote: resolution.heldOn,
      valuation_published: appraisal.publishedOn,
      valuation_publicity_end: appraisal.publicityEndsOn,
    },
    termMonths: lease.months,
    ratios: {
      member_vote: voteOf(resolution),
      outsider_vote: voteOf(resolution),
      start_to_valuation: share(valuedPrice(terms), appraisal.fen),
    },
    counts: {},
    flags: grantsOf(terms, assets),
  };
}
