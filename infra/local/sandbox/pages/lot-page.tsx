import { fen } from '#shared/domain/money.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { moneyText } from '#web/format.ts';
import { Time } from '#web/pages/time.tsx';
import type { Lot, Milestone } from '../engine/lot.ts';
import type { Entry } from '../store.ts';
import { SandboxFrame } from './frame.tsx';
import { DEPOSIT_TEXT, MILESTONE_TEXT, STATUS_CLASS, STATUS_TEXT } from './words.ts';

/** A moment of the platform's time. */
export function At({ ms }: { readonly ms: number }) {
  return <Time at={fromEpochMs(ms)} />;
}

/** An amount in 元. */
export function yuan(amount: number): string {
  return moneyText(fen(amount));
}

function Prices({ terms, bids, hammerPriceFen, winner }: Lot) {
  const top = bids.at(-1);
  return (
    <>
      <dt>起拍价</dt>
      <dd>{yuan(terms.startPriceFen)}</dd>
      <dt>当前价</dt>
      <dd>{top === undefined ? '尚无出价' : yuan(top.priceFen)}</dd>
      {hammerPriceFen === undefined ? null : (
        <>
          <dt>成交价</dt>
          <dd>
            {yuan(hammerPriceFen)}(竞买号 {winner})
          </dd>
        </>
      )}
      <dt>保留价</dt>
      <dd>{terms.reserveFen === undefined ? '不设' : '设保留价,不公开'}</dd>
      <dt>保证金</dt>
      <dd>{yuan(terms.depositFen)}</dd>
      <dt>加价幅度</dt>
      <dd>{yuan(terms.incrementFen)}</dd>
    </>
  );
}

function Facts({ entry: { content, lot, reference } }: { readonly entry: Entry }) {
  return (
    <dl>
      <dt>状态</dt>
      <dd class={`status ${STATUS_CLASS[lot.status]}`}>
        {STATUS_TEXT[lot.status]}
        {lot.reason === undefined ? '' : `(${lot.reason})`}
      </dd>
      <dt>标的编号</dt>
      <dd>{lot.lotId}</dd>
      <dt>委托编号</dt>
      <dd>{reference}</dd>
      <dt>出让方</dt>
      <dd>{String(content['seller'] ?? '–')}</dd>
      <Prices {...lot} />
      <dt>竞价时间</dt>
      <dd>
        <At ms={lot.terms.startsAt} /> 至 <At ms={lot.endsAt} />
        {lot.extensionCount > 0 ? `,已延时 ${lot.extensionCount} 次` : ''}
      </dd>
    </dl>
  );
}

function Bids({ lot }: { readonly lot: Lot }) {
  return (
    <section aria-labelledby="bids">
      <h2 id="bids">出价记录({lot.bids.length} 次)</h2>
      <section class="scroll" aria-label="出价记录表" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">竞买号</th>
              <th scope="col">出价</th>
              <th scope="col">时间</th>
            </tr>
          </thead>
          <tbody>
            {lot.bids.toReversed().map(({ bidder, priceFen, at }) => (
              <tr>
                <td>{bidder}</td>
                <td>{yuan(priceFen)}</td>
                <td>
                  <At ms={at} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Deposits({ lot }: { readonly lot: Lot }) {
  return (
    <section aria-labelledby="deposits">
      <h2 id="deposits">报名与保证金({lot.bidders.length} 人)</h2>
      <section class="scroll" aria-label="保证金表" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">竞买号</th>
              <th scope="col">已交</th>
              <th scope="col">去向</th>
            </tr>
          </thead>
          <tbody>
            {lot.deposits.map(({ bidder, amountFen, state }) => (
              <tr>
                <td>{bidder}</td>
                <td>{yuan(amountFen)}</td>
                <td>{DEPOSIT_TEXT[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Milestones({ lot }: { readonly lot: Lot }) {
  const reached = Object.entries(lot.milestones) as readonly (readonly [Milestone, number])[];
  return (
    <section aria-labelledby="milestones">
      <h2 id="milestones">节点</h2>
      <dl>
        {reached
          .toSorted(([, a], [, b]) => a - b)
          .map(([name, at]) => (
            <>
              <dt>{MILESTONE_TEXT[name]}</dt>
              <dd>
                <At ms={at} />
              </dd>
            </>
          ))}
      </dl>
    </section>
  );
}

/** What anybody sees of a lot: never the reserve price, and of bidders their numbers only. */
export function LotPage({ entry, now }: { readonly entry: Entry; readonly now: number }) {
  const title = String(entry.content['title'] ?? entry.lot.lotId);
  return (
    <SandboxFrame title={title}>
      <h1>{title}</h1>
      <p class="soft">
        平台时间 <At ms={now} />。<a href={`/sandbox/lots/${entry.lot.lotId}`}>刷新</a>
      </p>
      <div class="panel">
        <Facts entry={entry} />
      </div>
      <Bids lot={entry.lot} />
      <Deposits lot={entry.lot} />
      <Milestones lot={entry.lot} />
    </SandboxFrame>
  );
}
