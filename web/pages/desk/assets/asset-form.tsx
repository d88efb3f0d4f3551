import { ASSET_NATURES } from '#shared/domain/asset/asset.ts';
import { NATURE_TEXT } from '#shared/domain/asset/check-asset.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import { ASSET_CLASSES } from '#shared/domain/trade.ts';
import { ASSET_CLASS_TEXT } from '../../../words.ts';
import { UploadField, UploadForm } from '../files/upload-field.tsx';
import { DateInput, DeskForm, ErrorSummary, MoneyInput, Select, Submit, TextArea, TextInput } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { AreaInput } from './area-input.tsx';
import { certificateFileFields, RowFields } from './asset-form-rows.tsx';
import { type AssetFormView, fieldIn } from './asset-form-view.ts';
import { placesNear } from './division-options.ts';
import { LEASE_TEXT } from './words.ts';

function WhatItIs({ view }: { readonly view: AssetFormView }) {
  const { owner } = view;
  const classes = ASSET_CLASSES.map((value) => [value, ASSET_CLASS_TEXT[value]] as const);
  const natures = ASSET_NATURES.map((value) => [value, NATURE_TEXT[value]] as const);
  return (
    <fieldset>
      <legend>资产</legend>
      <TextInput {...fieldIn(view, 'name', '资产名称')} required />
      <Select {...fieldIn(view, 'assetClass', '资产类别')} options={classes} empty="请选择" required />
      {owner.kind === 'collective' ? (
        <Select {...fieldIn(view, 'nature', '资产性质')} options={natures} empty="还没有确定" />
      ) : null}
      <Select {...fieldIn(view, 'division', '所在村、镇街')} options={placesNear(owner.division)} required />
      <TextArea {...fieldIn(view, 'address', '坐落', '门牌或四至,写到现场能找到。')} rows={2} />
      <AreaInput {...fieldIn(view, 'area', '面积', '最多三位小数。')} unit={String(view.values['area.unit'] ?? 'mu')} />
      <TextInput {...fieldIn(view, 'ledgerNumber', '资产编号', '三资平台或台账里的编号;批量导入时按它对应。')} />
      <TextArea {...fieldIn(view, 'permittedUse', '用途', '规划用途或允许的经营范围。')} rows={2} />
    </fieldset>
  );
}

function WhoUsesIt({ view }: { readonly view: AssetFormView }) {
  const states = Object.entries(LEASE_TEXT);
  return (
    <fieldset>
      <legend>现在谁在用</legend>
      <Select {...fieldIn(view, 'lease.state', '状态')} options={states} />
      <TextInput {...fieldIn(view, 'lease.incumbent', '现承租人', '按合同上的名称。')} />
      <DateInput {...fieldIn(view, 'lease.until', '合同到期日')} />
      <MoneyInput {...fieldIn(view, 'lease.yearlyRentFen', '年租金')} unit="元/年" />
    </fieldset>
  );
}

function picturesOf({ values, files }: AssetFormView): readonly DeskFile[] {
  const ids = values['pictures'] ?? [];
  return (typeof ids === 'string' ? [ids] : ids).flatMap((id) => files.get(id) ?? []);
}

function Outcome({ view }: { readonly view: AssetFormView }) {
  if (view.refused !== undefined) return <ErrorSummary {...view.refused} />;
  if (view.isChecked !== true) return null;
  const text =
    view.warnings.length === 0 ? '检查过了,没有问题。' : `检查过了,可以保存;有 ${view.warnings.length} 处请核对。`;
  return (
    <p class="notice" role="status">
      {text}还没有保存。
    </p>
  );
}

/** The form of an asset, new or known. Rows can be added without scripts, by a button that gives the form back longer. */
export function AssetFormPage({ view }: { readonly view: AssetFormView }) {
  const { caller, assets, owner, known, formKey, back } = view;
  const title = known === undefined ? '登记资产' : '更正资产';
  const action = known === undefined ? '/desk/assets' : `/desk/assets/${known.id}/edit`;
  const uploads = ['pictures', ...certificateFileFields(view)];
  return (
    <DeskPage title={title} caller={caller} here="assets" assets={assets}>
      <h1>{title}</h1>
      <p>产权人:{owner.name}</p>
      <Outcome view={view} />
      <DeskForm action={action} formKey={formKey} version={known?.version}>
        <input type="hidden" name="ownerId" value={owner.id} />
        <WhatItIs view={view} />
        <WhoUsesIt view={view} />
        <RowFields view={view} />
        <UploadField
          {...fieldIn(view, 'pictures', '照片')}
          accept="pictures"
          multiple
          files={picturesOf(view)}
          ownerId={owner.id}
        />
        <TextArea {...fieldIn(view, 'note', '备注')} />
        <p class="buttons">
          <Submit label="保存" />
          <Submit label="只检查,不保存" name="_check" value="1" quiet />
          <Submit label="再加几行" name="_more" value="1" quiet />
        </p>
      </DeskForm>
      {uploads.map((name) => (
        <UploadForm name={name} ownerId={owner.id} formKey={`${formKey}-${name}`} back={back} />
      ))}
    </DeskPage>
  );
}
