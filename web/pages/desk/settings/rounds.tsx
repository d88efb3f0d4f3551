import { Checkboxes, DeskForm, NumberInput, Submit } from '../form.tsx';
import { percentValue, shownValue, wholeValue } from '../form-text.ts';
import { ReasonField, Refused, SettingsPage, VersionPanel } from './frame.tsx';
import { settingLines } from './lines.ts';
import type { SettingView } from './view.ts';

/** What happens after 流拍: how often again, how much cheaper, when by agreement. */
export function RoundsPage({ stored, version, mayEdit, formKey, refused, ...frame }: SettingView<'rounds'>) {
  const policy = stored.value;
  const field = (name: string, value: string) => ({
    name,
    value: shownValue(refused?.typed, name, value),
    error: refused?.errors[name],
    required: true,
  });
  return (
    <SettingsPage {...frame} name="rounds" title="流拍后处理">
      <VersionPanel name="rounds" stored={stored} />
      <ul>
        {settingLines('rounds', policy, []).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="soft">司法拍卖降价不超过 20% 的规定不约束本区的交易;低于表决最低价的,一律须重新表决。</p>
      {mayEdit ? (
        <>
          <Refused refused={refused} />
          <DeskForm action="/desk/settings/rounds" formKey={formKey} version={version}>
            <NumberInput
              {...field('failedRoundsBeforeAgreement', wholeValue(policy.failedRoundsBeforeAgreement))}
              label="流拍几次后可以协议出租"
              unit="次"
            />
            <NumberInput
              {...field('suggestedCut', percentValue(policy.suggestedCutPpm))}
              label="每轮降价建议不超过"
              hint="超过的须说明理由"
              unit="%"
            />
            <NumberInput
              {...field('agreementPublicityWorkingDays', wholeValue(policy.agreementPublicityWorkingDays))}
              label="协议出租公示不少于"
              unit="个工作日"
            />
            <Checkboxes
              name="confirmed"
              label="确认"
              options={[['yes', '以上数值已经确认']]}
              values={policy.confirmed ? ['yes'] : []}
            />
            <ReasonField refused={refused} />
            <Submit label="保存为新的一版" />
          </DeskForm>
        </>
      ) : null}
    </SettingsPage>
  );
}
