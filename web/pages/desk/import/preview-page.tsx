import type { Caller } from '#shared/domain/caller.ts';
import { type ImportMapping, mappingFaults } from '#shared/services/desk/import/mapping.ts';
import type { PlannedRow } from '#shared/services/desk/import/plan-import.ts';
import { type ImportRun, ROWS_PER_RUN } from '#shared/services/desk/import/run-import.ts';
import type { Sheet } from '#shared/services/desk/import/sheet.ts';
import { areaText } from '../../../format.ts';
import { ASSET_CLASS_TEXT } from '../../../words.ts';
import { DifferenceList } from '../assets/history.tsx';
import { DeskForm, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { MappingForms } from './mapping-fields.tsx';
import { mappingFields } from './mapping-form.ts';

interface ImportPreviewProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly importId: string;
  readonly fileName: string;
  readonly sheets: readonly Sheet[];
  readonly mapping: ImportMapping;
  readonly planned: readonly PlannedRow[];
  /** What the last run did; absent before the first. */
  readonly run?: ImportRun | undefined;
  readonly formKey: string;
}

const WHAT_TEXT: Readonly<Record<PlannedRow['what'], string>> = {
  new: '新登记',
  amend: '更正',
  unchanged: '与台账一致',
  faulty: '有错,不导入',
  skipped: '跳过',
};

function RowDetails({ planned }: { readonly planned: PlannedRow }) {
  switch (planned.what) {
    case 'skipped':
      return <>{planned.sentence}</>;
    case 'faulty':
      return (
        <ul>
          {planned.faults.map(({ at, sentence }) => (
            <li class="error">
              {at}:{sentence}
            </li>
          ))}
        </ul>
      );
    case 'amend':
      return <DifferenceList differences={planned.differences} />;
    default: {
      const { assetClass, area, address } = planned.asset;
      return (
        <>{[ASSET_CLASS_TEXT[assetClass], area === null ? '' : areaText(area), address].filter(Boolean).join(',')}</>
      );
    }
  }
}

function nameOf(planned: PlannedRow): string {
  if (planned.what === 'skipped') return '';
  return planned.what === 'faulty' ? (planned.name ?? '') : planned.asset.name;
}

function Rows({ planned }: { readonly planned: readonly PlannedRow[] }) {
  return (
    <div class="scroll">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">表格行</th>
            <th scope="col">资产</th>
            <th scope="col">结果</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {planned.map((row) => (
            <tr>
              <th scope="row">{row.row}</th>
              <td data-label="资产">{nameOf(row)}</td>
              <td data-label="结果">{WHAT_TEXT[row.what]}</td>
              <td data-label="内容" class="words">
                <RowDetails planned={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunResult({ run }: { readonly run: ImportRun }) {
  const { registered, amended, refused, left } = run;
  return (
    <div class="notice" role="status">
      <p>
        刚才写入:新登记 {registered} 项,更正 {amended} 项。
        {left > 0 ? `还有 ${left} 行没有写入,请点“继续写入”。` : '没有剩下的行了。'}
      </p>
      <ul>
        {refused.map(({ row, sentence }) => (
          <li>
            第 {row} 行没有写入:{sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}

function CommitForm(props: ImportPreviewProps & { readonly action: string; readonly due: number }) {
  const { mapping, run, formKey, action, due } = props;
  const isGoingOn = run !== undefined && run.left > 0;
  return (
    <DeskForm action={action} formKey={formKey}>
      {mappingFields(mapping).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="after" value={isGoingOn ? String(run.lastRow ?? 0) : '0'} />
      <p class="hint">每次写入 {ROWS_PER_RUN} 行,中途断开可以再点一次继续,不会重复登记。</p>
      <Submit label={isGoingOn ? '继续写入' : `确认写入 ${due} 行`} />
    </DeskForm>
  );
}

/** Every row of a table and what would become of it; nothing is written until the person says so. */
export function ImportPreviewPage(props: ImportPreviewProps) {
  const { caller, assets, importId, fileName, mapping, planned, run } = props;
  const action = `/desk/assets/import/${importId}`;
  const faults = mappingFaults(mapping);
  const counts = Map.groupBy(planned, ({ what }) => what);
  const countOf = (what: PlannedRow['what']) => counts.get(what)?.length ?? 0;
  const due = countOf('new') + countOf('amend');
  return (
    <DeskPage title="导入预览" caller={caller} here="assets" assets={assets}>
      <p>
        <a href="/desk/assets/import">← 换一个文件</a> <a href="/desk/assets">资产台账</a>
      </p>
      <h1>导入预览</h1>
      <p>文件:{fileName}</p>
      {run === undefined ? null : <RunResult run={run} />}
      {faults.map((fault) => (
        <p class="notice wrong">{fault}</p>
      ))}
      <MappingForms {...props} action={action} />
      <p>
        {Object.entries(WHAT_TEXT)
          .map(([what, text]) => `${text} ${counts.get(what as PlannedRow['what'])?.length ?? 0} 行`)
          .join(',')}
        。
      </p>
      {faults.length === 0 && due > 0 ? <CommitForm {...props} action={action} due={due} /> : null}
      <Rows planned={planned} />
    </DeskPage>
  );
}
