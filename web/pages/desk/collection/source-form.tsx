import { Checkboxes, DeskForm, NumberInput, Radios, Submit, TextArea, TextInput } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { ReasonField, Refused } from '../settings/frame.tsx';
import { type Use, useOf } from './read-source.ts';
import { collectionAddress, type PlatformView } from './view.ts';

const USE_TEXT: Readonly<Record<Use, string>> = {
  on: '采集:按下面的频率自动读取',
  off: '不采集:由推送或人工导入',
  retired: '停用:平台已关闭或不再使用,保留已有数据',
};

type FormProps = {
  readonly view: PlatformView & { readonly fetching: NonNullable<PlatformView['fetching']> };
};

/** Lists that are ticked: as typed, else as stored. */
function chosenLists({ refused, source, fetching }: FormProps['view']): readonly string[] {
  const typed = refused?.typed['lists'];
  if (refused !== undefined) return typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed;
  return source?.lists ?? fetching.lists.map(({ id }) => id);
}

function Lists({ view }: FormProps) {
  const { fetching, refused } = view;
  if (fetching.lists.length === 0) return null;
  return (
    <Checkboxes
      name="lists"
      label="读取哪些列表"
      hint="全部选中时,平台以后新增的列表也一并读取。"
      options={fetching.lists.map(({ id, title }) => [id, title])}
      values={chosenLists(view)}
      error={refused?.errors['lists']}
    />
  );
}

function Address({ view: { fetching, source, refused } }: FormProps) {
  if (fetching.way === 'connection') return null;
  return (
    <TextInput
      name="base"
      label="网址"
      hint={`不填则为 ${fetching.base ?? '平台公布的网址'}`}
      value={shownValue(refused?.typed, 'base', source?.base ?? '')}
      error={refused?.errors['base']}
    />
  );
}

/** What the office decides about reading a platform: whether, how often, which lists, or never again. */
export function SourceForm({ view }: FormProps) {
  const { fetching, source, refused, formKey, version, health } = view;
  const perMinute = source?.requestsPerMinute ?? null;
  const otherwise = fetching.way === 'connection' ? '平台对接中填写的次数' : `${fetching.requestsPerMinute} 次`;
  return (
    <>
      <Refused refused={refused} />
      <DeskForm action={collectionAddress(health.platform)} formKey={formKey} version={version}>
        <Radios
          name="use"
          label="是否采集"
          hint="开启前请确认平台的服务条款允许按此频率自动访问公开页面。"
          options={Object.entries(USE_TEXT)}
          values={[shownValue(refused?.typed, 'use', useOf(source, fetching))]}
          error={refused?.errors['use']}
          required
        />
        <NumberInput
          name="requestsPerMinute"
          label="每分钟最多访问次数"
          hint={`与平台约定的上限,1 至 600;不填则为${otherwise}。`}
          unit="次"
          value={shownValue(refused?.typed, 'requestsPerMinute', perMinute === null ? '' : String(perMinute))}
          error={refused?.errors['requestsPerMinute']}
        />
        <Lists view={view} />
        <Address view={view} />
        <TextArea
          name="retired"
          label="停用的原因"
          hint="选择停用时填写,如:平台已于某日关闭。"
          value={shownValue(refused?.typed, 'retired', source?.retired ?? '')}
          error={refused?.errors['retired']}
          rows={2}
        />
        <ReasonField refused={refused} />
        <Submit label="保存" />
      </DeskForm>
    </>
  );
}

/** The decision as it is saved, for who may only read it. */
export function SavedSource({ view: { fetching, source } }: FormProps) {
  const lists = source?.lists ?? null;
  return (
    <dl>
      <dt>是否采集</dt>
      <dd>{USE_TEXT[useOf(source, fetching)]}</dd>
      <dt>每分钟最多访问次数</dt>
      <dd>
        {source?.requestsPerMinute ?? (fetching.way === 'connection' ? '按平台对接' : fetching.requestsPerMinute)}
      </dd>
      <dt>列表</dt>
      <dd>
        {fetching.lists
          .filter(({ id }) => lists === null || lists.includes(id))
          .map(({ title }) => title)
          .join('、') || '无'}
      </dd>
    </dl>
  );
}
