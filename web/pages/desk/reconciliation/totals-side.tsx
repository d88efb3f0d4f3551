import type { LotIds } from '#shared/domain/comparison/figure.ts';
import { MEASURE_TEXT, type TotalsLine } from '#shared/domain/reconciliation/totals-lines.ts';
import type { TotalsBody } from '#shared/services/reconciliation/item.ts';
import { Time } from '../../time.tsx';
import { basisText, differenceText, evidenceAddress, measureValue, statedPeriod } from './words.ts';

/** Titles of lots by id, where they are known. */
export type Titles = ReadonlyMap<string, string>;

/** Lots, each with the way to it. */
export function LotLinks({ lots, titles }: { readonly lots: LotIds; readonly titles: Titles }) {
  return (
    <ul>
      {lots.map((lotId) => (
        <li>
          <a href={`/lots/${lotId}`}>{titles.get(lotId) ?? lotId}</a>
        </li>
      ))}
    </ul>
  );
}

function Row({ line }: { readonly line: TotalsLine }) {
  const { measure, stated, ours } = line;
  return (
    <tr>
      <th scope="row">{MEASURE_TEXT[measure].name}</th>
      <td data-label="平台">{measureValue(measure, stated)}</td>
      <td data-label="我们">{measureValue(measure, ours)}</td>
      <td data-label="差异">{differenceText(line)}</td>
      <td data-label="我们的口径">{MEASURE_TEXT[measure].ours}</td>
    </tr>
  );
}

function Behind({ line, titles }: { readonly line: TotalsLine; readonly titles: Titles }) {
  const { measure, lots, uncounted } = line;
  return (
    <details>
      <summary>
        {MEASURE_TEXT[measure].name}:我们的 {lots.length} 个标的
        {uncounted.length === 0 ? '' : `,另有 ${uncounted.length} 个缺数据未计入`}
      </summary>
      <LotLinks lots={lots} titles={titles} />
      {uncounted.length === 0 ? null : (
        <>
          <p>缺数据、未计入的:</p>
          <LotLinks lots={uncounted} titles={titles} />
        </>
      )}
    </details>
  );
}

/** A platform's statistics beside ours, measure by measure, and the lots behind ours. */
export function TotalsSide({ body, titles }: { readonly body: TotalsBody; readonly titles: Titles }) {
  const { kind, stated, sourceId, at, lines } = body;
  return (
    <section class="panel">
      <h2>两边的数字</h2>
      <p>
        期间 {statedPeriod(stated)},平台所称范围:{stated.scope ?? '全部'};比较的是{basisText(body)}。
      </p>
      <p class="soft">
        {kind === 'totals' ? '平台自报统计' : '人工录入,依据'}{' '}
        <a href={evidenceAddress(sourceId)}>{kind === 'totals' ? '原始文件' : '平台给的文件'}</a>,<Time at={at} />
      </p>
      {lines.length === 0 ? null : (
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">平台</th>
              <th scope="col">我们</th>
              <th scope="col">差异</th>
              <th scope="col">我们的口径</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row line={line} />
            ))}
          </tbody>
        </table>
      )}
      {lines.map((line) => (
        <Behind line={line} titles={titles} />
      ))}
    </section>
  );
}
