import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { IMPORT_COLUMNS } from '#shared/services/desk/import/columns.ts';
import { MOST_ROWS } from '#shared/services/desk/import/sheet.ts';
import { Field, fieldId } from '../field.tsx';
import { Select, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';

interface ImportUploadProps {
  readonly caller: Caller;
  readonly assets: string;
  /** Owners whose registers the caller keeps. */
  readonly owners: readonly Owner[];
  readonly formKey: string;
  readonly refused?: string | undefined;
}

/** Where a table is brought. */
export function ImportUploadPage({ caller, assets, owners, formKey, refused }: ImportUploadProps) {
  const columns = Object.values(IMPORT_COLUMNS).map(({ title }) => title);
  return (
    <DeskPage title="批量导入资产" caller={caller} here="assets" assets={assets}>
      <p>
        <a href="/desk/assets">← 资产台账</a>
      </p>
      <h1>批量导入资产</h1>
      {refused === undefined ? null : (
        <p class="notice wrong" role="alert">
          {refused}
        </p>
      )}
      <p>
        上传三资平台导出的表格或村里的台账,Excel(.xlsx)或 CSV。一次最多 {MOST_ROWS} 行、900 KB。
        上传后先看每一行会怎样,确认后才写入;原文件会保存。
      </p>
      <p class="soft">能读的列:{columns.join('、')}。列名不同也可以,下一步可以对应。</p>
      <form method="post" action="/desk/assets/import" enctype="multipart/form-data" class="desk-form">
        <input type="hidden" name="_key" value={formKey} />
        <Select
          name="owner"
          label="表格里没有写产权人的行,登记到"
          value={owners.length === 1 ? (owners[0]?.id ?? '') : ''}
          options={owners.map(({ id, name }) => [id, name] as const)}
          empty="每一行都写了产权人"
        />
        <Field name="file" label="表格文件" required>
          <input type="file" id={fieldId('file')} name="file" accept=".xlsx,.csv" required />
        </Field>
        <Submit label="上传并预览" />
      </form>
    </DeskPage>
  );
}
