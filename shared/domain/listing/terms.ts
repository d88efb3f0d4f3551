import type { Fen, Ppm } from '../money.ts';
import type { PriceBasis } from '../price.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { TradeKind } from '../trade.ts';

/** How often rent is paid (付款频率). */
export const PAYMENT_FREQUENCIES = ['once', 'yearly', 'half-yearly', 'quarterly', 'monthly'] as const;
export type PaymentFrequency = (typeof PAYMENT_FREQUENCIES)[number];

/** The term of a lease or contract (租期). */
export interface LeaseTerm {
  readonly startsOn: LocalDate | null;
  readonly months: number | null;
  /** Yearly rise, compounding from the second year; 0 is level. */
  readonly escalationPpm: Ppm | null;
  readonly payEvery: PaymentFrequency | null;
}

/** The valuation the price rests on (评估). */
export interface Appraisal {
  readonly fen: Fen | null;
  readonly agency: string | null;
  readonly reportOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  readonly publicityEndsOn: LocalDate | null;
}

/** The deposit (保证金) and where it is paid. */
export interface DepositTerms {
  readonly fen: Fen | null;
  readonly accountName: string | null;
  readonly accountBank: string | null;
  readonly accountNumber: string | null;
  readonly dueAt: Instant | null;
}

/** A bid in the last `withinSeconds` moves the end to `bySeconds` after it (延时竞价). */
export interface ExtensionRule {
  readonly withinSeconds: number;
  readonly bySeconds: number;
}

/** When what happens (时间安排). */
export interface ListingWindows {
  /** Day the notice is published (公告发布日). */
  readonly noticeOn: LocalDate | null;
  readonly viewingFrom: LocalDate | null;
  readonly viewingUntil: LocalDate | null;
  readonly registrationEndsAt: Instant | null;
  readonly biddingStartsAt: Instant | null;
  readonly biddingEndsAt: Instant | null;
}

/** Who may bid and with which papers (竞买人资格). */
export interface Eligibility {
  readonly who: 'anyone' | 'members-only' | 'organisations' | 'restricted';
  /** The condition in words, where `who` is `restricted`. */
  readonly condition: string | null;
  readonly papers: readonly string[];
}

/** Who bears a cost (费用承担). */
export type Bearer = 'buyer' | 'seller' | 'each-own' | 'as-agreed';

/** Work the buyer must carry out (强制性装修、改造). */
export interface CompulsoryWork {
  readonly text: string;
  readonly fen: Fen | null;
}

/** What became of one holder's right of priority (优先权). */
export interface PriorityRecord {
  /** Id of the holder in the asset's register. */
  readonly holderId: string;
  readonly name: string;
  readonly notifiedOn: LocalDate | null;
  readonly notifiedBy: 'delivered' | 'post' | 'public-notice' | 'message' | null;
  readonly answer: 'pending' | 'exercises' | 'waives';
  /** Id of a stored file: the receipt or the waiver. */
  readonly file: string | null;
}

/** The collective's own decision (民主决策): who met, who agreed, where it was published. */
export interface Resolution {
  readonly meeting: 'members' | 'delegates' | null;
  readonly heldOn: LocalDate | null;
  /** Those entitled to vote (应到), present (实到), in favour (同意). */
  readonly entitled: number | null;
  readonly present: number | null;
  readonly inFavour: number | null;
  readonly planPublishedOn: LocalDate | null;
  readonly publicityFrom: LocalDate | null;
  readonly publicityUntil: LocalDate | null;
  /** The lowest price it allows, on the listing's basis; a cut beyond it needs a new vote. */
  readonly floorFen: Fen | null;
}

/** Papers of a listing (材料); a chain's steps name those they need. */
export const PAPER_KINDS = [
  'proposal',
  'resolution',
  'publicity-proof',
  'application',
  'approval-reply',
  'appraisal-report',
  'certificate',
  'draft-contract',
  'priority-notice',
  'site-plan',
  'commission',
  'other',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A stored file as a paper of the listing. */
export interface Paper {
  readonly kind: PaperKind;
  readonly file: string;
  readonly note: string | null;
}

/** What is offered: an asset, whole or by parts. Several together are a package (资产包). */
export interface ListedItem {
  readonly assetId: string;
  /** Ids of the asset's parts; `null`: the whole. */
  readonly parts: readonly string[] | null;
}

/** Everything the seller wants (挂牌条件). A draft may leave any of it open: `null` is not said yet. */
export interface ListingTerms {
  readonly title: string | null;
  readonly items: readonly ListedItem[];
  readonly tradeKind: TradeKind | null;
  readonly priceBasis: PriceBasis | null;
  readonly startPriceFen: Fen | null;
  /** Hidden from everybody but the owner, the reviewers and the office until the end (保留价). */
  readonly reserveFen: Fen | null;
  readonly appraisal: Appraisal;
  readonly lease: LeaseTerm;
  readonly deposit: DepositTerms;
  readonly incrementFen: Fen | null;
  readonly extension: ExtensionRule | null;
  readonly windows: ListingWindows;
  readonly eligibility: Eligibility;
  readonly feesBorneBy: Bearer | null;
  readonly taxesBorneBy: Bearer | null;
  readonly permittedBusiness: string | null;
  readonly compulsoryWorks: readonly CompulsoryWork[];
  readonly priority: readonly PriorityRecord[];
  readonly resolution: Resolution;
  readonly papers: readonly Paper[];
  readonly contact: { readonly name: string | null; readonly phone: string | null };
  readonly remarks: string | null;
}

/** Terms of which nothing is said yet. */
export const NO_TERMS: ListingTerms = {
  title: null,
  items: [],
  tradeKind: null,
  priceBasis: null,
  startPriceFen: null,
  reserveFen: null,
  appraisal: { fen: null, agency: null, reportOn: null, publishedOn: null, publicityEndsOn: null },
  lease: { startsOn: null, months: null, escalationPpm: null, payEvery: null },
  deposit: { fen: null, accountName: null, accountBank: null, accountNumber: null, dueAt: null },
  incrementFen: null,
  extension: null,
  windows: {
    noticeOn: null,
    viewingFrom: null,
    viewingUntil: null,
    registrationEndsAt: null,
    biddingStartsAt: null,
    biddingEndsAt: null,
  },
  eligibility: { who: 'anyone', condition: null, papers: [] },
  feesBorneBy: null,
  taxesBorneBy: null,
  permittedBusiness: null,
  compulsoryWorks: [],
  priority: [],
  resolution: {
    meeting: null,
    heldOn: null,
    entitled: null,
    present: null,
    inFavour: null,
    planPublishedOn: null,
    publicityFrom: null,
    publicityUntil: null,
    floorFen: null,
  },
  papers: [],
  contact: { name: null, phone: null },
  remarks: null,
};
