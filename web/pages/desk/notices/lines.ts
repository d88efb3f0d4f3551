import { maskedAddress } from '#shared/domain/notices/mask.ts';
import { CHANNEL_NAMES, NOTICE_KIND_NAMES } from '#shared/domain/notices/notice.ts';
import type { NoticeRule, NoticeSettings } from '#shared/domain/settings/notices.ts';
import { ROLE_TEXT } from '../frame.tsx';

/** Who a rule means, in words; an address of a person is masked where the reader may not see it. */
export function targetText({ to, channel }: NoticeRule, shownAddress: (address: string) => string): string {
  if (to.by === 'role') return ROLE_TEXT[to.role];
  if (to.by === 'person') return `人员 ${to.person}`;
  return channel === 'mail' || channel === 'sms' ? shownAddress(to.address) : to.address;
}

/** The setting in Chinese, a line for each thing it says; addresses of people are masked, for versions are kept for ever. */
export function noticeLines({ rules, addresses, robots, sms }: NoticeSettings): readonly string[] {
  return [
    ...rules.map((rule) => {
      const kinds = rule.kinds.map((kind) => NOTICE_KIND_NAMES[kind]).join('、');
      return `${kinds}:${CHANNEL_NAMES[rule.channel]}给${targetText(rule, maskedAddress)}`;
    }),
    ...addresses.map(({ person, mail, phone }) => {
      const known = [mail, phone].flatMap((address) => (address === null ? [] : [maskedAddress(address)]));
      return `人员 ${person} 的地址:${known.join('、') || '无'}`;
    }),
    ...robots.map(({ name, channel, webhookSecret, signSecret }) => {
      const sign = signSecret === null ? '' : `,加签密钥名称 ${signSecret}`;
      return `${CHANNEL_NAMES[channel]}“${name}”:地址的密钥名称 ${webhookSecret}${sign}`;
    }),
    ...(sms === null ? [] : [`短信:签名 ${sms.signName},模板 ${sms.templateCode}`]),
  ];
}
