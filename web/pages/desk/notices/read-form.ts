import { CHANNELS, NOTICE_KINDS } from '#shared/domain/notices/notice.ts';
import { PERSON_ROLES } from '#shared/domain/people/role.ts';
import type { NoticeRule, NoticeSettings, NoticeTarget } from '#shared/domain/settings/notices.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '../form-text.ts';

/** Forms of the page that change the setting; each names its fields after itself. */
export const NOTICE_FORMS = ['rule', 'person', 'robot', 'sms'] as const;
export type NoticeForm = (typeof NOTICE_FORMS)[number];

/** Lists of the setting that something is taken out of. */
export const REMOVABLE = ['rules', 'robots'] as const;

export type NoticeChange = (settings: NoticeSettings) => NoticeSettings;

function targetIn(reader: FormReader): NoticeTarget {
  const chosen = reader.text('rule.to', { most: 1300, required: '请选择谁接收' }) ?? '';
  const [by, ...rest] = chosen.split(':');
  const role = PERSON_ROLES.find((each) => each === rest.join(':'));
  if (by === 'role' && role !== undefined) return { by, role };
  if (by === 'person') return { by, person: rest.join(':') };
  return {
    by: 'address',
    address: reader.text('rule.address', { required: '请填写邮箱、手机号码或群机器人的名称' }) ?? '',
  };
}

function ruleIn(reader: FormReader): NoticeChange {
  const kinds = NOTICE_KINDS.filter((kind) => reader.list('rule.kinds').includes(kind));
  if (kinds.length === 0) reader.fault('rule.kinds', '请至少选择一类通知');
  const channel = reader.choice('rule.channel', CHANNELS);
  if (channel === null) reader.fault('rule.channel', '请选择怎样通知');
  const rule: NoticeRule = { kinds, to: targetIn(reader), channel: channel ?? 'mail' };
  return (settings) => ({ ...settings, rules: [...settings.rules, rule] });
}

function personIn(reader: FormReader): NoticeChange {
  const person = reader.text('person.person', { most: 1300, required: '请选择人员' }) ?? '';
  const [mail, phone] = [reader.text('person.mail'), reader.text('person.phone')];
  return (settings) => {
    const others = settings.addresses.filter((each) => each.person !== person);
    return { ...settings, addresses: mail === null && phone === null ? others : [...others, { person, mail, phone }] };
  };
}

function robotIn(reader: FormReader): NoticeChange {
  const channel = reader.choice('robot.channel', ['dingtalk', 'wecom'] as const);
  if (channel === null) reader.fault('robot.channel', '请选择是哪一种群');
  const robot = {
    name: reader.text('robot.name', { most: 60, required: '请给群机器人起一个名称' }) ?? '',
    channel: channel ?? 'dingtalk',
    webhookSecret: reader.text('robot.webhookSecret', { most: 250, required: '请填写地址的密钥名称' }) ?? '',
    signSecret: reader.text('robot.signSecret', { most: 250 }),
  };
  return (settings) => ({
    ...settings,
    robots: [...settings.robots.filter(({ name }) => name !== robot.name), robot],
  });
}

function smsIn(reader: FormReader): NoticeChange {
  const needed = (name: string) => reader.text(`sms.${name}`, { most: 250 });
  const [signName, templateCode] = [needed('signName'), needed('templateCode')];
  const [keyIdSecret, keySecret] = [needed('keyIdSecret'), needed('keySecret')];
  if (signName === null && templateCode === null && keyIdSecret === null && keySecret === null) {
    return (settings) => ({ ...settings, sms: null });
  }
  const sms = {
    signName: signName ?? '',
    templateCode: templateCode ?? '',
    keyIdSecret: keyIdSecret ?? '',
    keySecret: keySecret ?? '',
  };
  return (settings) => ({ ...settings, sms });
}

const READ: Readonly<Record<NoticeForm, (reader: FormReader) => NoticeChange>> = {
  rule: ruleIn,
  person: personIn,
  robot: robotIn,
  sms: smsIn,
};

/**
 * What one form wants the setting to be, and why.
 * @throws AppError `FORM.INVALID` with a pointer for each fault
 */
export function readNoticeForm(part: NoticeForm, form: FormValues): { reason: string; change: NoticeChange } {
  const reader = formReader(form);
  const reason = reader.text(`${part}.reason`, { most: 500, required: '请填写修改理由' }) ?? '';
  const change = READ[part](reader);
  refuseFaults(reader.errors);
  return { reason, change };
}
