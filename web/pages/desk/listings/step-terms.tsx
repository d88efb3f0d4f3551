import { WORDS } from '#shared/domain/listing/words.ts';
import { basisText } from '../../../format.ts';
import { DateInput, DateTimeInput, MoneyInput, NumberInput, Select, TextInput } from '../form.tsx';
import { percentValue, timeValue, wholeValue, yuanValue } from '../form-text.ts';
import { type EntryView, fieldOf, StepForm } from './entry.tsx';

const FIELDS = [
  'tradeKind',
  'priceBasis',
  'startPriceYuan',
  'reserveYuan',
  'incrementYuan',
  'extension.withinSeconds',
  'extension.bySeconds',
  'lease.startsOn',
  'lease.months',
  'lease.escalationPercent',
  'lease.payEvery',
  'appraisal.yuan',
  'appraisal.agency',
  'appraisal.reportOn',
  'appraisal.publishedOn',
  'appraisal.publicityEndsOn',
  'deposit.yuan',
  'deposit.accountName',
  'deposit.accountBank',
  'deposit.accountNumber',
  'deposit.dueAt',
  'feesBorneBy',
  'taxesBorneBy',
];

/** Kinds of trade without a term. */
const FOR_GOOD: readonly (string | null)[] = ['transfer', 'contribute_as_shares', 'mortgage'];

function Price({ view }: { readonly view: EntryView }) {
  const { terms } = view.listing;
  const unit = terms.priceBasis === null ? '元' : basisText(terms.priceBasis);
  const reserveHint = '保密:到竞价结束前,只有本单位、审核人员和交易中心看得到。没有可不填。';
  return (
    <fieldset>
      <legend>价格</legend>
      <Select
        {...fieldOf(view, 'priceBasis', '计价方式', terms.priceBasis ?? '')}
        options={Object.entries(WORDS.priceBasis)}
        empty="请选择"
      />
      <MoneyInput {...fieldOf(view, 'startPriceYuan', '起拍价', yuanValue(terms.startPriceFen))} unit={unit} />
      <MoneyInput {...fieldOf(view, 'reserveYuan', '保留价', yuanValue(terms.reserveFen), reserveHint)} unit={unit} />
      <MoneyInput {...fieldOf(view, 'incrementYuan', '加价幅度', yuanValue(terms.incrementFen))} />
      <NumberInput
        {...fieldOf(
          view,
          'extension.withinSeconds',
          '延时:结束前多少秒内有人出价',
          wholeValue(terms.extension?.withinSeconds ?? null),
          '5 分钟填 300。不延时可不填。',
        )}
        unit="秒"
      />
      <NumberInput
        {...fieldOf(view, 'extension.bySeconds', '延时:每次延长多少秒', wholeValue(terms.extension?.bySeconds ?? null))}
        unit="秒"
      />
    </fieldset>
  );
}

function Lease({ view }: { readonly view: EntryView }) {
  const { lease, tradeKind } = view.listing.terms;
  if (FOR_GOOD.includes(tradeKind)) return null;
  return (
    <fieldset>
      <legend>租期(承包期)</legend>
      <DateInput {...fieldOf(view, 'lease.startsOn', '起租日', lease.startsOn ?? '')} />
      <NumberInput {...fieldOf(view, 'lease.months', '期限', wholeValue(lease.months), '三年填 36。')} unit="个月" />
      <NumberInput
        {...fieldOf(
          view,
          'lease.escalationPercent',
          '租金每年递增',
          percentValue(lease.escalationPpm),
          '从第二年起每年在上一年基础上递增;不递增填 0。',
        )}
        unit="%"
      />
      <Select
        {...fieldOf(view, 'lease.payEvery', '付款频率', lease.payEvery ?? '')}
        options={Object.entries(WORDS.payEvery)}
        empty="请选择"
      />
    </fieldset>
  );
}

function AppraisalFields({ view }: { readonly view: EntryView }) {
  const { appraisal } = view.listing.terms;
  return (
    <fieldset>
      <legend>评估(没有可不填)</legend>
      <MoneyInput {...fieldOf(view, 'appraisal.yuan', '评估价', yuanValue(appraisal.fen))} />
      <TextInput {...fieldOf(view, 'appraisal.agency', '评估机构', appraisal.agency ?? '')} />
      <DateInput {...fieldOf(view, 'appraisal.reportOn', '报告日期', appraisal.reportOn ?? '')} />
      <DateInput {...fieldOf(view, 'appraisal.publishedOn', '评估结果公示起', appraisal.publishedOn ?? '')} />
      <DateInput {...fieldOf(view, 'appraisal.publicityEndsOn', '评估结果公示止', appraisal.publicityEndsOn ?? '')} />
    </fieldset>
  );
}

function Deposit({ view }: { readonly view: EntryView }) {
  const { deposit } = view.listing.terms;
  return (
    <fieldset>
      <legend>保证金</legend>
      <MoneyInput {...fieldOf(view, 'deposit.yuan', '保证金', yuanValue(deposit.fen))} />
      <TextInput {...fieldOf(view, 'deposit.accountName', '收款户名', deposit.accountName ?? '')} />
      <TextInput {...fieldOf(view, 'deposit.accountBank', '开户银行', deposit.accountBank ?? '')} />
      <TextInput {...fieldOf(view, 'deposit.accountNumber', '账号', deposit.accountNumber ?? '')} />
      <DateTimeInput {...fieldOf(view, 'deposit.dueAt', '到账截止', timeValue(deposit.dueAt))} />
    </fieldset>
  );
}

/** Step 2: on what terms. */
export function TermsStep({ view }: { readonly view: EntryView }) {
  const { terms } = view.listing;
  const bearers = Object.entries(WORDS.bearer);
  return (
    <StepForm view={view} step="terms" fields={FIELDS}>
      <Select
        {...fieldOf(view, 'tradeKind', '交易方式', terms.tradeKind ?? '', '选好后点“保存”,下面只留需要填的内容。')}
        options={Object.entries(WORDS.tradeKind)}
        empty="请选择"
        required
      />
      <Price view={view} />
      <Lease view={view} />
      <AppraisalFields view={view} />
      <Deposit view={view} />
      <fieldset>
        <legend>费用和税</legend>
        <Select
          {...fieldOf(view, 'feesBorneBy', '交易服务费', terms.feesBorneBy ?? '')}
          options={bearers}
          empty="请选择"
        />
        <Select {...fieldOf(view, 'taxesBorneBy', '税费', terms.taxesBorneBy ?? '')} options={bearers} empty="请选择" />
      </fieldset>
    </StepForm>
  );
}
