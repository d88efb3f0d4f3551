import type { ApprovalChain, ChainStep } from '#shared/domain/approval/chain.ts';
import { PAPER_NAMES } from '#shared/domain/listing/paper-names.ts';
import { PAPER_KINDS } from '#shared/domain/listing/terms.ts';
import { Checkboxes, DeskForm, MoneyInput, NumberInput, Select, Submit, TextInput } from '../form.tsx';
import { shownValue, wholeValue, yuanValue } from '../form-text.ts';
import { ReasonField, Refused, SettingsPage, VersionPanel } from './frame.tsx';
import { settingLines, stepText } from './lines.ts';
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

/** What is ticked: after a refusal what the person had ticked, which may be nothing. */
function ticked(refused: RefusedForm | undefined, name: string, stored: readonly string[]): readonly string[] {
  if (refused === undefined) return stored;
  const typed = refused.typed[name] ?? [];
  return typeof typed === 'string' ? [typed] : typed;
}

function StepSummary({ step, position }: Pick<StepProps, 'step' | 'position'>) {
  if (step === undefined) return <summary>增加环节</summary>;
  return (
    <summary>
      {position}. {step.name} <span class="soft source">{stepText(step)}</span>
    </summary>
  );
}

/** A step in one row, which opens to its fields; a step with something wrong in it stands open. */
function StepFields({ at, position, step, refused }: StepProps) {
  const field = (name: string, stored: string) => ({
    name: `${at}.${name}`,
    value: shownValue(refused?.typed, `${at}.${name}`, stored),
    error: refused?.errors[`${at}.${name}`],
  });
  const isWrong = Object.keys(refused?.errors ?? {}).some((name) => name.startsWith(`${at}.`));
  const hint = step === undefined ? '不增加时留空' : '名称清空即删除该环节';
  return (
    <details class="act" open={isWrong}>
      <StepSummary step={step} position={position} />
      <input type="hidden" name={`${at}.id`} value={step?.id ?? ''} />
      <div class="fields">
        <TextInput {...field('name', step?.name ?? '')} label="环节名称" hint={hint} />
        <Select
          {...field('actor', step === undefined ? '' : actorWord(step))}
          label="由谁办理"
          options={ACTOR_OPTIONS}
          empty="请选择"
        />
        <NumberInput {...field('order', String(position))} label="顺序" unit="步" />
        <MoneyInput
          {...field('fromFen', yuanValue(step?.fromFen ?? null))}
          label="总额达到多少才经过"
          hint="留空表示都经过"
        />
        <NumberInput
          {...field('workingDays', wholeValue(step?.workingDays ?? null))}
          label="办理时限"
          unit="个工作日"
        />
      </div>
      <Checkboxes
        name={`${at}.papers`}
        label="须有的材料"
        options={PAPER_OPTIONS}
        values={ticked(refused, `${at}.papers`, step?.papers ?? [])}
        inColumns
      />
    </details>
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
    <section class="parts">
      <h2>
        {OWNER_TEXT[chain.ownerKind]}({chain.steps.length} 个环节){' '}
        {chain.confirmed ? null : <span class="badge">待确认</span>}
      </h2>
      {[...chain.steps, ...spare].map((step, index) => (
        <StepFields at={`${at}.steps.${index}`} position={index + 1} step={step} refused={refused} />
      ))}
      <Checkboxes
        name={`${at}.confirmed`}
        label="确认"
        options={[['yes', '以上环节、金额和时限已经确认']]}
        values={ticked(refused, `${at}.confirmed`, chain.confirmed ? ['yes'] : [])}
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
