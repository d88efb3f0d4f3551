import type { Fen, Ppm } from '../money.ts';
import type { LocalDate } from '../time.ts';

/**
 * What a platform itself counts (平台自报统计) of a period, for whatever it says it is of. Every figure may be unknown.
 * Counts are of rounds (宗次) unless they say distinct (去重).
 */
export interface StatedTotals {
  /** First and last Beijing day. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Whose lots: a court, a seller, a district, in the source's words; `null`: it does not say. */
  readonly scope: string | null;
  readonly published?: number;
  readonly publishedDistinct?: number;
  readonly ended?: number;
  readonly endedDistinct?: number;
  readonly sold?: number;
  /** Absent also where the source does not say its unit. */
  readonly amount?: Fen;
  readonly meanPremium?: Ppm;
}
