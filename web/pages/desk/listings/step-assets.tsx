import { areaText } from '../../../format.ts';
import { ASSET_CLASS_TEXT } from '../../../words.ts';
import { Checkboxes, MoneyInput, type Option, TextArea, TextInput } from '../form.tsx';
import { yuanValue } from '../form-text.ts';
import { type AssetChoice, type EntryView, fieldOf, StepForm } from './entry.tsx';

/** Empty rows for more compulsory works. */
const SPARE_ROWS = 2;

function choiceOptions({ id, asset }: AssetChoice): readonly Option[] {
  const area = asset.area === null ? '' : `,${areaText(asset.area)}`;
  const whole: Option = [id, `${asset.name}(${ASSET_CLASS_TEXT[asset.assetClass]}${area}),整体`];
  const parts = asset.parts.map(
    (part): Option => [
      `${id}/${part.id}`,
      `${asset.name} 之 ${part.name}${part.area === null ? '' : `,${areaText(part.area)}`}`,
    ],
  );
  return [whole, ...parts];
}

function Items({ view }: { readonly view: EntryView }) {
  const { items } = view.listing.terms;
  const chosen = items.flatMap(({ assetId, parts }) =>
    parts === null ? [assetId] : parts.map((part) => `${assetId}/${part}`),
  );
  const typed = view.typed?.['items'];
  const values = typed === undefined ? chosen : typeof typed === 'string' ? [typed] : typed;
  const { value: _, ...field } = fieldOf(view, 'items', '选择资产或其中的部位', '', '可多选,多项一起作为资产包。');
  return (
    <>
      <input type="hidden" name="items" value="" />
      <Checkboxes {...field} required options={view.choices.flatMap(choiceOptions)} values={values} />
      <p class="hint">
        没有要找的资产? <a href="/desk/assets/new">先登记资产</a>
      </p>
    </>
  );
}

function Works({ view }: { readonly view: EntryView }) {
  const works = view.listing.terms.compulsoryWorks;
  const rows = Array.from({ length: works.length + SPARE_ROWS }, (_, row) => row);
  return (
    <fieldset>
      <legend>必须实施的工程(没有可不填)</legend>
      {rows.map((row) => (
        <>
          <TextInput {...fieldOf(view, `compulsoryWorks.${row}.text`, `工程 ${row + 1}`, works[row]?.text ?? '')} />
          <MoneyInput
            {...fieldOf(
              view,
              `compulsoryWorks.${row}.yuan`,
              `工程 ${row + 1} 预计投入`,
              yuanValue(works[row]?.fen ?? null),
            )}
          />
        </>
      ))}
    </fieldset>
  );
}

/** Step 1: what is offered. */
export function AssetsStep({ view }: { readonly view: EntryView }) {
  const { terms } = view.listing;
  const fields = ['title', 'items', 'permittedBusiness', 'contact.name', 'contact.phone', 'remarks'];
  return (
    <StepForm view={view} step="assets" fields={fields}>
      <TextInput
        {...fieldOf(
          view,
          'title',
          '挂牌名称',
          terms.title ?? '',
          '写清位置和标的,如“织里镇某村 12 亩鱼塘三年承包经营权”。',
        )}
        required
      />
      <Items view={view} />
      <TextArea {...fieldOf(view, 'permittedBusiness', '允许的用途、业态', terms.permittedBusiness ?? '')} />
      <Works view={view} />
      <fieldset>
        <legend>看样和咨询</legend>
        <TextInput {...fieldOf(view, 'contact.name', '联系人', terms.contact.name ?? '')} />
        <TextInput {...fieldOf(view, 'contact.phone', '电话', terms.contact.phone ?? '')} />
      </fieldset>
      <TextArea {...fieldOf(view, 'remarks', '其他说明', terms.remarks ?? '')} />
    </StepForm>
  );
}
