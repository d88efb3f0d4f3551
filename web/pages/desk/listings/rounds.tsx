import type { Listing, ListingRound } from '#shared/domain/listing/listing.ts';
import type { PriceCut } from '#shared/domain/listing/rounds.ts';
import { type Ppm, ppm } from '#shared/domain/money.ts';
import { moneyText } from '../../../format.ts';
import { UNKNOWN } from '../../../words.ts';
import { percentValue } from '../form-text.ts';

/** A cut of a price in percent: "降 10%"; a negative one is a rise. */
export function cutText(cut: Ppm): string {
  if (cut === 0) return '不变';
  return `${cut > 0 ? '降' : '升'} ${percentValue(ppm(Math.abs(cut)))}%`;
}

const OUTCOME_TEXT = { failed: '流拍', defaulted: '悔拍' } as const;

function outcomeText({ ended, terms }: ListingRound): string {
  if (ended === null) return '未结束';
  const { ending } = ended;
  return ending.outcome === 'sold'
    ? `成交 ${moneyText(ending.hammerFen, terms.priceBasis)}`
    : OUTCOME_TEXT[ending.outcome];
}

interface RoundsProps {
  readonly listing: Pick<Listing, 'rounds'>;
  readonly cuts: readonly PriceCut[];
}

/** The rounds of a listing: each price against the one before it and the first, who decided, and how it ended. */
export function Rounds({ listing, cuts }: RoundsProps) {
  return (
    <div class="scroll">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">轮次</th>
            <th scope="col">起拍价</th>
            <th scope="col">比上一轮</th>
            <th scope="col">累计</th>
            <th scope="col">谁决定</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {listing.rounds.map((round) => {
            const cut = cuts.find(({ round: number }) => number === round.number);
            const { decided, terms } = round;
            return (
              <tr>
                <th scope="row">第 {round.number} 轮</th>
                <td data-label="起拍价">{moneyText(terms.startPriceFen, terms.priceBasis)}</td>
                <td data-label="比上一轮">{cut === undefined ? UNKNOWN : cutText(cut.cutPpm)}</td>
                <td data-label="累计">{cut === undefined ? UNKNOWN : cutText(cut.cumulativePpm)}</td>
                <td data-label="谁决定">{decided === null ? UNKNOWN : `${decided.by},${decided.on}`}</td>
                <td data-label="结果">{outcomeText(round)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
