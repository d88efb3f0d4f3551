import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { AgreementForm } from './agreement-form.tsx';
import { EndForm } from './end-form.tsx';
import { Refused, SettingsPage, VersionPanel } from './frame.tsx';
import { type AgreementsView, type NamedPlatform, nameOf } from './view.ts';
import { FEE_CONFIDENCE_TEXT, formulaText, PAYER_TEXT } from './words.ts';

function Fees({ components }: Pick<FeeSchedule, 'components'>) {
  return (
    <ul>
      {components.map(({ payer, formula, base, minFen, maxFen }) => (
        <li>
          {PAYER_TEXT[payer]}:{formulaText(formula, base)}
          {minFen === null ? '' : `,最低 ${formatYuan(minFen)} 元`}
          {maxFen === null ? '' : `,最高 ${formatYuan(maxFen)} 元`}
        </li>
      ))}
    </ul>
  );
}

function ScheduleRow({
  schedule,
  platforms,
}: {
  readonly schedule: FeeSchedule;
  readonly platforms: readonly NamedPlatform[];
}) {
  const { platform, title, confidence, agreementNumber, effectiveFrom, effectiveTo, source } = schedule;
  const url = source.urls[0];
  return (
    <tr>
      <th scope="row">{nameOf(platforms, platform)}</th>
      <td>
        {url === undefined ? title : <a href={url}>{title}</a>}
        <Fees components={schedule.components} />
      </td>
      <td>
        {FEE_CONFIDENCE_TEXT[confidence]}
        {agreementNumber === null ? '' : ` ${agreementNumber}`}
        {confidence === 'illustrative' ? <span class="badge">不作比较</span> : null}
      </td>
      <td>
        {effectiveFrom ?? '起始不详'} 至 {effectiveTo ?? '另行通知'}
      </td>
    </tr>
  );
}

/** What platforms charge, as agreed with them or as far as it is known. */
export function AgreementsPage(props: AgreementsView) {
  const { stored, schedules, platforms, mayEdit, refused, caller, assets } = props;
  return (
    <SettingsPage caller={caller} assets={assets} name="agreements" title="收费协议">
      <VersionPanel name="agreements" stored={stored} />
      <p>选平台时按成交日适用的收费标准计算;有协议的按协议,没有协议也没有公开标准的写明“没有协议费率”。</p>
      <table>
        <thead>
          <tr>
            <th scope="col">平台</th>
            <th scope="col">收费标准</th>
            <th scope="col">来源</th>
            <th scope="col">起止</th>
          </tr>
        </thead>
        <tbody>
          {schedules.map((schedule) => (
            <ScheduleRow schedule={schedule} platforms={platforms} />
          ))}
        </tbody>
      </table>
      {mayEdit ? (
        <>
          <Refused refused={refused} />
          <AgreementForm {...props} />
          <EndForm
            view={props}
            action="/desk/settings/agreements/end"
            title="终止协议"
            name="agreement"
            label="哪一份协议"
            options={stored.value.map(({ id, agreementNumber, title }) => [id, `${agreementNumber} ${title}`])}
            submit="终止"
          />
        </>
      ) : null}
    </SettingsPage>
  );
}
