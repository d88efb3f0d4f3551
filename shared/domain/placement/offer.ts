import type { ExtensionRule } from '../listing/terms.ts';
import type { Fen, Ppm } from '../money.ts';
import type { PriceBasis } from '../price.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Area, AssetClass, TradeCategory, TradeKind } from '../trade.ts';

/** A file that goes with an offer; its bytes lie in the files bucket under `key`. */
export interface OfferFile {
  readonly role: 'picture' | 'notice' | 'document';
  /** As the platform shows it, with its ending. */
  readonly name: string;
  readonly sha256: string;
  readonly contentType: string;
  readonly key: string;
  readonly bytes: number;
}

/**
 * What a platform is asked to sell (委托), in our words: made of the approved terms, the same whatever the platform. `null` is
 * not said. It carries the hidden reserve, so it is stored where only the functions that send it read.
 */
export interface Offer {
  readonly schema: 'offer.v1';
  /** Our reference: the placement's id. */
  readonly reference: string;
  readonly platform: string;
  readonly round: number;
  /** 0 as first approved; else the number of the amendment, and why. */
  readonly amendment: number;
  readonly amendmentReason: string | null;
  readonly title: string;
  readonly seller: { readonly name: string; readonly creditCode: string | null };
  readonly tradeCategory: TradeCategory;
  readonly assetId: string | null;
  readonly assetClass: AssetClass | null;
  readonly tradeKind: TradeKind;
  readonly priceBasis: PriceBasis;
  readonly location: string | null;
  readonly divisionCode: string | null;
  readonly area: Area | null;
  readonly termMonths: number | null;
  readonly termStartsOn: LocalDate | null;
  readonly escalationPpm: Ppm | null;
  readonly startPriceFen: Fen;
  readonly reserveFen: Fen | null;
  readonly appraisalFen: Fen | null;
  readonly depositFen: Fen | null;
  readonly incrementFen: Fen | null;
  readonly extension: ExtensionRule | null;
  readonly hasPriorityHolders: boolean;
  readonly noticeOn: LocalDate | null;
  readonly viewingFrom: LocalDate | null;
  readonly viewingUntil: LocalDate | null;
  readonly registrationEndsAt: Instant | null;
  readonly biddingStartsAt: Instant;
  readonly biddingEndsAt: Instant | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null };
  readonly remarks: string | null;
  /** The notice's number (文号), where one was issued. */
  readonly noticeNumber: string | null;
  readonly files: readonly OfferFile[];
}

/** Where a stored offer lies in the files bucket. */
export function offerKey(sha256: string): string {
  return `offers/${sha256}`;
}
