import type { ApprovalChain, ChainStep } from '#shared/domain/approval/chain.ts';
import { PAPER_NAMES } from '#shared/domain/listing/paper-names.ts';
import { PAPER_KINDS } from '#shared/domain/listing/terms.ts';
import { Checkboxes, DeskForm, MoneyInput, NumberInput, Select, Submit, TextInput } from '../form.tsx';
import { shownValue, wholeValue, yuanValue } from '../form-text.ts';
import { ReasonField, Refused, SettingsPage, VersionPanel } from './frame.tsx';
import { settingLines } from './lines.ts';
import { SPARE_STEPS } from './read-chains.ts';
import type { RefusedForm, SettingView } from './view.ts';
import { ACTOR_OPTIONS, actorWord, OWNER_TEXT } from './words.ts';

const PAPER_OPTIONS = PAPER_KINDS.map((kind) => [kind, PAPER_NAMES[kind]] as const);

interface StepProps {
  readonly at: string;
  readonly position: number;
  readonly step: ChainStep | undefined;
  readonly refused: RefusedForm | undefined;
}

function StepFields({ at, position, step, refused }: StepProps) {
  const field = (name: string, stored: string) => ({
    name: `${at}.${name}`,
    value: shownValue(refused?.typed, `${at}.${name}`, stored),
    error: refused?.errors[`${at}.${name}`],
  });
  return (
    <fieldset class="panel">
      <legend>{step === undefined ? '增加环节(不需要时留空)' : `第 ${position} 步 ${step.name}`}</legend>
      <input type="hidden" name={`${at}.id`} value={step?.id ?? ''} />
      <NumberInput {...field('order', String(position))} label="顺序" unit="步" />
      <TextInput {...field('name', step?.name ?? '')} label="环节名称" hint="名称清空即删除该环节" />
      <Select
        {...field('actor', step === undefined ? '' : actorWord(step))}
        label="由谁办理"
        options={ACTOR_OPTIONS}
        empty="请选择"
      />
      <Checkboxes name={`${at}.papers`} label="须有的材料" options={PAPER_OPTIONS} values={step?.papers ?? []} />
      <MoneyInput
        {...field('fromFen', yuanValue(step?.fromFen ?? null))}
        label="总额达到多少才经过"
        hint="留空表示都经过"
      />
      <NumberInput {...field('workingDays', wholeValue(step?.workingDays ?? null))} label="办理时限" unit="个工作日" />
    </fieldset>
  );
}

function ChainFields({
  chain,
  at,
  refused,
}: {
  readonly chain: ApprovalChain;
  readonly at: number;
  readonly refused: RefusedForm | undefined;
}) {
  const spare = Array.from({ length: SPARE_STEPS }, () => undefined);
  return (
    <section>
      <h2>
        {OWNER_TEXT[chain.ownerKind]} {chain.confirmed ? null : <span class="badge">待确认</span>}
      </h2>
      {[...chain.steps, ...spare].map((step, index) => (
        <StepFields at={`${at}.steps.${index}`} position={index + 1} step={step} refused={refused} />
      ))}
      <Checkboxes
        name={`${at}.confirmed`}
        label="确认"
        options={[['yes', '以上环节、金额和时限已经确认']]}
        values={chain.confirmed ? ['yes'] : []}
      />
    </section>
  );
}

/** The approval chains: read by whoever may see settings, edited by the office. */
export function ChainsPage({ stored, version, mayEdit, formKey, refused, ...frame }: SettingView<'chains'>) {
  return (
    <SettingsPage {...frame} name="chains" title="审批流程">
      <VersionPanel name="chains" stored={stored} />
      {mayEdit ? (
        <>
          <Refused refused={refused} />
          <DeskForm action="/desk/settings/chains" formKey={formKey} version={version}>
            {stored.value.map((chain, index) => (
              <ChainFields chain={chain} at={index} refused={refused} />
            ))}
            <ReasonField refused={refused} />
            <Submit label="保存为新的一版" />
          </DeskForm>
        </>
      ) : (
        <ul>
          {settingLines('chains', stored.value, []).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </SettingsPage>
  );
}
