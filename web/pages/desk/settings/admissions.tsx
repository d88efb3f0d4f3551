import type { Admission } from '#shared/domain/settings/platform-profile.ts';
import { ASSET_CLASSES } from '#shared/domain/trade.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT } from '../../../words.ts';
import { Checkboxes, DateInput, DeskForm, Select, Submit, TextInput } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { EndForm } from './end-form.tsx';
import { ReasonField, Refused, SettingsPage, VersionPanel } from './frame.tsx';
import { type NamedPlatform, nameOf, type SettingView } from './view.ts';

/** Whose lots the office lets onto a platform. */
const CATEGORIES = ['collective', 'state'] as const;

interface AdmissionsProps extends SettingView<'admissions'> {
  readonly platforms: readonly NamedPlatform[];
}

function AdmissionRow({
  admission,
  platforms,
}: {
  readonly admission: Admission;
  readonly platforms: readonly NamedPlatform[];
}) {
  const { platform, assetClasses, categories, from, until, basis } = admission;
  return (
    <tr>
      <th scope="row">{nameOf(platforms, platform)}</th>
      <td>{categories.map((each) => CATEGORY_TEXT[each]).join('、') || '全部'}</td>
      <td>{assetClasses.map((each) => ASSET_CLASS_TEXT[each]).join('、') || '全部'}</td>
      <td>
        {from} 至 {until ?? '另行通知'}
      </td>
      <td>{basis}</td>
    </tr>
  );
}

function AddForm({ version, formKey, platforms, refused }: AdmissionsProps) {
  const field = (name: string) => ({
    name,
    value: shownValue(refused?.typed, name, ''),
    error: refused?.errors[name],
  });
  return (
    <DeskForm action="/desk/settings/admissions" formKey={formKey} version={version}>
      <h2>增加准入</h2>
      <Select
        {...field('platform')}
        label="平台"
        options={platforms.map(({ id, name }) => [id, name])}
        empty="请选择"
      />
      <Checkboxes
        name="categories"
        label="适用权属(不选为全部)"
        options={CATEGORIES.map((each) => [each, CATEGORY_TEXT[each]])}
        values={[]}
      />
      <Checkboxes
        name="assetClasses"
        label="适用资产类别(不选为全部)"
        options={ASSET_CLASSES.map((each) => [each, ASSET_CLASS_TEXT[each]])}
        values={[]}
      />
      <DateInput {...field('from')} label="自哪天起" required />
      <DateInput {...field('until')} label="到哪天止" hint="留空为另行通知" />
      <TextInput {...field('basis')} label="依据" hint="决定的文件名称和文号" required />
      <ReasonField refused={refused} />
      <Submit label="增加" />
    </DeskForm>
  );
}

/** The platforms that may be chosen, for what, since when, and on what decision. */
export function AdmissionsPage(props: AdmissionsProps) {
  const { stored, platforms, mayEdit, refused, caller, assets } = props;
  return (
    <SettingsPage caller={caller} assets={assets} name="admissions" title="平台准入">
      <VersionPanel name="admissions" stored={stored} />
      {stored.value.length === 0 ? <p>还没有准入任何平台,挂牌时无法选择平台。</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">平台</th>
            <th scope="col">权属</th>
            <th scope="col">资产类别</th>
            <th scope="col">起止</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {stored.value.map((admission) => (
            <AdmissionRow admission={admission} platforms={platforms} />
          ))}
        </tbody>
      </table>
      {mayEdit ? (
        <>
          <Refused refused={refused} />
          <AddForm {...props} />
          <EndForm
            view={props}
            action="/desk/settings/admissions/end"
            title="停止准入"
            name="place"
            label="哪一项"
            options={stored.value.map(({ platform, from }, index) => [
              String(index),
              `${nameOf(platforms, platform)}(${from} 起)`,
            ])}
            submit="停止"
          />
        </>
      ) : null}
    </SettingsPage>
  );
}
