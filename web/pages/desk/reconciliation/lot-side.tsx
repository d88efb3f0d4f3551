import { isOutcome, STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { FINDING_TEXT, type Finding, UNCHECKED_TEXT } from '#shared/domain/reconciliation/finding.ts';
import { bidWords, topBid } from '#shared/domain/reconciliation/valid-bids.ts';
import { formatBeijing } from '#shared/domain/time.ts';
import type { LotBody } from '#shared/services/reconciliation/item.ts';
import type { LotEvidence } from '#shared/services/reconciliation/view.ts';
import { moneyText } from '../../../format.ts';
import { CONTRADICTION_TEXT, STANDING_TEXT } from '../../../words.ts';
import { LotBids } from '../../lot-bids.tsx';
import { Time } from '../../time.tsx';
import { placementAddress } from '../placements/words.ts';

interface LotSideProps {
  readonly body: LotBody;
  readonly lot: LotEvidence;
}

/** More bids are in the log below. */
const MOST_BIDS = 10;

function FindingLine({ finding, lot }: { readonly finding: Finding; readonly lot: LotEvidence }) {
  const { code, words, bids } = finding;
  return (
    <li class="late">
      <strong>{FINDING_TEXT[code]}</strong>
      <span class="source">{words}</span>
      {bids.slice(0, MOST_BIDS).map(({ bidder, price, at, standing }) => (
        <span class="soft source">
          {formatBeijing(at).slice(0, 19).replace('T', ' ')} 竞买号 {bidder} {moneyText(price, lot.card.priceBasis)}(
          {STANDING_TEXT[standing]})
        </span>
      ))}
      {bids.length > MOST_BIDS ? <span class="soft source">共 {bids.length} 条,见下方竞买记录</span> : null}
    </li>
  );
}

function Sides({ lot: { card, bids, winner } }: Pick<LotSideProps, 'lot'>) {
  const top = topBid(bids);
  return (
    <dl>
      <dt>结果</dt>
      <dd>
        {STATUS_TEXT[card.status]}
        {isOutcome(card.status) && card.hammerPriceFen !== null
          ? `,成交价 ${moneyText(card.hammerPriceFen, card.priceBasis)}`
          : ''}
      </dd>
      <dt>竞得的竞买号</dt>
      <dd>{winner ?? '保证金清册没有写明'}</dd>
      <dt>最高有效出价</dt>
      <dd>{top === undefined ? '没有有效出价' : bidWords(top)}</dd>
      <dt>竞价结束</dt>
      <dd>
        <Time at={card.endsAt} />
      </dd>
    </dl>
  );
}

/** What the record and the placement say already: shown where it is, not again here. */
function Elsewhere({ lot: { card, placement } }: Pick<LotSideProps, 'lot'>) {
  if (card.contradictions.length === 0 && placement === null) return null;
  return (
    <ul class="notice">
      {card.contradictions.map((contradiction) => (
        <li>
          记录自相矛盾:{CONTRADICTION_TEXT[contradiction]},见<a href={`/lots/${card.lotId}`}>标的页面</a>
        </li>
      ))}
      {placement === null ? null : (
        <li>
          平台显示的内容有 {placement.differences} 项与批准的不一致,见
          <a href={placementAddress(placement.id)}>上架页面</a>
        </li>
      )}
    </ul>
  );
}

/** A lot's result beside its bids, with the bids that show each finding. */
export function LotSide({ body, lot }: LotSideProps) {
  return (
    <>
      <section class="panel">
        <h2>结果与出价</h2>
        <Sides lot={lot} />
        {body.unchecked === null ? null : <p class="notice">没有核对:{UNCHECKED_TEXT[body.unchecked]}。</p>}
        {body.unchecked === null && lot.findings.length === 0 ? <p>结果与出价记录一致。</p> : null}
        <ul class="todo">
          {lot.findings.map((finding) => (
            <FindingLine finding={finding} lot={lot} />
          ))}
        </ul>
        <Elsewhere lot={lot} />
        <p class="links">
          <a href={`/lots/${lot.card.lotId}`}>看标的</a>
        </p>
      </section>
      <LotBids card={lot.card} bids={lot.bids} />
    </>
  );
}
