import { type LotStatus, STATUS_TEXT } from '#shared/domain/lot-status.ts';
import type { Fen } from '#shared/domain/money.ts';
import { formatYuan } from '#shared/domain/money.ts';
import type { DifferingLot } from '#shared/domain/reconciliation/list-lines.ts';
import type { ListBody } from '#shared/services/reconciliation/item.ts';
import { Time } from '../../time.tsx';
import { LotLinks, type Titles } from './totals-side.tsx';
import { evidenceAddress, statedPeriod } from './words.ts';

interface ResultWords {
  readonly status: LotStatus | null;
  readonly hammerPriceFen: Fen | null;
}

function resultText({ status, hammerPriceFen }: ResultWords): string {
  const price = hammerPriceFen === null ? '没有成交价' : `${formatYuan(hammerPriceFen)} 元`;
  return status === null ? price : `${STATUS_TEXT[status]},${price}`;
}

function Differing({ lots, titles }: { readonly lots: readonly DifferingLot[]; readonly titles: Titles }) {
  return (
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">标的</th>
          <th scope="col">清单</th>
          <th scope="col">我们</th>
        </tr>
      </thead>
      <tbody>
        {lots.map(({ lotId, theirs, ours }) => (
          <tr>
            <th scope="row">
              <a href={`/lots/${lotId}`}>{titles.get(lotId) ?? lotId}</a>
            </th>
            <td data-label="清单">{resultText(theirs)}</td>
            <td data-label="我们">{resultText(ours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A platform's list of results beside our lots. */
export function ListSide({ body, titles }: { readonly body: ListBody; readonly titles: Titles }) {
  const { documentId, at, comparison, unreadable } = body;
  const { listed, period, missingWithUs, missingWithThem, amountDiffers, outcomeDiffers } = comparison;
  return (
    <section class="panel">
      <h2>逐标的核对</h2>
      <p>
        <a href={evidenceAddress(documentId)}>平台的结果清单</a>(
        <Time at={at} />
        )列有 {listed} 个有结果的标的{period === null ? '' : `,竞价结束日 ${statedPeriod(period)}`}。
      </p>
      {unreadable === 0 ? null : (
        <p class="notice">
          清单中另有 {unreadable} 行读不出来,没有核对,见<a href={evidenceAddress(documentId)}>待核数据</a>。
        </p>
      )}
      <h3>清单有、我们没有({missingWithUs.length})</h3>
      <LotLinks lots={missingWithUs} titles={titles} />
      <h3>我们有、清单没有({missingWithThem.length})</h3>
      <p class="soft">竞价结束日在清单首末两日之间、我们记为成交而清单没有列的。清单只列部分标的的,请了结时注明。</p>
      <LotLinks lots={missingWithThem} titles={titles} />
      <h3>成交价不一致({amountDiffers.length})</h3>
      {amountDiffers.length === 0 ? null : <Differing lots={amountDiffers} titles={titles} />}
      <h3>结果不一致({outcomeDiffers.length})</h3>
      {outcomeDiffers.length === 0 ? null : <Differing lots={outcomeDiffers} titles={titles} />}
    </section>
  );
}
