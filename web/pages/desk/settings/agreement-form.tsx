import { TRADE_KINDS } from '#shared/domain/trade.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import {
  Checkboxes,
  DateInput,
  DeskForm,
  MoneyInput,
  NumberInput,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { ReasonField } from './frame.tsx';
import type { AgreementsView, RefusedForm } from './view.ts';
import { BASE_TEXT, CATEGORY_TEXT, PAYER_TEXT } from './words.ts';

const FORMULAS = [
  ['free', '不收'],
  ['flat', '每宗固定金额'],
  ['percent', '按比例'],
  ['marginal', '分档累进'],
] as const;

const BASES = (['hammer', 'first_year_rent', 'rent_12_months', 'total_term_rent', 'start_price'] as const).map(
  (base) => [base, BASE_TEXT[base]] as const,
);

const CATEGORIES = (['commission', 'transaction_service', 'software_service'] as const).map(
  (category) => [category, CATEGORY_TEXT[category]] as const,
);

type Fields = (
  name: string,
  stored?: string,
) => { readonly name: string; readonly value: string; readonly error: string | undefined };

function fieldsOf(refused: RefusedForm | undefined): Fields {
  return (name, stored = '') => ({
    name,
    value: shownValue(refused?.typed, name, stored),
    error: refused?.errors[name],
  });
}

function SideFields({ payer, field }: { readonly payer: 'buyer' | 'seller'; readonly field: Fields }) {
  return (
    <fieldset class="panel">
      <legend>{PAYER_TEXT[payer]}付给平台</legend>
      <Select {...field(`${payer}.type`)} label="怎样收" options={FORMULAS} empty="协议没有约定" />
      <Select {...field(`${payer}.category`, 'transaction_service')} label="名目" options={CATEGORIES} />
      <Select {...field(`${payer}.base`, 'hammer')} label="按什么计算" options={BASES} />
      <MoneyInput {...field(`${payer}.amount`)} label="固定金额" hint="选“每宗固定金额”时填写" />
      <NumberInput {...field(`${payer}.rate`)} label="比例" hint="选“按比例”时填写" unit="%" />
      <TextArea
        {...field(`${payer}.bands`)}
        label="各档"
        hint="选“分档累进”时填写,每行一档:上限(元)空格 比例(%);最后一行写“以上 比例”,如 2000000 5"
      />
      <MoneyInput {...field(`${payer}.min`)} label="最低" />
      <MoneyInput {...field(`${payer}.max`)} label="最高" />
    </fieldset>
  );
}

/** The form of an agreement with a platform on its fees. */
export function AgreementForm({ version, formKey, platforms, refused }: AgreementsView) {
  const field = fieldsOf(refused);
  return (
    <DeskForm action="/desk/settings/agreements" formKey={formKey} version={version}>
      <h2>录入协议</h2>
      <Select
        {...field('platform')}
        label="平台"
        options={platforms.map(({ id, name }) => [id, name])}
        empty="请选择"
      />
      <TextInput {...field('agreementNumber')} label="协议编号" required />
      <TextInput {...field('title')} label="协议名称" required />
      <DateInput {...field('effectiveFrom')} label="自哪天成交起适用" required />
      <DateInput {...field('effectiveTo')} label="到哪天止" hint="留空为另行通知" />
      <Checkboxes
        name="tradeKinds"
        label="适用交易方式(不选为全部)"
        options={TRADE_KINDS.map((kind) => [kind, TRADE_KIND_TEXT[kind]])}
        values={[]}
      />
      <SideFields payer="buyer" field={field} />
      <SideFields payer="seller" field={field} />
      <ReasonField refused={refused} />
      <Submit label="保存协议" />
    </DeskForm>
  );
}
