import type { BidStanding } from '#shared/domain/bid.ts';
import type { BidEntry } from '#shared/domain/bid-log.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import type { Contradiction, LotState, Register } from '#shared/domain/lot-state.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Instant } from '#shared/domain/time.ts';
import { CATEGORY_TEXT, moneyText, overdueText, roundText, timeText, UNKNOWN } from '../format.ts';
import { Layout } from './layout.tsx';

interface LotProps {
  readonly card: LotCard;
  readonly state: LotState;
  readonly bids: readonly BidEntry[];
  /** All rounds of the property, this lot included. */
  readonly rounds: readonly LotCard[];
  readonly platform: string;
  readonly now: Instant;
  readonly stylesheet: string;
}

const STANDING_TEXT: Readonly<Record<BidStanding, string>> = {
  unknown: UNKNOWN,
  leading: '领先',
  outbid: '出局',
  winning: '成交',
  'taken-back': '已撤回',
};

const CONTRADICTION_TEXT: Readonly<Record<Contradiction, string>> = {
  'outcome-reversed': '平台先后公布过不同的结果',
  'reopened-after-outcome': '公布结果之后平台又显示为进行中',
  'sold-without-hammer': '显示成交但没有成交价',
  'hammer-below-start': '成交价低于起拍价',
  'ends-before-start': '结束时间早于开始时间',
};

interface Row {
  readonly label: string;
  readonly text: string;
  readonly fact?: Register<unknown> | undefined;
}

function rowsOf(card: LotCard, state: LotState): readonly Row[] {
  const { facts } = state;
  const basis = card.priceBasis;
  const text = (name: keyof LotFacts, unit = '') => {
    const value = facts[name]?.value;
    return value === undefined ? UNKNOWN : `${String(value)}${unit}`;
  };
  const category = card.tradeCategory === null ? UNKNOWN : CATEGORY_TEXT[card.tradeCategory];
  return [
    { label: '当前价', text: moneyText(card.currentPriceFen, basis), fact: facts.currentPrice },
    { label: '成交价', text: moneyText(card.hammerPriceFen, basis), fact: facts.hammerPrice },
    { label: '起拍价', text: moneyText(card.startPriceFen, basis), fact: facts.startPrice },
    { label: '评估价', text: moneyText(card.appraisalFen), fact: facts.appraisal },
    { label: '保证金', text: moneyText(card.depositFen), fact: facts.deposit },
    { label: '加价幅度', text: moneyText(card.incrementFen), fact: facts.increment },
    { label: '开始时间', text: timeText(card.startsAt), fact: facts.startsAt },
    { label: '结束时间', text: timeText(card.endsAt), fact: facts.endsAt },
    { label: '延时周期', text: text('extensionMinutes', ' 分钟'), fact: facts.extensionMinutes },
    { label: '已延时', text: text('extensionCount', ' 次'), fact: facts.extensionCount },
    { label: '报名', text: text('registrationCount', ' 人'), fact: facts.registrationCount },
    { label: '出价', text: card.bidCount === null ? UNKNOWN : `${card.bidCount} 次`, fact: facts.bidCount },
    { label: '轮次', text: roundText(card.round) ?? UNKNOWN, fact: facts.round },
    { label: '类别', text: category, fact: facts.tradeCategory },
    { label: '处置单位', text: text('seller'), fact: facts.seller },
    { label: '所在地', text: text('location'), fact: facts.location },
  ];
}

function BidTable({ bids }: { readonly bids: readonly BidEntry[] }) {
  return (
    <>
      <h2>竞买记录</h2>
      <section class="scroll" aria-label="竞买记录" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th>状态</th>
              <th>竞买号</th>
              <th>价格</th>
              <th>时间</th>
            </tr>
          </thead>
          <tbody>
            {bids.toReversed().map((bid) => (
              <tr>
                <td>{STANDING_TEXT[bid.standing]}</td>
                <td>{bid.bidder}</td>
                <td>{moneyText(bid.price)}</td>
                <td>{timeText(bid.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function RoundList({ card, rounds }: Pick<LotProps, 'card' | 'rounds'>) {
  return (
    <>
      <h2>同一资产的各轮次</h2>
      <ol class="panel rounds">
        {rounds.map((round) => (
          <li>
            {timeText(round.startsAt)} {STATUS_TEXT[round.status]} 起拍价{' '}
            {moneyText(round.startPriceFen, round.priceBasis)}{' '}
            {round.lotId === card.lotId ? '(本标的)' : <a href={`/lots/${round.lotId}`}>查看</a>}
          </li>
        ))}
      </ol>
      <p class="soft">依据:平台上相同的资产标识“{card.propertyKey}”</p>
    </>
  );
}

/** Everything known of one lot, each fact with the time its source showed it. */
export function LotPage({ card, state, bids, rounds, platform, now, stylesheet }: LotProps) {
  const overdue = overdueText(card, now);
  return (
    <Layout title={card.title ?? card.externalId} stylesheet={stylesheet}>
      <p>
        <span class={`status ${card.status}`}>{STATUS_TEXT[card.status]}</span> <span class="soft">{platform}</span>
      </p>
      <h1>{card.title ?? card.externalId}</h1>
      {overdue === null ? null : <div class="notice">{overdue}</div>}
      {card.contradictions.length === 0 ? null : (
        <div class="notice">待核:{card.contradictions.map((found) => CONTRADICTION_TEXT[found]).join(';')}</div>
      )}
      <div class="panel">
        <dl>
          {rowsOf(card, state).map(({ label, text, fact }) => (
            <>
              <dt>{label}</dt>
              <dd>
                {text}
                {fact === undefined || text === UNKNOWN ? null : (
                  <span class="soft">来源时间 {timeText(fact.stamp.at)}</span>
                )}
              </dd>
            </>
          ))}
        </dl>
      </div>
      {card.url === null ? null : (
        <p>
          <a href={card.url} rel="noopener noreferrer">
            在平台上查看
          </a>
        </p>
      )}
      {rounds.length < 2 ? null : <RoundList card={card} rounds={rounds} />}
      {bids.length === 0 ? null : <BidTable bids={bids} />}
    </Layout>
  );
}
