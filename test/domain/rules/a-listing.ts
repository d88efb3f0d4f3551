import type { Asset } from '#shared/domain/asset/asset.ts';
import type { Owner } from '#shared/domain/asset/owner.ts';
import { STATE_CALENDAR } from '#shared/domain/calendar/working-days.ts';
import { type ListingTerms, NO_TERMS } from '#shared/domain/listing/terms.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { checkListing } from '#shared/domain/rules/check-listing.ts';
import { effectiveRules } from '#shared/domain/rules/effective.ts';
import type { ListingCheck } from '#shared/domain/rules/listing-check.ts';
import type { Verdict } from '#shared/domain/rules/rule.ts';
import { type Instant, type LocalDate, parseBeijing } from '#shared/domain/time.ts';

export function day(text: string): LocalDate {
  return text as LocalDate;
}

export function beijing(text: string): Instant {
  const at = parseBeijing(text);
  if (at === undefined) throw new RangeError(text);
  return at;
}

export const VILLAGE: Owner = {
  id: 'village',
  kind: 'collective',
  name: '织里镇某村股份经济合作社',
  uscc: null,
  division: '330502100207',
  contact: null,
};

export const STATE_UNIT: Owner = { ...VILLAGE, id: 'unit', kind: 'state', name: '某国有公司', division: '330502' };

export function anAsset(of: Partial<Asset> = {}): Asset {
  return {
    ownerId: 'village',
    name: '东塘',
    assetClass: 'fish_pond',
    nature: 'resource',
    division: '330502100207',
    address: '村东',
    area: { thousandths: 12_500, unit: 'mu' },
    parts: [],
    certificates: [],
    pictures: [],
    lease: { state: 'vacant', incumbent: null, until: null, yearlyRentFen: null },
    priorityHolders: [],
    ledgerNumber: null,
    permittedUse: null,
    note: null,
    ...of,
  };
}

/** A fish-pond lease, noticed on 2026-08-03 and bid for eight days later. */
export function pondTerms(of: Partial<ListingTerms> = {}): ListingTerms {
  return {
    ...NO_TERMS,
    title: '东塘三年承租权',
    items: [{ assetId: 'pond', parts: null }],
    tradeKind: 'lease',
    priceBasis: 'per_year',
    startPriceFen: fen(20_000_00),
    lease: { startsOn: day('2026-10-01'), months: 36, escalationPpm: ppm(0), payEvery: 'yearly' },
    windows: {
      noticeOn: day('2026-08-03'),
      viewingFrom: day('2026-08-05'),
      viewingUntil: day('2026-08-06'),
      registrationEndsAt: beijing('2026-08-10 17:00'),
      biddingStartsAt: beijing('2026-08-11 10:00'),
      biddingEndsAt: beijing('2026-08-11 11:00'),
    },
    ...of,
  };
}

/** Notice and beginning of bidding set apart from the rest. */
export function noticed(on: string, startsAt: string): ListingTerms {
  const { windows, ...terms } = pondTerms();
  return {
    ...terms,
    windows: {
      ...windows,
      noticeOn: day(on),
      registrationEndsAt: null,
      biddingStartsAt: beijing(startsAt),
      biddingEndsAt: null,
    },
  };
}

export function aCheck(of: Partial<ListingCheck> = {}): ListingCheck {
  return {
    terms: pondTerms(),
    assets: [anAsset()],
    owner: VILLAGE,
    platform: 'auction-house',
    round: 1,
    previous: [],
    rules: effectiveRules([], day('2026-08-01')),
    policy: {
      failedRoundsBeforeAgreement: 2,
      suggestedCutPpm: ppm(100_000),
      agreementPublicityWorkingDays: 5,
      confirmed: false,
    },
    calendar: STATE_CALENDAR,
    ...of,
  };
}

export function verdictOf(rule: string, check: ListingCheck): Verdict {
  const found = checkListing(check).find((verdict) => verdict.rule === rule);
  if (found === undefined) throw new Error(`no verdict of ${rule}`);
  return found;
}

/** The rules that have something to say. */
export function ids(check: ListingCheck): readonly string[] {
  return checkListing(check).map(({ rule }) => rule);
}
