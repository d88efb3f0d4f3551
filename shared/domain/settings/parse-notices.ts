import { CHANNELS, NOTICE_KINDS } from '../notices/notice.ts';
import { PERSON_ROLES } from '../people/role.ts';
import type { NoticeRobot, NoticeRule, NoticeSettings, NoticeTarget, PersonAddresses, SmsSettings } from './notices.ts';
import type { DataReader } from './parse.ts';

/** One plain mailbox: nothing in it that could end a header or name a second one. */
const MAIL = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;
const MOBILE = /^1[3-9]\d{9}$/;
/** Where the secrets of notices are kept: SSM parameters, or Secrets Manager through SSM. */
const SECRET_NAME = /^(\/aws\/reference\/secretsmanager)?\/notices\/[A-Za-z0-9._/-]{1,200}$/;
const LONGEST_NAME = 250;
const LONGEST_ADDRESS = 200;
const LONGEST_PERSON = 1275;

function readSecretName(data: DataReader): string {
  const name = data.text(LONGEST_NAME);
  if (name !== '' && !SECRET_NAME.test(name)) data.fault('应为密钥的名称,以 /notices/ 开头,不是密钥本身');
  return name;
}

function readMail(data: DataReader): string {
  const mail = data.text(LONGEST_ADDRESS);
  if (mail !== '' && !MAIL.test(mail)) data.fault('应为一个邮箱地址,如 office@example.com');
  return mail;
}

function readPhone(data: DataReader): string {
  const phone = data.text();
  if (phone !== '' && !MOBILE.test(phone)) data.fault('应为 11 位手机号码');
  return phone;
}

function readTarget(data: DataReader): NoticeTarget {
  const by = data.at('by').oneOf(['role', 'person', 'address']);
  if (by === 'role') return { by, role: data.at('role').oneOf(PERSON_ROLES) };
  if (by === 'person') return { by, person: data.at('person').text(LONGEST_PERSON) };
  return { by, address: data.at('address').text(LONGEST_ADDRESS) };
}

/** What an address must be depends on the way; robots stand in groups, not with people. */
function checkTarget(data: DataReader, { to, channel }: NoticeRule, robots: readonly NoticeRobot[]): void {
  const address = data.at('to').at('address');
  if (channel === 'mail' || channel === 'sms') {
    if (to.by === 'address') (channel === 'mail' ? readMail : readPhone)(address);
    return;
  }
  if (to.by !== 'address') data.at('channel').fault('群机器人只能按名称选择,不能按角色或人员');
  else if (!robots.some((robot) => robot.channel === channel && robot.name === to.address)) {
    address.fault('没有这个名称的群机器人,请先登记');
  }
}

function readRule(data: DataReader, robots: readonly NoticeRobot[]): NoticeRule {
  const rule = {
    kinds: data.at('kinds').each((kind) => kind.oneOf(NOTICE_KINDS)),
    to: readTarget(data.at('to')),
    channel: data.at('channel').oneOf(CHANNELS),
  };
  if (rule.kinds.length === 0) data.at('kinds').fault('请至少选择一类通知');
  checkTarget(data, rule, robots);
  return rule;
}

function readAddresses(data: DataReader): PersonAddresses {
  return {
    person: data.at('person').text(LONGEST_PERSON),
    mail: data.at('mail').isNull() ? null : readMail(data.at('mail')),
    phone: data.at('phone').isNull() ? null : readPhone(data.at('phone')),
  };
}

function readRobot(data: DataReader): NoticeRobot {
  const sign = data.at('signSecret');
  return {
    name: data.at('name').text(60),
    channel: data.at('channel').oneOf(['dingtalk', 'wecom']),
    webhookSecret: readSecretName(data.at('webhookSecret')),
    signSecret: sign.isNull() ? null : readSecretName(sign),
  };
}

function readSms(data: DataReader): SmsSettings {
  return {
    signName: data.at('signName').text(60),
    templateCode: data.at('templateCode').text(60),
    keyIdSecret: readSecretName(data.at('keyIdSecret')),
    keySecret: readSecretName(data.at('keySecret')),
  };
}

function onceEach(data: DataReader, field: string, names: readonly string[], detail: string): void {
  names.forEach((name, index) => {
    if (name !== '' && names.indexOf(name) < index) data.at(index).at(field).fault(detail);
  });
}

/** Reads who is told of what; each person's addresses and each robot stand there once at most. */
export function readNotices(data: DataReader): NoticeSettings {
  const robots = data.at('robots').each(readRobot);
  const rules = data.at('rules').each((rule) => readRule(rule, robots));
  const addresses = data.at('addresses').each(readAddresses);
  const persons = addresses.map(({ person }) => person);
  onceEach(data.at('addresses'), 'person', persons, '这个人已登记过地址');
  const names = robots.map(({ name }) => name);
  onceEach(data.at('robots'), 'name', names, '已有同名的群机器人');
  return { rules, addresses, robots, sms: data.at('sms').isNull() ? null : readSms(data.at('sms')) };
}
