import type { DayNumber } from '#shared/domain/calendar/beijing-day.ts';
import { type AssetKind, drawAssetKind, EQUIPMENT, REAL_ESTATE } from './assets.ts';
import { dayOf2023, drawWorkingDay } from './days.ts';
import { drawSeller, type Seller } from './places.ts';
import { OFFICIAL_PLATFORMS, type OfficialPlatform, OWNERS, type Owner } from './platforms.ts';
import { QUOTAS, type Quota } from './published.ts';
import { type Draws, drawsOf } from './random.ts';

/** How one round ends, as far as the record reaches; an open one ends after it. */
export type Ending = 'sold' | 'passed-in' | 'withdrawn' | 'suspended' | 'defaulted' | 'open';

/** One round of an asset: how and on which day its bidding ends. */
export interface PlannedRound {
  readonly number: 1 | 2;
  readonly ending: Ending;
  readonly day: DayNumber;
}

/** One asset on its platform, with its rounds. Assets of one group are offered together, by one seller. */
export interface PlannedAsset {
  /** From 1, over the whole year. */
  readonly number: number;
  readonly group: number;
  readonly platform: OfficialPlatform;
  readonly owner: Owner;
  readonly seller: Seller;
  readonly kind: AssetKind;
  readonly rounds: readonly PlannedRound[];
  /** The notice of its sale reached us; without it only the table of results tells of the lot. */
  readonly isNoticed: boolean;
  readonly part?: Part;
}

/** `highest` fetches the highest premium; the prices of `closing` bring the sum out to the fen; `token` starts at 1 yuan. */
type Part = 'highest' | 'closing' | 'token';

interface Draft {
  readonly endings: readonly Ending[];
  /** The second round comes after the published period. */
  readonly isLate?: boolean;
  readonly part?: Part;
}

/** Lots besides the published ones: withdrawn and suspended throughout the year, the others of its last two months. */
const BESIDES = {
  district: {
    collective: { withdrawn: 9, suspended: 3, sold: 18, passedIn: 12, defaulted: 1, open: 8 },
    state: { withdrawn: 4, suspended: 2, sold: 8, passedIn: 4, defaulted: 0, open: 3 },
  },
  house: {
    collective: { withdrawn: 4, suspended: 1, sold: 9, passedIn: 6, defaulted: 0, open: 4 },
    state: { withdrawn: 3, suspended: 1, sold: 4, passedIn: 2, defaulted: 1, open: 2 },
  },
} as const;

const PARTS: readonly Part[] = ['highest', 'closing', 'closing', 'closing'];
/** Of a hundred assets offered once, so many are offered early enough to stand beside those offered twice. */
const EARLY = 70;
const GROUP_SIZES = {
  district: [
    [1, 70],
    [2, 20],
    [3, 10],
  ],
  house: [
    [1, 40],
    [2, 30],
    [3, 18],
    [4, 12],
  ],
} as const;
const UNNOTICED_PERCENT = 8;

const PERIODS = {
  early: [dayOf2023('01-05'), dayOf2023('09-08')],
  late: [dayOf2023('08-21'), dayOf2023('10-31')],
  after: [dayOf2023('11-02'), dayOf2023('12-27')],
  // After the record ends, in the first weeks of 2024.
  open: [dayOf2023('12-31') + 3, dayOf2023('12-31') + 19],
} as const;
type Period = keyof typeof PERIODS;
const AGAIN_AFTER_DAYS = [18, 45] as const;
const LAST_PUBLISHED = dayOf2023('10-31');

function times(count: number, endings: readonly Ending[]): readonly Draft[] {
  return Array.from({ length: count }, () => ({ endings }));
}

