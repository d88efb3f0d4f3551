import type { Caller } from '#shared/domain/caller.ts';
import type { ImportedLot, ImportedOpenings } from '#shared/services/deposits/import-openings.ts';
import { OPENING_COLUMNS } from '#shared/services/deposits/opening-columns.ts';
import { MOST_ROWS } from '#shared/services/desk/import/sheet.ts';
import { Field, fieldId } from '../field.tsx';
import { type Option, Select, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { lotDepositsAddress } from './words.ts';

interface ImportProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly platforms: readonly Option[];
  readonly formKey: string;
  /** What the table brought just now did. */
  readonly done?: { readonly fileName: string; readonly run: ImportedOpenings } | undefined;
  readonly refused?: string | undefined;
}

const WHAT: Readonly<Record<ImportedLot['what'], string>> = {
  imported: '已导入',
  known: '以前导入过,没有变化',
  refused: '没有导入',
};

function Done({ fileName, run: { lots, faults } }: NonNullable<ImportProps['done']>) {
  return (
    <section class="panel" role="status">
      <h2>{fileName}</h2>
      <ul>
        {lots.map(({ lot, lotId, rows, what }) => (
          <li class={what === 'refused' ? 'late' : undefined}>
            {lotId === null ? lot : <a href={lotDepositsAddress(lotId)}>{lot}</a>}:{rows} 行,{WHAT[what]}
          </li>
        ))}
      </ul>
      {faults.length === 0 ? null : (
        <>
          <p class="notice wrong">下列单元格有误,所在标的整个没有导入。改好后整份再传一次:已导入的不会重复。</p>
          <ul>
            {faults.map(({ at, sentence }) => (
              <li>
                <strong>{at}</strong>:{sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where a table of opening balances is brought, and what became of it. */
export function ImportDepositsPage({ caller, assets, platforms, formKey, done, refused }: ImportProps) {
  const columns = Object.values(OPENING_COLUMNS).map(([title]) => title);
  return (
    <DeskPage title="导入保证金期初台账" caller={caller} here="deposits" assets={assets}>
      <p>
        <a href="/desk/deposits">← 保证金</a>
      </p>
      <h1>导入保证金期初台账</h1>
      {refused === undefined ? null : (
        <p class="notice wrong" role="alert">
          {refused}
        </p>
      )}
      {done === undefined ? null : <Done {...done} />}
      <p>
        上传 Excel(.xlsx)或 CSV,每个标的的每个竞买号一行,一次最多 {MOST_ROWS} 行。每行须对得平:已交 = 转价款 +
        转履约保证金 + 已退还 + 没收 + 在途。同一份表格再传一次,什么都不会改变。
      </p>
      <p class="soft">能读的列:{columns.join('、')}。保管方填平台、交易中心或镇街。不得有姓名、电话、账号。</p>
      <form method="post" action="/desk/deposits/import" enctype="multipart/form-data" class="desk-form">
        <input type="hidden" name="_key" value={formKey} />
        <Select name="platform" label="标的所在平台" value="" options={platforms} empty="请选择" required />
        <Field name="file" label="表格文件" required>
          <input type="file" id={fieldId('file')} name="file" accept=".xlsx,.csv" required />
        </Field>
        <Submit label="导入" />
      </form>
    </DeskPage>
  );
}
