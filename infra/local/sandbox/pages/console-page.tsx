import type { JsonObject } from '#infra/opi/wire.ts';
import { Select, Submit, TextInput } from '#web/pages/desk/form.tsx';
import { RATES, type Rate } from '../clock.ts';
import type { Face } from '../faces/face.ts';
import { ENDPOINTS, type Endpoint, FAULT_KINDS, type FaultKind } from '../faults.ts';
import type { Entry } from '../store.ts';
import { SandboxFrame } from './frame.tsx';
import { At, yuan } from './lot-page.tsx';
import { ENDPOINT_TEXT, FAULT_TEXT, RATE_TEXT, STATUS_CLASS, STATUS_TEXT } from './words.ts';

interface ConsoleProps {
  /** Platform time. */
  readonly now: number;
  readonly rate: Rate;
  readonly entries: readonly Entry[];
  readonly faults: readonly { readonly endpoint: Endpoint; readonly kind: FaultKind; readonly times: number }[];
  readonly undelivered: number;
  readonly eventAddress: string | undefined;
  readonly nameOf: (face: Face) => string;
}

const HOUR_MS = 3_600_000;

/** A button that turns one thing. */
function Turn({ path, fields, label }: { readonly path: string; readonly fields: JsonObject; readonly label: string }) {
  return (
    <form method="post" action={`/sandbox/console${path}`}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <button type="submit" class="quiet">
        {label}
      </button>
    </form>
  );
}

function Clock({ now, rate }: ConsoleProps) {
  return (
    <section class="panel" aria-labelledby="clock">
      <h2 id="clock">平台时间</h2>
      <p>
        <strong>
          <At ms={now} />
        </strong>
        ,速度 <strong>{RATE_TEXT[rate]}</strong>。<a href="/sandbox/">刷新</a>
      </p>
      <div class="who">
        {RATES.map((each) => (
          <Turn
            path="/clock"
            fields={{ rate: each }}
            label={each === rate ? `${RATE_TEXT[each]} ✓` : RATE_TEXT[each]}
          />
        ))}
        <Turn path="/leap" fields={{ ms: HOUR_MS }} label="快进一小时" />
      </div>
      <p class="hint">平台时间只进不退。快进以后发布的标的,竞价开始时间须晚于平台时间。</p>
    </section>
  );
}

function LotRow({ entry: { face, content, lot }, nameOf }: { readonly entry: Entry } & Pick<ConsoleProps, 'nameOf'>) {
  const top = lot.bids.at(-1);
  return (
    <tr>
      <td class="whole">
        <a href={`/sandbox/lots/${lot.lotId}`}>{lot.lotId}</a>
      </td>
      <td>{String(content['title'])}</td>
      <td>{nameOf(face)}</td>
      <td class={`whole status ${STATUS_CLASS[lot.status]}`}>{STATUS_TEXT[lot.status]}</td>
      <td>{yuan(top?.priceFen ?? lot.terms.startPriceFen)}</td>
      <td>{lot.bids.length}</td>
      <td>
        <At ms={lot.endsAt} />
      </td>
    </tr>
  );
}

function Lots({ entries, nameOf }: ConsoleProps) {
  return (
    <section aria-labelledby="lots">
      <h2 id="lots">标的({entries.length})</h2>
      <section class="scroll" aria-label="标的表" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">名称</th>
              <th scope="col">展示平台</th>
              <th scope="col">状态</th>
              <th scope="col">当前价</th>
              <th scope="col">出价</th>
              <th scope="col">结束</th>
            </tr>
          </thead>
          <tbody>
            {entries.toReversed().map((entry) => (
              <LotRow entry={entry} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Faults({ faults }: ConsoleProps) {
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">演示故障</h2>
      {faults.length === 0 ? <p class="soft">没有打开的故障。</p> : null}
      {faults.map(({ endpoint, kind, times }) => (
        <div class="who">
          {ENDPOINT_TEXT[endpoint]}:{FAULT_TEXT[kind]},还有 {times} 次
          <Turn path="/faults" fields={{ endpoint, kind, times: 0 }} label="关闭" />
        </div>
      ))}
      <form method="post" action="/sandbox/console/faults" class="desk-form">
        <Select
          name="endpoint"
          label="哪里"
          value="create"
          options={ENDPOINTS.map((each) => [each, ENDPOINT_TEXT[each]])}
        />
        <Select
          name="kind"
          label="什么故障"
          value="lost-answer"
          options={FAULT_KINDS.map((each) => [each, FAULT_TEXT[each]])}
        />
        <TextInput name="times" label="几次" value="1" />
        <Submit label="打开" />
      </form>
    </section>
  );
}

/** Where the sandbox is turned: its time, its faults, and what runs. */
export function ConsolePage(props: ConsoleProps) {
  const { eventAddress, undelivered } = props;
  return (
    <SandboxFrame title="控制台">
      <h1>演示平台控制台</h1>
      <Clock {...props} />
      <Lots {...props} />
      <Faults {...props} />
      <section aria-labelledby="events">
        <h2 id="events">事件推送</h2>
        <p>
          {eventAddress === undefined ? '没有登记推送地址。' : `推送到 ${eventAddress},`}
          {eventAddress === undefined ? '' : undelivered === 0 ? '全部已收到。' : `还有 ${undelivered} 条待送。`}
        </p>
      </section>
    </SandboxFrame>
  );
}
