import type { Caller } from '#shared/domain/caller.ts';
import type { ListingCard } from '#shared/services/desk/listing/listing-card.ts';
import { moneyText } from '../../../format.ts';
import { Time } from '../../time.tsx';
import { ExportLinks } from '../export-links.tsx';
import { DeskPage } from '../frame.tsx';
import { stateText, UNTITLED } from './words.ts';

/** A search of listings by words of the title, the owner or the number. */
export function SearchForm({ text }: { readonly text: string }) {
  return (
    <form class="inline-search" action="/desk/listings" method="get">
      <label class="hidden" for="q">
        按名称、单位或编号查找挂牌
      </label>
      <input type="search" id="q" name="q" value={text} placeholder="按名称、单位或编号查找挂牌" />
      <button type="submit">查找</button>
    </form>
  );
}

/** Listings as a table, as cards on a phone. */
function ListingTable({ cards }: { readonly cards: readonly ListingCard[] }) {
  return (
    <div class="scroll">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">挂牌</th>
            <th scope="col">单位</th>
            <th scope="col">状态</th>
            <th scope="col">起拍价</th>
            <th scope="col">轮次</th>
            <th scope="col">更新</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr>
              <th scope="row">
                <a href={`/desk/listings/${card.id}`}>{card.title ?? UNTITLED}</a>
              </th>
              <td data-label="单位">{card.ownerName}</td>
              <td data-label="状态">{stateText(card)}</td>
              <td data-label="起拍价">{moneyText(card.startPriceFen, card.priceBasis)}</td>
              <td data-label="轮次">{card.round}</td>
              <td data-label="更新">
                <Time at={card.updatedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ListProps {
  readonly caller: Caller;
  readonly assets: string;
  /** At most `MOST_SHOWN`. */
  readonly cards: readonly ListingCard[];
  readonly total: number;
  readonly text: string;
  /** What is searched for, as an address says it. */
  readonly search: URLSearchParams;
  readonly mayDraft: boolean;
}

/** The listings one may see, those changed last first. */
export function ListingsPage({ caller, assets, cards, total, text, search, mayDraft }: ListProps) {
  return (
    <DeskPage title="挂牌" caller={caller} here="listings" assets={assets}>
      <h1>挂牌</h1>
      {mayDraft ? (
        <p class="links">
          <a class="button" href="/desk/listings/new">
            新建挂牌
          </a>
        </p>
      ) : null}
      <SearchForm text={text} />
      <p>
        共 {total} 个{total > cards.length ? `,列出最近更新的 ${cards.length} 个,其余请查找` : ''}。
        <ExportLinks what="listings" search={search} />
      </p>
      {cards.length === 0 ? null : <ListingTable cards={cards} />}
    </DeskPage>
  );
}
