import type { HostAddress } from '#infra/cli/host-client.ts';
import { NOTICE_KINDS } from '#shared/domain/notices/notice.ts';
import { visitAs } from './visitor.ts';

const OFFICE = 'office-centre';

/** Where the demo's mails go: no such place, they stay in the host's own folder. */
const MAILBOX = 'office@localhost';

/**
 * Lets the office of the demo be told of everything by mail, so that the folder of mails shows what people get. Asked again
 * it finds what it did.
 *
 * @throws AppError when the desk refuses
 */
export async function tellOffice({ url }: HostAddress): Promise<void> {
  const office = await visitAs(url, OFFICE);
  await office.send('/desk/notices/rule', 'demo-notices', {
    'rule.kinds': [...NOTICE_KINDS],
    'rule.channel': 'mail',
    'rule.to': 'address',
    'rule.address': MAILBOX,
    'rule.reason': '演示:邮件存放在数据目录的 mailbox 中',
  });
}
