import {
  DateTimeInput,
  ErrorSummary,
  MoneyInput,
  NumberInput,
  Select,
  Submit,
  TextInput,
} from '#web/pages/desk/form.tsx';
import { type FieldErrors, type FormValues, shownValue } from '#web/pages/desk/form-text.ts';
import type { LotAddresses } from '../faces/addresses.ts';
import { type Face, MARKETS } from '../faces/face.ts';
import type { Entry } from '../store.ts';
import { KINDS } from './entry-form.ts';
import { SandboxFrame } from './frame.tsx';

interface EntryProps {
  readonly nameOf: (face: Face) => string;
  readonly typed: FormValues;
  readonly errors: FieldErrors;
}

function Fields({ nameOf, typed, errors }: EntryProps) {
  const field = (name: string, label: string) => ({
    name,
    label,
    value: shownValue(typed, name, ''),
    error: errors[name],
  });
  return (
    <>
      <Select {...field('market', '平台')} options={MARKETS.map((each) => [each, nameOf(each)])} required />
      <TextInput {...field('reference', '委托编号')} hint="照移交包填写,平台据此认出同一份委托" required />
      <NumberInput {...field('round', '轮次')} unit="次" hint="再次拍卖填 2、3……" />
      <TextInput {...field('title', '标题')} required />
      <TextInput {...field('seller', '处置单位')} />
      <TextInput {...field('location', '标的物所在地')} />
      <Select {...field('kind', '流转方式')} options={KINDS} required />
      <MoneyInput {...field('startYuan', '起拍价')} required />
      <MoneyInput {...field('reserveYuan', '保留价')} hint="不设则留空" />
      <MoneyInput {...field('depositYuan', '保证金')} />
      <MoneyInput {...field('incrementYuan', '加价幅度')} />
      <NumberInput {...field('extension', '延时周期')} unit="分钟" />
      <DateTimeInput {...field('starts', '竞价开始(北京时间)')} required />
      <DateTimeInput {...field('ends', '竞价结束(北京时间)')} required />
    </>
  );
}

/** The entry page a marketplace has for its sellers: somebody types in what a package says. */
export function EntryPage(props: EntryProps) {
  return (
    <SandboxFrame title="后台录入">
      <h1>后台录入</h1>
      <p>代替平台的商家后台:照移交包把标的录入,得到它在该平台的标的页面地址,再到工作台登记。</p>
      {Object.keys(props.errors).length === 0 ? null : <ErrorSummary title="还有几处需要改正" errors={props.errors} />}
      <form method="post" action="/sandbox/enter" class="desk-form">
        <Fields {...props} />
        <Submit label="录入" />
      </form>
    </SandboxFrame>
  );
}

/** What came of an entry: where the lot is seen. */
export function EnteredPage(props: {
  readonly entry: Entry;
  readonly faceName: string;
  readonly addresses: LotAddresses;
}) {
  const { entry, faceName, addresses } = props;
  const { lotId } = entry.lot;
  return (
    <SandboxFrame title="已录入">
      <h1>已录入:{String(entry.content['title'])}</h1>
      <div class="panel">
        <dl>
          <dt>平台</dt>
          <dd>{faceName}(演示)</dd>
          <dt>标的编号</dt>
          <dd>{lotId}</dd>
          <dt>标的页面地址</dt>
          <dd>
            <code>{addresses.shown}</code>
          </dd>
          <dt>保存页面的地址</dt>
          <dd>
            <a href={addresses.saved}>{addresses.saved}</a>
          </dd>
        </dl>
      </div>
      <p>
        到工作台登记上架时填写上面的标的页面地址。要收录这个标的,打开保存页面的地址,把页面存成文件再导入。竞价过程见
        <a href={`/sandbox/lots/${lotId}`}>标的页</a>。
      </p>
    </SandboxFrame>
  );
}
