import type { Asset } from '#shared/domain/asset/asset.ts';
import type { Claim } from '#shared/domain/asset/lock.ts';
import type { ListingCard } from '#shared/services/desk/listing/listing-card.ts';
import { stateText, UNTITLED } from '../listings/words.ts';

interface AssetListingsProps {
  readonly asset: Asset;
  readonly claims: readonly Claim[];
  /** Those changed last first. */
  readonly listings: readonly ListingCard[];
}

/** What a listing holds of the asset: which part, for which time. */
function claimText({ parts, takes, from, until, state }: Claim, asset: Asset): string {
  const nameOf = (id: string) => asset.parts.find((part) => part.id === id)?.name ?? id;
  const what = parts === null ? '整体' : parts.map(nameOf).join('、');
  const time = takes === 'transfer' ? '转让' : `使用期 ${from} 至 ${until ?? '不限'}`;
  return `${state === 'open' ? '占用' : '已成交'}${what},${time}`;
}

/** The listings of the asset, with what they hold of it: a draft holds nothing yet, what was withdrawn nothing any more. */
export function AssetListings({ asset, claims, listings }: AssetListingsProps) {
  // A claim is put before the list knows its listing.
  const unlisted = claims.filter(({ holder }) => !listings.some(({ id }) => id === holder));
  if (listings.length + unlisted.length === 0) return <p class="soft">没有挂牌过。</p>;
  return (
    <ul>
      {unlisted.map((claim) => (
        <li>
          <a href={`/desk/listings/${claim.holder}`}>挂牌 {claim.holder}</a>:{claimText(claim, asset)}
        </li>
      ))}
      {listings.map((card) => (
        <li>
          <a href={`/desk/listings/${card.id}`}>{card.title ?? UNTITLED}</a>:{stateText(card)}
          {claims
            .filter(({ holder }) => holder === card.id)
            .map((claim) => (
              <span class="source">{claimText(claim, asset)}</span>
            ))}
        </li>
      ))}
    </ul>
  );
}
