import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { MoneyUnit } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Area, AssetClass, Round, SaleMode, TradeCategory, TradeKind, Venue } from '#shared/domain/trade.ts';

/**
 * Milestones (节点) a result file may state. Offices write most of them as a day; such a milestone is 00:00 Beijing time
 * of that day and means the day, its time of day not being said. One written with a clock time is that time.
 */
export const MILESTONES = [
  'materialsCompleteAt',
  'liveAt',
  'resultKnownAt',
  'confirmedAt',
  'publicityStartsAt',
  'publicityEndsAt',
  'contractSignedAt',
  'paidAt',
  'handedOverAt',
  'depositsRefundedAt',
] as const satisfies readonly (keyof LotFacts)[];
type Milestone = (typeof MILESTONES)[number];

/** What a column of a result file may be, in the trade's fields. */
export type ResultField =
  | 'externalId'
  | 'status'
  | Milestone
  | keyof Pick<
      LotFacts,
      | 'title'
      | 'round'
      | 'saleMode'
      | 'startPrice'
      | 'hammerPrice'
      | 'priceBasis'
      | 'termMonths'
      | 'appraisal'
      | 'deposit'
      | 'increment'
      | 'bidCount'
      | 'registrationCount'
      | 'startsAt'
      | 'endsAt'
      | 'tradeCategory'
      | 'assetClass'
      | 'tradeKind'
      | 'seller'
      | 'location'
      | 'area'
      | 'venue'
      | 'serviceAgency'
      | 'reference'
    >;

/** A column by its accepted headings. Without `unit`, every amount or area in it has to carry its own. */
export interface ResultColumn {
  /** White space and a mark of duty (*) do not matter. */
  readonly theirs: readonly string[];
  readonly ours: ResultField;
  readonly unit?: MoneyUnit | Area['unit'];
}

/** Their words by field; a word that is not listed is not known. */
interface ResultWords {
  readonly status: Readonly<Record<string, LotStatus>>;
  readonly round: Readonly<Record<string, Round>>;
  readonly saleMode: Readonly<Record<string, SaleMode>>;
  readonly tradeCategory: Readonly<Record<string, TradeCategory>>;
  readonly assetClass: Readonly<Record<string, AssetClass>>;
  readonly tradeKind: Readonly<Record<string, TradeKind>>;
  readonly venue: Readonly<Record<string, Venue>>;
}

/** How a platform's result file (成交结果表) is to be read: data that can be kept, shown and changed without code. */
export interface ResultFileMapping {
  /** Raised with every change. */
  readonly version: number;
  readonly columns: readonly ResultColumn[];
  /** Columns without which it is not this table; `externalId` always is one. */
  readonly required: readonly ResultField[];
  readonly words: ResultWords;
  /** What holds for every row whose own column does not say otherwise. */
  readonly everyRow?: Readonly<Partial<Pick<LotFacts, 'venue' | 'saleMode' | 'serviceAgency'>>>;
}
