import { type BidEntry, countBids } from '#shared/domain/bid-log.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { formatBeijing } from '#shared/domain/time.ts';
import { moneyText } from '../format.ts';
import { STANDING_TEXT } from '../words.ts';

interface BidsProps {
  readonly card: LotCard;
  /** In the order of bidding. */
  readonly bids: readonly BidEntry[];
}

/** How many bids we hold, beside how many the platform counts, where the two differ. */
function countText({ card, bids }: BidsProps): string {
  const held = countBids(bids);
  const takenBack = countBids(bids.filter(({ standing }) => standing === 'taken-back'));
  const differs = card.bidCount !== null && card.bidCount !== held;
  return [
    `已收录 ${held} 次出价`,
    ...(takenBack > 0 ? [`其中已撤回 ${takenBack} 次`] : []),
    ...(differs ? [`平台计 ${card.bidCount} 次`] : []),
  ].join(',');
}

/** A time to the second, as bids are told apart by it. */
function Second({ at }: { readonly at: BidEntry['at'] }) {
  const [date, clock = ''] = formatBeijing(at).split('T');
  return (
    <time datetime={formatBeijing(at)}>
      <span class="whole">{date}</span> <span class="whole">{clock.slice(0, 8)}</span>
    </time>
  );
}

function Bid({ bid, card }: { readonly bid: BidEntry; readonly card: LotCard }) {
  const isTakenBack = bid.standing === 'taken-back';
  const price = moneyText(bid.price, card.priceBasis);
  return (
    <tr class={isTakenBack ? 'taken-back' : undefined}>
      <td class="whole">{STANDING_TEXT[bid.standing]}</td>
      <td>{bid.bidder}</td>
      <td>
        {isTakenBack ? <del class="whole">{price}</del> : <span class="whole">{price}</span>}
        {bid.count > 1 ? ` (${bid.count} 次)` : ''}
      </td>
      <td>
        <Second at={bid.at} />
      </td>
    </tr>
  );
}

/** The bid log, newest first; what was taken back stays visible and is marked. */
export function LotBids({ card, bids }: BidsProps) {
  if (bids.length === 0) return null;
  return (
    <section aria-labelledby="bids">
      <h2 id="bids">竞买记录</h2>
      <p class="soft">{countText({ card, bids })}。竞买号是平台公布的代号,只在本标的内有效。</p>
      <section class="scroll" aria-label="竞买记录表,可左右滚动" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">状态</th>
              <th scope="col">竞买号</th>
              <th scope="col">价格</th>
              <th scope="col">时间</th>
            </tr>
          </thead>
          <tbody>
            {bids.toReversed().map((bid) => (
              <Bid bid={bid} card={card} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
