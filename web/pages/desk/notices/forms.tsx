import { CHANNEL_NAMES, CHANNELS, NOTICE_KIND_NAMES, NOTICE_KINDS } from '#shared/domain/notices/notice.ts';
import { PERSON_ROLES } from '#shared/domain/people/role.ts';
import type { PersonCard } from '#shared/services/access/people.ts';
import { Checkboxes, DeskForm, ErrorSummary, type Option, Select, Submit, TextInput } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { ROLE_TEXT } from '../frame.tsx';
import type { NoticeForm } from './read-form.ts';
import type { NoticesView, RefusedNotice } from './view.ts';

interface PartProps {
  readonly view: NoticesView;
  readonly part: NoticeForm;
  readonly title: string;
}

const CHANNEL_OPTIONS: readonly Option[] = CHANNELS.map((channel) => [channel, CHANNEL_NAMES[channel]]);
const ROBOT_OPTIONS: readonly Option[] = [
  ['dingtalk', CHANNEL_NAMES.dingtalk],
  ['wecom', CHANNEL_NAMES.wecom],
];

function refusedOf({ refused }: NoticesView, part: NoticeForm): RefusedNotice | undefined {
  return refused?.part === part ? refused : undefined;
}

/** What a field of a form shows: what was typed where it was refused, else what is stored. */
function valuesOf(refused: RefusedNotice | undefined) {
  return (name: string, stored = '') => ({
    name,
    value: shownValue(refused?.typed, name, stored),
    error: refused?.errors[name],
  });
}

function personOptions(people: readonly PersonCard[], prefix = ''): readonly Option[] {
  return people.map(({ id, name }) => [`${prefix}${id}`, name ?? id]);
}

function RuleFields({ view }: Pick<PartProps, 'view'>) {
  const refused = refusedOf(view, 'rule');
  const field = valuesOf(refused);
  const kinds = refused?.typed['rule.kinds'] ?? [];
  const targets: readonly Option[] = [
    ...PERSON_ROLES.map((role): Option => [`role:${role}`, `角色:${ROLE_TEXT[role]}`]),
    ...personOptions(view.board.people, 'person:').map(([id, name]): Option => [id, `人员:${name}`]),
    ['address', '固定地址或群机器人'],
  ];
  return (
    <>
      <Checkboxes
        name="rule.kinds"
        label="通知什么"
        options={NOTICE_KINDS.map((kind) => [kind, NOTICE_KIND_NAMES[kind]])}
        values={typeof kinds === 'string' ? [kinds] : kinds}
        error={refused?.errors['rule.kinds']}
        inColumns
        required
      />
      <Select
        {...field('rule.to')}
        label="通知谁"
        hint="按角色的,只通知管辖范围包括这件事的人。"
        options={targets}
        empty="请选择"
        required
      />
      <TextInput
        {...field('rule.address')}
        label="固定地址"
        hint="选择固定地址或群机器人时填写:邮箱、手机号码,或已登记的群机器人名称。"
      />
      <Select {...field('rule.channel')} label="怎样通知" options={CHANNEL_OPTIONS} empty="请选择" required />
    </>
  );
}

function PersonFields({ view }: Pick<PartProps, 'view'>) {
  const field = valuesOf(refusedOf(view, 'person'));
  return (
    <>
      <Select
        {...field('person.person')}
        label="人员"
        options={personOptions(view.board.people)}
        empty="请选择"
        required
      />
      <TextInput {...field('person.mail')} label="邮箱" hint="两项都不填则删除这个人的地址。" />
      <TextInput {...field('person.phone')} label="手机号码" />
    </>
  );
}

function RobotFields({ view }: Pick<PartProps, 'view'>) {
  const field = valuesOf(refusedOf(view, 'robot'));
  const hint = '名称以 /notices/ 开头;密钥本身由维护人员存入,不要填在这里。';
  return (
    <>
      <TextInput {...field('robot.name')} label="名称" hint="与已有的同名则替换它。" required />
      <Select {...field('robot.channel')} label="种类" options={ROBOT_OPTIONS} empty="请选择" required />
      <TextInput {...field('robot.webhookSecret')} label="地址的密钥名称" hint={hint} required />
      <TextInput {...field('robot.signSecret')} label="加签的密钥名称" hint="只用于钉钉;没有开启加签的不填。" />
    </>
  );
}

function SmsFields({ view }: Pick<PartProps, 'view'>) {
  const field = valuesOf(refusedOf(view, 'sms'));
  const { sms } = view.board.stored.value;
  return (
    <>
      <p class="soft">按阿里云短信服务的文档实现,尚未与服务实测。全部留空则不用短信。</p>
      <TextInput {...field('sms.signName', sms?.signName)} label="短信签名" />
      <TextInput
        {...field('sms.templateCode', sms?.templateCode)}
        label="模板编号"
        hint="模板中只用一个变量 subject,最多 35 个字。"
      />
      <TextInput {...field('sms.keyIdSecret', sms?.keyIdSecret)} label="AccessKey ID 的密钥名称" />
      <TextInput {...field('sms.keySecret', sms?.keySecret)} label="AccessKey Secret 的密钥名称" />
    </>
  );
}

const FIELDS: Readonly<Record<NoticeForm, typeof RuleFields>> = {
  rule: RuleFields,
  person: PersonFields,
  robot: RobotFields,
  sms: SmsFields,
};

/** One form that changes who is told or how; open where it was refused. */
export function NoticeFormPart({ view, part, title }: PartProps) {
  const refused = refusedOf(view, part);
  const Fields = FIELDS[part];
  return (
    <details open={refused !== undefined}>
      <summary>{title}</summary>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <DeskForm action={`/desk/notices/${part}`} formKey={`${view.formKey}-${part}`} version={view.version}>
        <Fields view={view} />
        <TextInput {...valuesOf(refused)(`${part}.reason`)} label="修改理由" required />
        <Submit label="保存" />
      </DeskForm>
    </details>
  );
}