function draftsOf(draws: Draws, platform: OfficialPlatform, owner: Owner): Readonly<Record<Period, readonly Draft[]>> {
  const quota: Quota = QUOTAS[platform][owner];
  const besides = BESIDES[platform][owner];
  const hasParts = platform === 'district' && owner === 'state';
  const marked: readonly Draft[] = hasParts ? PARTS.map((part) => ({ endings: ['sold'], part })) : [];
  const token: readonly Draft[] = hasParts ? [{ endings: ['sold'], part: 'token' }] : [];
  const once = draws.shuffled([
    ...marked,
    ...times(quota.sold - quota.defaulted - marked.length, ['sold']),
    ...times(quota.defaulted, ['defaulted']),
    ...times(quota.passedIn - quota.offeredLater, ['passed-in']),
    ...times(besides.withdrawn, ['withdrawn']),
    ...times(besides.suspended, ['suspended']),
  ]);
  const early = Math.floor((once.length * EARLY) / 100);
  const later = Array.from({ length: quota.offeredLater }, (_, index): Draft => {
    return { endings: ['passed-in', index % 2 === 0 ? 'sold' : 'passed-in'], isLate: true };
  });
  return {
    early: [
      ...once.slice(0, early),
      ...times(quota.soldAgain, ['passed-in', 'sold']),
      ...times(quota.passedInAgain, ['passed-in', 'passed-in']),
    ],
    late: [...once.slice(early), ...later],
    after: [
      ...token,
      ...times(besides.sold, ['sold']),
      ...times(besides.passedIn, ['passed-in']),
      ...times(besides.defaulted, ['defaulted']),
    ],
    open: times(besides.open, ['open']),
  };
}

function groupsOf(draws: Draws, platform: OfficialPlatform, drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const rest = [...draws.shuffled(drafts)];
  const groups: (readonly Draft[])[] = [];
  while (rest.length > 0) groups.push(rest.splice(0, draws.weighted<number>(GROUP_SIZES[platform])));
  return groups;
}

function kindOf(draws: Draws, platform: OfficialPlatform, owner: Owner, { endings, part }: Draft): AssetKind {
  if (part !== undefined) return part === 'closing' ? REAL_ESTATE : EQUIPMENT;
  return drawAssetKind(draws, platform, owner, wasSold(endings.at(-1) ?? 'open'));
}

/** Days on which a group's first round ends, its second, and a second that comes after the published period. */
function daysOf(draws: Draws, period: Period) {
  const [from, to] = PERIODS[period];
  const first = drawWorkingDay(draws, from, to);
  const [least, most] = AGAIN_AFTER_DAYS;
  const again =
    period === 'early' ? drawWorkingDay(draws, first + least, Math.min(first + most, LAST_PUBLISHED)) : first;
  return { first, again, later: drawWorkingDay(draws, ...PERIODS.after) };
}

function roundsOf({ endings: [first = 'open', second], isLate }: Draft, days: ReturnType<typeof daysOf>) {
  const rounds: PlannedRound[] = [{ number: 1, ending: first, day: days.first }];
  if (second !== undefined) rounds.push({ number: 2, ending: second, day: isLate ? days.later : days.again });
  return rounds;
}

/** Plans every official asset of the year: who offers what where, how often, and how each round ends. */
export function planAssets(seed: number): readonly PlannedAsset[] {
  const draws = drawsOf(seed, 'plan');
  const cells = OFFICIAL_PLATFORMS.flatMap((platform) => OWNERS.map((owner) => ({ platform, owner })));
  const groups = cells.flatMap(({ platform, owner }) =>
    Object.entries(draftsOf(draws, platform, owner)).flatMap(([period, drafts]) =>
      groupsOf(draws, platform, drafts).map((together) =>
        planGroup(draws, platform, owner, period as Period, together),
      ),
    ),
  );
  return groups
    .flatMap((assets, index) => assets.map((asset) => ({ ...asset, group: index + 1 })))
    .map((asset, index) => ({ ...asset, number: index + 1 }));
}

function planGroup(
  draws: Draws,
  platform: OfficialPlatform,
  owner: Owner,
  period: Period,
  drafts: readonly Draft[],
): readonly Omit<PlannedAsset, 'number' | 'group'>[] {
  const seller = drawSeller(draws, owner);
  const days = daysOf(draws, period);
  const isNoticed = platform !== 'house' || period === 'open' || !draws.percent(UNNOTICED_PERCENT);
  return drafts.map((draft) => {
    const kind = kindOf(draws, platform, owner, draft);
    const part = draft.part && { part: draft.part };
    return { platform, owner, seller, kind, rounds: roundsOf(draft, days), isNoticed, ...part };
  });
}

/** Says whether the hammer fell, whatever the buyer did then. */
export function wasSold(ending: Ending): boolean {
  return ending === 'sold' || ending === 'defaulted';
}

/** Says whether a round is one of those the published figures count. */
export function isPublished({ ending, day }: PlannedRound): boolean {
  return day <= LAST_PUBLISHED && (wasSold(ending) || ending === 'passed-in');
}
