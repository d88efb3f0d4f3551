import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dingtalkSign, robotMessenger } from '#functions/notices-robots.ts';
import type { NoticeRobot } from '#shared/domain/settings/notices.ts';
import { steppedClock } from '#test/support/fixed-ambient.ts';
import { aService, MESSAGE, secretsOf } from './service.ts';

const NAMES = { webhookSecret: '/notices/duty', signSecret: '/notices/duty-sign' };
const OK = [200, { errcode: 0, errmsg: 'ok' }] as const;

function aRobot(channel: NoticeRobot['channel'], host: string, privateHosts = [host]) {
  const secrets = secretsOf({
    '/notices/duty': `http://${host}/robot/send?access_token=token-1`,
    '/notices/duty-sign': 'SEC-test',
  });
  const settings = { rules: [], addresses: [], sms: null, robots: [{ name: '值班群', channel, ...NAMES }] };
  return robotMessenger(channel, settings, { secrets, clock: steppedClock(), privateHosts });
}

describe('the robot of a 钉钉 group', () => {
  it('is sent the text, signed with time and secret', async () => {
    await using service = await aService([OK]);

    const answer = await aRobot('dingtalk', service.host).send('值班群', MESSAGE);

    const [got] = service.got;
    const timestamp = got?.url.searchParams.get('timestamp');
    const sign = createHmac('sha256', 'SEC-test').update(`${timestamp}\nSEC-test`).digest('base64');
    expect(answer).toBe('errcode 0');
    expect(got?.url.searchParams.get('access_token')).toBe('token-1');
    expect(timestamp).toBe(String(Date.parse(steppedClock().now())));
    expect(got?.url.searchParams.get('sign')).toBe(sign);
    expect(JSON.parse(got?.body ?? '')).toEqual({
      msgtype: 'text',
      text: { content: `${MESSAGE.subject}\n${MESSAGE.text}` },
    });
  });

  it('signs as computed elsewhere', () => {
    // printf '1700000000000\nSEC-test' | openssl dgst -sha256 -hmac 'SEC-test' -binary | base64
    expect(dingtalkSign(1_700_000_000_000, 'SEC-test')).toBe('Sf/ft2shUSqoR1REF+DS39IoTlwQRyDPwfM8S94ODOc=');
  });

  it.each([
    ['refuses', [200, { errcode: 310000, errmsg: 'keywords not in content' }], 'NOTICE.REFUSED'],
    ['is asked too often', [200, { errcode: 130101, errmsg: 'send too fast' }], 'NOTICE.UNREACHABLE'],
    ['is broken', [500, {}], 'NOTICE.UNREACHABLE'],
    ['says nothing we know', [200, 'ok'], 'NOTICE.REFUSED'],
    ['sends us elsewhere', [302, {}], 'NOTICE.REFUSED'],
  ] as const)('that %s is no success', async (_, answer, code) => {
    await using service = await aService([answer]);

    await expect(aRobot('dingtalk', service.host).send('值班群', MESSAGE)).rejects.toMatchObject({ code });

    expect(service.got).toHaveLength(1);
  });

  it('is called nowhere but at its own host or one the owner named, and its key is in no error', async () => {
    await using service = await aService([OK]);
    const failure = await aRobot('dingtalk', service.host, [])
      .send('值班群', MESSAGE)
      .catch((thrown: unknown) => thrown);

    expect(failure).toMatchObject({ code: 'NOTICE.REFUSED' });
    expect(JSON.stringify(failure)).not.toContain('token-1');
    expect(service.got).toEqual([]);
  });

  it('that nobody registered is not set up', async () => {
    await using service = await aService([OK]);

    await expect(aRobot('dingtalk', service.host).send('别的群', MESSAGE)).rejects.toMatchObject({
      code: 'NOTICE.UNSET',
    });
  });
});

describe('the robot of a 企业微信 group', () => {
  it('is sent the text, without a signature and within what it takes', async () => {
    await using service = await aService([OK]);
    const lines = Array.from({ length: 40 }, (_, index) => `${index + 1}. 织里镇某村第${index}号鱼塘承包经营权成交`);
    const text = [...lines, 'https://hub.example.gov.cn/'].join('\n');

    await aRobot('wecom', service.host).send('值班群', { ...MESSAGE, text });

    const [got] = service.got;
    const { text: sent } = JSON.parse(got?.body ?? '') as { text: { content: string } };
    expect(got?.url.searchParams.has('sign')).toBe(false);
    expect(Buffer.byteLength(sent.content)).toBeLessThanOrEqual(2048);
    expect(sent.content.split('\n').at(-1)).toBe('https://hub.example.gov.cn/');
  });
});
