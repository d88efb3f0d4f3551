import type { Caller } from '../../domain/caller.ts';
import { HOME_DISTRICT } from '../../domain/divisions.ts';
import { newDelivery } from '../../domain/notices/delivery.ts';
import { CHANNEL_NAMES } from '../../domain/notices/notice.ts';
import { addressedBy } from '../../domain/notices/recipients.ts';
import { formatBeijingText } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { listPeople } from '../access/people.ts';
import { requireRole } from '../authorise.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { listNotice, putNotice, readNotice } from './notice-store.ts';

/**
 * Sends a test message to everybody a rule means. It goes out within a minute; the same command sends one.
 *
 * @param index of the rule in the setting
 * @throws AppError `ACCESS.DENIED`, `RESOURCE.NOT_FOUND`, `NOTICE.UNSET` where nobody the rule means has an address
 */
export async function sendTest(
  caller: Caller,
  ports: Pick<EventPorts, 'records' | 'clock' | 'hash'>,
  commandId: string,
  index: number,
): Promise<{ readonly id: string; readonly version: number }> {
  requireRole(caller, 'office');
  const { value } = await readSettings(ports, 'notices');
  const rule = value.rules[index];
  if (rule === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such rule');
  const now = ports.clock.now();
  const addressed = addressedBy(rule, await listPeople(caller, ports), value, now);
  const recipients = addressed.flatMap(({ name, to }) => (to === null ? [] : [{ channel: rule.channel, to, name }]));
  if (recipients.length === 0) throw new AppError('NOTICE.UNSET', 'nobody the rule means has an address');
  const key = {
    kind: 'test',
    id: ports.hash.sha256(JSON.stringify(['test', caller.id, commandId])).slice(0, 32),
  } as const;
  await putNotice(ports.records, {
    ...key,
    subject: '测试消息:通知可以送达',
    body: `这是交易中心于 ${formatBeijingText(now)} 发出的测试消息,经${CHANNEL_NAMES[rule.channel]}送达,无需处理。`,
    path: '/desk/notices',
    reached: { id: '', kind: 'collective', division: HOME_DISTRICT.code },
    platform: null,
    at: now,
    deliveries: recipients.map((recipient) => newDelivery(recipient, now)),
  });
  const kept = await readNotice(ports.records, key);
  if (kept === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the test message is gone');
  await listNotice(ports.records, kept);
  return { id: kept.id, version: kept.v };
}
