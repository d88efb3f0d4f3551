import { dayOf, type Moment } from '#shared/domain/rules/periods.ts';
import { MILESTONE_NAMES, MILESTONES, type Milestone } from '#shared/domain/settlement/milestone.ts';
import { TERM_MILESTONES } from '#shared/domain/settlement/stated-term.ts';
import { formatBeijing, type Instant } from '#shared/domain/time.ts';
import { DateInput, DateTimeInput, MoneyInput, NumberInput, Radios, Select, TextArea, TextInput } from '../form.tsx';
import { timeValue, yuanValue } from '../form-text.ts';
import { type ActFieldsProps, fieldIn, Paper, PartyFields } from './fields.tsx';
import { type SettlementAct, TERM_STARTS } from './words.ts';

function clockOf(on: Moment | undefined): string {
  return on === undefined || on.length <= 10 ? '' : formatBeijing(on as Instant).slice(11, 16);
}

function MilestoneFields(props: ActFieldsProps & { readonly isCorrection: boolean }) {
  const { view, milestone, isCorrection } = props;
  const recorded = (each: Milestone) => view.settlement.milestones[each] !== undefined;
  const options = MILESTONES.filter((each) => recorded(each) === isCorrection);
  const last = milestone === null ? undefined : view.settlement.milestones[milestone]?.at(-1)?.value;
  return (
    <>
      <Select
        {...fieldIn(props, 'milestone', milestone ?? '')}
        label="节点"
        options={options.map((each) => [each, MILESTONE_NAMES[each]])}
        empty="请选择"
        required
      />
      <DateInput
        {...fieldIn(props, 'on', last === undefined ? '' : dayOf(last.on))}
        label="日期"
        required
        hint="公示期满可以填写将来的日期,其余在办理后登记。"
      />
      <TextInput
        {...fieldIn(props, 'clock', clockOf(last?.on))}
        label="时刻"
        hint="北京时间,如 14:30;只知日期的不填。"
      />
      <Paper {...props} label="证明材料" />
      {isCorrection ? <TextArea {...fieldIn(props, 'reason')} label="更正原因" required /> : null}
      <TextArea
        {...fieldIn(props, 'note', last?.note ?? '')}
        label="备注"
        rows={2}
        hint="不要填写个人姓名、证件号、电话。"
      />
    </>
  );
}

function SaleFields(props: ActFieldsProps & { readonly isCorrection: boolean }) {
  const { view, isCorrection } = props;
  const last = view.settlement.sales.at(-1)?.value;
  const { value: outcome, ...field } = fieldIn(props, 'outcome', last?.outcome ?? '');
  const ended = timeValue(last?.endedAt ?? view.card.endsAt ?? null);
  return (
    <>
      <Radios
        {...field}
        label="结果"
        required
        options={[
          ['sold', '成交'],
          ['passed-in', '流拍'],
        ]}
        values={[outcome]}
      />
      <MoneyInput
        {...fieldIn(props, 'hammer', yuanValue(last?.hammerFen ?? null))}
        label="成交价"
        hint="按公告的计价方式填写;流拍不填。"
      />
      <DateTimeInput {...fieldIn(props, 'endedAt', ended)} label="落槌(竞价结束)时间" required hint="北京时间。" />
      <NumberInput
        {...fieldIn(props, 'bidders', last?.bidders === undefined || last.bidders === null ? '' : `${last.bidders}`)}
        label="竞买人数"
        unit="名"
        hint="笔录没有写的不填。"
      />
      <Paper {...props} label="拍卖笔录或成交确认书" />
      {isCorrection ? <TextArea {...fieldIn(props, 'reason')} label="更正原因" required /> : null}
      <TextArea
        {...fieldIn(props, 'note', last?.note ?? '')}
        label="备注"
        rows={2}
        hint="不要填写个人姓名、证件号、电话。"
      />
    </>
  );
}

function TermFields(props: ActFieldsProps) {
  return (
    <>
      <p>公告、竞价须知或合同对本标的另有约定的,在这里登记;登记后先于时限规则适用。</p>
      <Select
        {...fieldIn(props, 'milestone', props.milestone ?? '')}
        label="哪个节点的期限"
        options={TERM_MILESTONES.map((each) => [each, MILESTONE_NAMES[each]])}
        empty="请选择"
        required
        hint="保证金的退还期限在保证金台账中登记。"
      />
      <Select
        {...fieldIn(props, 'from')}
        label="从何时起算"
        options={Object.entries(TERM_STARTS)}
        empty="请选择"
        required
      />
      <NumberInput {...fieldIn(props, 'value')} label="天数" unit="天" required hint="起算当日不计。" />
      <Select
        {...fieldIn(props, 'unit', 'working_day')}
        label="按什么计算"
        options={[
          ['working_day', '工作日'],
          ['calendar_day', '自然日'],
        ]}
        required
      />
      <TextInput {...fieldIn(props, 'source')} label="约定在哪里" required hint="如:竞价公告第六条。" />
      <Paper {...props} label="写明约定的文件" />
    </>
  );
}

/** The fields of one act. */
export function ActFields({ act, ...props }: ActFieldsProps & { readonly act: SettlementAct }) {
  switch (act) {
    case 'milestone':
    case 'correction':
      return <MilestoneFields {...props} isCorrection={act === 'correction'} />;
    case 'sale':
    case 'sale-correction':
      return <SaleFields {...props} isCorrection={act === 'sale-correction'} />;
    case 'term':
      return <TermFields {...props} />;
    case 'winner':
      return <PartyFields {...props} />;
    case 'default':
      return (
        <>
          <p>登记后标的显示为悔拍,不再计入成交,不能撤销。没收保证金请在保证金台账登记。</p>
          <DateInput {...fieldIn(props, 'on')} label="认定悔拍的日期" required />
          <TextArea {...fieldIn(props, 'reason')} label="情况说明" required hint="不要填写个人姓名、证件号、电话。" />
          <Paper {...props} label="证明材料" />
        </>
      );
    case 'owner': {
      const options = props.owners.map(({ id, name }) => [id, name] as const);
      return (
        <Select
          {...fieldIn(props, 'ownerId', props.view.settlement.ownerId ?? '')}
          label="产权单位"
          options={options}
          empty="请选择"
          required
        />
      );
    }
  }
}
