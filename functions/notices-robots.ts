import { createHmac } from 'node:crypto';
import type { NoticeRobot, NoticeSettings } from '#shared/domain/settings/notices.ts';
import { toEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '#shared/ports/ambient.ts';
import type { Messenger, OutgoingMessage } from '#shared/ports/messenger.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { checkedAddress, type PrivateHosts, post } from './notices-http.ts';

/** What robots are called with. */
export interface RobotPorts {
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly privateHosts: PrivateHosts;
}

/** Hosts of the robots' addresses, as 钉钉 and 企业微信 document them. */
const HOSTS = { dingtalk: 'oapi.dingtalk.com', wecom: 'qyapi.weixin.qq.com' } as const;

/** 企业微信 takes 2,048 bytes of UTF-8; the same for both keeps messages alike. */
const MOST_BYTES = 2_000;

/** Codes that say: later. -1 busy; 130101 and 45009 more than twenty messages in a minute. */
const LATER: readonly unknown[] = [-1, 130101, 45009];

/**
 * The signature of 钉钉 (加签): HMAC-SHA256 over time and secret, keyed with the secret, in Base64.
 * Source: open.dingtalk.com, 自定义机器人安全设置.
 */
export function dingtalkSign(timestamp: number, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

/** Cut at a line's end where it is too long. */
function cut(text: string): string {
  const lines = text.split('\n');
  const size = () => Buffer.byteLength(lines.join('\n'), 'utf8');
  // The last line is the link: lines before it go.
  while (lines.length > 2 && size() > MOST_BYTES) lines.splice(-2, 1);
  return lines.join('\n');
}

async function addressOf({ channel, webhookSecret, signSecret }: NoticeRobot, ports: RobotPorts): Promise<URL> {
  const url = checkedAddress(await ports.secrets.read(webhookSecret), HOSTS[channel], ports.privateHosts);
  if (channel === 'wecom' || signSecret === null) return url;
  const timestamp = toEpochMs(ports.clock.now());
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', dingtalkSign(timestamp, await ports.secrets.read(signSecret)));
  return url;
}

async function sendTo(robot: NoticeRobot, { subject, text }: OutgoingMessage, ports: RobotPorts): Promise<string> {
  const body = JSON.stringify({ msgtype: 'text', text: { content: cut(`${subject}\n${text}`) } });
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const answer = await post(await addressOf(robot, ports), { headers, body });
  const { errcode } = answer.body;
  if (answer.status === 200 && errcode === 0) return 'errcode 0';
  const details = { status: answer.status, errcode: typeof errcode === 'number' ? errcode : null };
  const code = LATER.includes(errcode) ? 'NOTICE.UNREACHABLE' : 'NOTICE.REFUSED';
  throw new AppError(code, 'the robot did not take the message', { details });
}

/**
 * The robots of groups at 钉钉 or 企业微信, by name. Built after their documentation; never tried against the services.
 */
export function robotMessenger(
  channel: NoticeRobot['channel'],
  { robots }: NoticeSettings,
  ports: RobotPorts,
): Messenger {
  return {
    async send(to, message) {
      const robot = robots.find((each) => each.channel === channel && each.name === to);
      if (robot === undefined) throw new AppError('NOTICE.UNSET', 'there is no such robot');
      return sendTo(robot, message, ports);
    },
  };
}
