import type { Placement } from '#shared/domain/placement/placement.ts';
import type { PlacementCommand } from '#shared/services/placement/allowed-placement.ts';
import { DeskForm, Submit, TextInput } from '../form.tsx';
import { type FieldErrors, type FormValues, shownValue } from '../form-text.ts';
import { placementAddress } from './words.ts';

/** A form of the page that was refused: which one, why, and what was typed. */
export interface RefusedAct {
  readonly command: PlacementCommand;
  readonly title: string;
  readonly errors: FieldErrors;
  readonly typed: FormValues;
}

interface ActsProps {
  readonly placement: Placement;
  readonly may: readonly PlacementCommand[];
  readonly formKey: string;
  readonly refused?: RefusedAct | undefined;
}

/** What a command is called, what happens by it, and the last part of its address. */
interface Act {
  readonly label: string;
  readonly what: string;
  readonly path: string;
  readonly asks: 'reason' | 'lot' | 'nothing';
}

/** Everything the office may do about a placement. */
export const PLACEMENT_ACTS: Readonly<Record<PlacementCommand, Act>> = {
  resume: {
    label: '重试',
    what: '问题已经解决,或者已在平台核对、平台上没有这个标的。系统马上再办一次。',
    path: '/resume',
    asks: 'reason',
  },
  identify: {
    label: '登记平台标的',
    what: '已在平台核对,平台上有这个标的。填写平台的编号和网址,以后由系统跟踪,不再重复发布。',
    path: '/identify',
    asks: 'lot',
  },
  switch: {
    label: '改为人工移交',
    what: '已在平台核对,平台上没有这个标的。以后系统不再发送,由人下载移交包、在平台录入并登记网址。',
    path: '/switch',
    asks: 'reason',
  },
  'ask-withdrawal': {
    label: '申请撤下',
    what: '请平台撤下这个标的。平台确认撤下后,挂牌随之撤回。',
    path: '/withdraw',
    asks: 'reason',
  },
  'confirm-amended': {
    label: '确认平台已变更',
    what: '已告知平台,并看到平台上的内容与变更后的内容一致。',
    path: '/amended',
    asks: 'nothing',
  },
  'confirm-withdrawn': {
    label: '确认平台已撤下',
    what: '已告知平台,并看到平台上没有这个标的了。原因中写明怎样确认的。确认后,挂牌随之撤回。',
    path: '/withdrawn',
    asks: 'reason',
  },
};

/** Several forms of the page ask for a reason: only the refused one bears the id that its fault points to. */
function ReasonArea({ refused }: Pick<ActsProps, 'refused'>) {
  const error = refused?.errors['reason'];
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label>
        原因<span class="must">必填</span>
        <textarea name="reason" rows={2} required id={error === undefined ? undefined : 'f-reason'}>
          {shownValue(refused?.typed, 'reason', '')}
        </textarea>
      </label>
      {error === undefined ? null : <p class="error">{error}</p>}
    </div>
  );
}

function LotFields({ refused }: Pick<ActsProps, 'refused'>) {
  const field = (name: string) => ({
    name,
    value: shownValue(refused?.typed, name, ''),
    error: refused?.errors[name],
    required: true,
  });
  return (
    <>
      <TextInput {...field('number')} label="平台的标的编号" hint="平台上显示的编号" />
      <TextInput {...field('url')} label="平台上的网址" hint="从平台上打开该标的,复制浏览器地址栏中的网址" />
    </>
  );
}

function ActForm({ command, placement, formKey, refused }: Omit<ActsProps, 'may'> & { command: PlacementCommand }) {
  const { label, what, path, asks } = PLACEMENT_ACTS[command];
  const own = refused?.command === command ? refused : undefined;
  const { id, version, amendment } = placement;
  return (
    <details class="act" open={own !== undefined}>
      <summary>{label}</summary>
      <DeskForm action={placementAddress(id, path)} formKey={`${formKey}-${command}`} version={version}>
        <p>{what}</p>
        {asks === 'lot' ? <LotFields refused={own} /> : null}
        {asks === 'reason' ? <ReasonArea refused={own} /> : null}
        {asks === 'nothing' ? <input type="hidden" name="number" value={String(amendment?.number ?? 0)} /> : null}
        <Submit label={label} quiet />
      </DeskForm>
    </details>
  );
}

/** A form for each thing the person may do now. */
export function PlacementActs({ may, ...rest }: ActsProps) {
  if (may.length === 0) return null;
  return (
    <section>
      <h2>办理</h2>
      {may.map((command) => (
        <ActForm command={command} {...rest} />
      ))}
    </section>
  );
}
