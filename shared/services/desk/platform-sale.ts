import type { Asset } from '../../domain/asset/asset.ts';
import type { Owner } from '../../domain/asset/owner.ts';
import type { Sale } from '../../domain/fees/sale.ts';
import type { ListingTerms } from '../../domain/listing/terms.ts';
import { offeredArea, wholeValue } from '../../domain/listing/value.ts';
import { beijingDate } from '../../domain/time.ts';
import type { AssetClass } from '../../domain/trade.ts';

function classOf(assets: readonly Asset[]): AssetClass | null {
  const [first] = assets;
  return first !== undefined && assets.every(({ assetClass }) => assetClass === first.assetClass)
    ? first.assetClass
    : null;
}

/**
 * The sale a listing would be if it were sold at its start price on the day its bidding ends; `null` while price or day are
 * not entered. Bids are taken online wherever it is: what an auction house is in law does not change where people bid.
 */
export function saleAtStart(terms: ListingTerms, assets: readonly Asset[], owner: Owner): Sale | null {
  const at = terms.windows.biddingEndsAt ?? terms.windows.biddingStartsAt;
  if (terms.startPriceFen === null || at === null) return null;
  const area = offeredArea(terms, assets);
  const whole = terms.lease.escalationPpm === null || terms.priceBasis === 'total' ? null : wholeValue(terms, area);
  return {
    dealDate: beijingDate(at),
    outcome: 'sold',
    hammerFen: terms.startPriceFen,
    startPriceFen: terms.startPriceFen,
    priceBasis: terms.priceBasis,
    termMonths: terms.lease.months,
    termRentFen: whole?.kind === 'amount' ? whole.fen : null,
    tradeCategory: owner.kind,
    tradeKind: terms.tradeKind,
    assetClass: classOf(assets),
    saleMode: 'ascending',
    venue: 'online',
    division: assets[0]?.division ?? owner.division,
    area,
    commissionAgreed: null,
    // 拍卖法第九条 speaks of things confiscated or handed to the state: a collective's are none.
    publicProperty: owner.kind === 'collective' ? false : null,
  };
}
