import { PRIORITY_BASES } from '#shared/domain/asset/asset.ts';
import { PRIORITY_FACTS } from '#shared/domain/asset/priority.ts';
import { fieldId } from '../field.tsx';
import { UploadField } from '../files/upload-field.tsx';
import { type Option, Select, TextInput } from '../form.tsx';
import { AreaInput } from './area-input.tsx';
import { type AssetFormView, fieldIn } from './asset-form-view.ts';
import { type RowList, rowsOf } from './asset-values.ts';

function rowNumbers({ values, spareRows }: AssetFormView, list: RowList): readonly number[] {
  return Array.from({ length: rowsOf(values, list).length + spareRows }, (_, row) => row);
}

function shownAt({ values }: AssetFormView, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Names of the fields for scans of certificates, one a row. */
export function certificateFileFields(view: AssetFormView): readonly string[] {
  return rowNumbers(view, 'certificates').map((row) => `certificates.${row}.file`);
}

/** What is said of a list as a whole, where links to its faults lead. */
function ListNotes({ view, list }: { readonly view: AssetFormView; readonly list: RowList }) {
  const error = view.refused?.errors[list];
  const doubts = view.warnings.filter(({ pointer }) => pointer === `/${list}`);
  return (
    <div id={fieldId(list)}>
      {error === undefined ? null : <p class="error">{error}</p>}
      {doubts.map(({ sentence }) => (
        <p class="hint">请核对:{sentence}</p>
      ))}
    </div>
  );
}

function Parts({ view }: { readonly view: AssetFormView }) {
  return (
    <fieldset>
      <legend>可以分开出租的部分(没有可不填)</legend>
      <p class="hint">例如三口塘中的一口、厂房的一层。名称清空并保存就是删除;正在挂牌或出租的部分不能删除。</p>
      <ListNotes view={view} list="parts" />
      {rowNumbers(view, 'parts').map((row) => (
        <>
          <input type="hidden" name={`parts.${row}.id`} value={shownAt(view, `parts.${row}.id`)} />
          <TextInput {...fieldIn(view, `parts.${row}.name`, `第 ${row + 1} 部分名称`)} />
          <AreaInput
            {...fieldIn(view, `parts.${row}.area`, `第 ${row + 1} 部分面积`)}
            unit={shownAt(view, `parts.${row}.area.unit`)}
          />
        </>
      ))}
    </fieldset>
  );
}

function Certificates({ view }: { readonly view: AssetFormView }) {
  return (
    <fieldset>
      <legend>权证(没有可不填)</legend>
      <ListNotes view={view} list="certificates" />
      {rowNumbers(view, 'certificates').map((row) => {
        const file = `certificates.${row}.file`;
        const kept = view.files.get(shownAt(view, file));
        return (
          <>
            <TextInput
              {...fieldIn(view, `certificates.${row}.kind`, `权证 ${row + 1} 种类`, '如不动产权证、林权证。')}
            />
            <TextInput {...fieldIn(view, `certificates.${row}.number`, `权证 ${row + 1} 号码`)} />
            <UploadField
              {...fieldIn(view, file, `权证 ${row + 1} 扫描件`)}
              accept="papers"
              files={kept === undefined ? [] : [kept]}
              ownerId={view.owner.id}
            />
          </>
        );
      })}
    </fieldset>
  );
}

function PriorityHolders({ view }: { readonly view: AssetFormView }) {
  const bases = PRIORITY_BASES.map((basis): Option => {
    const { name, law } = PRIORITY_FACTS[basis];
    return [basis, law === null ? name : `${name}(${law})`];
  });
  return (
    <fieldset>
      <legend>优先权人(没有可不填)</legend>
      <p class="hint">挂牌时要通知这些人,他们在同等条件下优先。</p>
      <ListNotes view={view} list="priorityHolders" />
      {rowNumbers(view, 'priorityHolders').map((row) => (
        <>
          <input type="hidden" name={`priorityHolders.${row}.id`} value={shownAt(view, `priorityHolders.${row}.id`)} />
          <TextInput {...fieldIn(view, `priorityHolders.${row}.name`, `优先权人 ${row + 1}`)} />
          <Select
            {...fieldIn(view, `priorityHolders.${row}.basis`, `优先权人 ${row + 1} 的依据`)}
            options={bases}
            empty="请选择"
          />
        </>
      ))}
    </fieldset>
  );
}

/** The lists of an asset's form, row by row, with some empty rows at the end. */
export function RowFields({ view }: { readonly view: AssetFormView }) {
  return (
    <>
      <Parts view={view} />
      <Certificates view={view} />
      <PriorityHolders view={view} />
    </>
  );
}
