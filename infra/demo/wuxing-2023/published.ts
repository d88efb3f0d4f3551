import { fen, ppm } from '#shared/domain/money.ts';
import { parseInstant } from '#shared/domain/time.ts';

/**
 * What the district published of 2023-01-01 to 2023-10-31 (截至10月底,共完成竞价610宗,成交376宗…). The demo's lots are
 * invented so that the report over them says exactly this; nothing outside this folder knows these numbers.
 */
export const PUBLISHED = {
  amount: fen(25_598_810_000),
  meanPremium: ppm(106_200),
  highestPremium: ppm(7_200_100),
} as const;

/** How many lots of one owner on one platform ended how, within the published period. */
export interface Quota {
  /** First rounds that sold … */
  readonly sold: number;
  /** … and of these the ones whose buyer defaulted: a sale at the hammer all the same, shown again net of them. */
  readonly defaulted: number;
  /** First rounds that passed in and were not offered again within the period. */
  readonly passedIn: number;
  /** First rounds that passed in, whose second round then sold … */
  readonly soldAgain: number;
  /** … or passed in as well. */
  readonly passedInAgain: number;
  /** Of `passedIn`: offered once more after the period. */
  readonly offeredLater: number;
}

/** 376 sold (256 collective, 120 state) and 234 passed in: 610 completed. */
export const QUOTAS = {
  district: {
    collective: { sold: 132, defaulted: 3, passedIn: 38, soldAgain: 36, passedInAgain: 24, offeredLater: 11 },
    state: { sold: 70, defaulted: 1, passedIn: 14, soldAgain: 14, passedInAgain: 6, offeredLater: 4 },
  },
  house: {
    collective: { sold: 74, defaulted: 2, passedIn: 22, soldAgain: 14, passedInAgain: 8, offeredLater: 6 },
    state: { sold: 31, defaulted: 1, passedIn: 7, soldAgain: 5, passedInAgain: 4, offeredLater: 2 },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Quota>>>>;

/** The moment the demo's record ends: nothing later is known. */
export const RECORD_ENDS = instant('2023-12-31T17:00:00+08:00');

function instant(text: string) {
  const at = parseInstant(text);
  if (at === undefined) throw new RangeError(`not an instant: ${text}`);
  return at;
}
