import type { Caller } from '#shared/domain/caller.ts';
import { BASIS_TEXT } from '#shared/domain/reconciliation/our-lots.ts';
import { MEASURE_TEXT, TOTALS_MEASURES, type TotalsMeasure } from '#shared/domain/reconciliation/totals-lines.ts';
import {
  DateInput,
  DeskForm,
  ErrorSummary,
  MoneyInput,
  NumberInput,
  type Option,
  Radios,
  Select,
  Submit,
  TextInput,
} from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import type { RefusedForm } from './closing-form.tsx';
import { BOARD_ADDRESS } from './words.ts';

interface EnterProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly platforms: readonly Option[];
  readonly formKey: string;
  readonly refused?: RefusedForm | undefined;
}

const BASES = ['official', 'platform'] as const;

interface Shown {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
}

function MeasureInput({ measure, field }: { readonly measure: TotalsMeasure; readonly field: Shown }) {
  const { name, ours } = MEASURE_TEXT[measure];
  const props = { ...field, label: name, hint: `我们的口径:${ours}` };
  if (measure === 'amount') return <MoneyInput {...props} />;
  return <NumberInput {...props} unit={measure === 'meanPremium' ? '%' : ''} />;
}

/** The form in which the office enters statistics a platform gave on paper or in a file. */
export function EnterPage({ caller, assets, platforms, formKey, refused }: EnterProps) {
  const field = (name: string): Shown => ({
    name,
    value: shownValue(refused?.typed, name, ''),
    error: refused?.errors[name],
  });
  const basis = shownValue(refused?.typed, 'basis', 'official');
  return (
    <DeskPage title="录入平台给的数字" caller={caller} here="reconciliation" assets={assets}>
      <p>
        <a href={BOARD_ADDRESS}>← 对账</a>
      </p>
      <h1>录入平台给的数字</h1>
      <p>平台用纸质材料或文件给出的统计,照原样录入;没有写的不填,不推算。同一平台同一期间再次录入的,以后一次为准。</p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <DeskForm action={`${BOARD_ADDRESS}/enter`} formKey={formKey}>
        <Select {...field('platform')} label="平台" required options={platforms} empty="请选择" />
        <div class="fields">
          <DateInput {...field('from')} label="期间自" required />
          <DateInput {...field('to')} label="期间至" required />
        </div>
        <Radios
          name="basis"
          label="与我们的哪些标的比较"
          options={BASES.map((each) => [each, BASIS_TEXT[each]])}
          values={[basis]}
          error={refused?.errors['basis']}
          required
        />
        {TOTALS_MEASURES.map((measure) => (
          <MeasureInput measure={measure} field={field(measure)} />
        ))}
        <TextInput {...field('evidence')} label="依据的文件" required hint="系统中文件的编号或网址" />
        <Submit label="录入" />
      </DeskForm>
    </DeskPage>
  );
}
