import type { PlatformFees } from '#shared/domain/fees/on-sale.ts';
import type { OptionClock, PlatformOption } from '#shared/services/desk/platform-option.ts';
import { moneyText } from '../../../format.ts';
import { UNKNOWN } from '../../../words.ts';
import { Checkboxes, DeskForm, Radios, Submit, TextArea } from '../form.tsx';
import { VerdictLine } from '../verdicts.tsx';
import { DrawPanel, type DrawView } from './draw-panel.tsx';
import { EntryPage, type EntryView, fieldOf } from './entry.tsx';
import { stepAddress } from './steps.ts';

const KIND_TEXT = {
  'auction-house': '拍卖企业',
  'public-platform': '公共资源交易平台',
  marketplace: '网络竞价平台',
} as const satisfies Readonly<Record<PlatformOption['kind'], string>>;

interface PlatformStepProps {
  readonly view: EntryView;
  readonly options: readonly PlatformOption[];
  readonly draw: DrawView | null;
  readonly drawKey: string;
}

function clockText({ median, atMost, unit, lots }: OptionClock): string {
  if (median === null) return `${UNKNOWN}(可比的标的只有 ${lots} 个)`;
  return `${atMost ? '不超过 ' : ''}${median} ${unit === 'hours' ? '小时' : '个工作日'}(中位数,${lots} 个标的)`;
}

function feeTexts(fees: PlatformFees | null): readonly [buyer: string, seller: string] {
  if (fees === null) return ['填好起拍价和竞价日期后计算', '填好起拍价和竞价日期后计算'];
  switch (fees.kind) {
    case 'fees':
      return [moneyText(fees.charge.buyer.fen), moneyText(fees.charge.seller.fen)];
    case 'no-agreed-schedule':
      return ['没有协议费率', '没有协议费率'];
    case 'illustrative':
      return ['只有示例费率,不作比较', '只有示例费率,不作比较'];
    case 'facts-missing':
      return ['信息不全,暂不能计算', '信息不全,暂不能计算'];
  }
}

function OptionPanel({ option }: { readonly option: PlatformOption }) {
  const { name, kind, admission, counts, verdicts, clocks } = option;
  const [buyer, seller] = feeTexts(option.fees);
  const shown = verdicts.filter((verdict) => verdict.kind === 'breach' || verdict.kind === 'warning');
  return (
    <section class="panel">
      <h2>{name}</h2>
      <dl>
        <dt>性质</dt>
        <dd>{KIND_TEXT[kind]}</dd>
        <dt>准入依据</dt>
        <dd>{admission.basis}</dd>
        <dt>买方服务费</dt>
        <dd>{buyer}</dd>
        <dt>我方服务费</dt>
        <dd>{seller}</dd>
        {clocks.map((clock) => (
          <>
            <dt>{clock.name}</dt>
            <dd>{clockText(clock)}</dd>
          </>
        ))}
        <dt>规则核查</dt>
        <dd>
          违反 {counts.breach},提示 {counts.warning},缺少信息 {counts.undetermined}
        </dd>
      </dl>
      {shown.map((verdict) => (
        <VerdictLine verdict={verdict} />
      ))}
    </section>
  );
}

function DrawForms({ view, options, draw, drawKey }: PlatformStepProps) {
  const address = stepAddress(view.listing.id, 'platform');
  const { version } = view.listing;
  if (draw === null) {
    const typed = view.typed?.['candidates'] ?? [];
    const { value: _, ...field } = fieldOf(
      view,
      'candidates',
      '参加摇号的平台',
      '',
      '至少两个。公布后由摇号决定,不能再自行选择。',
    );
    return (
      <details class="act">
        <summary>不自行选择,改用摇号</summary>
        <DeskForm action={`${address}/draw/announce`} formKey={drawKey} version={version}>
          <Checkboxes
            {...field}
            options={options.map(({ platform, name }) => [platform, name])}
            values={typeof typed === 'string' ? [typed] : typed}
          />
          <Submit label="公布摇号" quiet />
        </DeskForm>
      </details>
    );
  }
  if (draw.drawn !== null) return null;
  return (
    <DeskForm action={`${address}/draw`} formKey={drawKey} version={version}>
      <Submit label="现在摇号" />
    </DeskForm>
  );
}

function ChooseForm({ view, options }: PlatformStepProps) {
  const { choice, id, version } = view.listing;
  const { value, ...field } = fieldOf(view, 'platform', '选择', choice?.platform ?? '');
  const reasonHint = '如:费用低、本地竞买人多、同类资产成交好。';
  return (
    <DeskForm action={stepAddress(id, 'platform')} formKey={view.formKey} version={version}>
      <Radios {...field} required options={options.map(({ platform, name }) => [platform, name])} values={[value]} />
      <TextArea {...fieldOf(view, 'reason', '选择理由', choice?.reason ?? '', reasonHint)} required />
      <Submit label="保存,下一步" />
    </DeskForm>
  );
}

/** Step 6: the admitted platforms side by side, and the choice. */
export function PlatformStep(props: PlatformStepProps) {
  const { view, options, draw } = props;
  const platformName = (id: string) => options.find(({ platform }) => platform === id)?.name ?? id;
  return (
    <EntryPage view={view} step="platform">
      {options.length === 0 ? <p class="notice">这类资产还没有准入的平台,请联系交易中心。</p> : null}
      <p class="soft">服务费按起拍价成交计算;用时是该平台以往标的的中位数。</p>
      {options.map((option) => (
        <OptionPanel option={option} />
      ))}
      {draw === null ? null : <DrawPanel draw={draw} platformName={platformName} />}
      {draw === null && options.length > 0 ? <ChooseForm {...props} /> : null}
      {options.length > 1 || draw !== null ? <DrawForms {...props} /> : null}
    </EntryPage>
  );
}
