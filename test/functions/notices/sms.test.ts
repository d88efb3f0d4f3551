import { describe, expect, it } from 'vitest';
import { acs3Authorization, smsMessenger } from '#functions/notices-sms.ts';
import { countingIds, steppedClock } from '#test/support/fixed-ambient.ts';
import { aService, MESSAGE, secretsOf } from './service.ts';

const SMS = { signName: '交易中心', templateCode: 'SMS_1', keyIdSecret: '/notices/id', keySecret: '/notices/key' };
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function anSms(host: string, sms: typeof SMS | null = SMS) {
  const secrets = secretsOf({ '/notices/id': 'key-id', '/notices/key': 'key-secret' });
  const ports = { secrets, clock: steppedClock(), ids: countingIds('nonce-'), service: `http://${host}/` };
  return smsMessenger({ rules: [], addresses: [], robots: [], sms }, ports);
}

describe('the signature of the SMS service', () => {
  it('is that of the example in its documentation', () => {
    const query = { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' };
    const headers = {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-version': '2014-05-26',
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-content-sha256': EMPTY,
    };

    expect(acs3Authorization(query, headers, { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' })).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;' +
        'x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });
});

describe('a text message', () => {
  it('is sent by template, signed over what was sent', async () => {
    await using service = await aService([[200, { Code: 'OK' }]]);

    await expect(anSms(service.host).send('13800001234', MESSAGE)).resolves.toBe('OK');

    const [got] = service.got;
    const query = Object.fromEntries(got?.url.searchParams ?? []);
    const signed = [
      'host',
      'x-acs-action',
      'x-acs-version',
      'x-acs-date',
      'x-acs-signature-nonce',
      'x-acs-content-sha256',
    ];
    const headers = Object.fromEntries(signed.map((name) => [name, String(got?.headers[name])]));
    expect(query).toEqual({
      PhoneNumbers: '13800001234',
      SignName: '交易中心',
      TemplateCode: 'SMS_1',
      TemplateParam: '{"subject":"成交:鱼塘"}',
    });
    expect(headers['x-acs-date']).toBe('2024-05-06T02:00:00Z');
    expect(got?.headers['authorization']).toBe(
      acs3Authorization(query, headers, { id: 'key-id', secret: 'key-secret' }),
    );
  });

  it('cuts what a template’s variable does not take', async () => {
    await using service = await aService([[200, { Code: 'OK' }]]);

    await anSms(service.host).send('13800001234', { ...MESSAGE, subject: '鱼'.repeat(80) });

    expect(service.got[0]?.url.searchParams.get('TemplateParam')).toBe(`{"subject":"${'鱼'.repeat(35)}"}`);
  });

  it.each([
    [[200, { Code: 'isv.BUSINESS_LIMIT_CONTROL' }], 'NOTICE.UNREACHABLE'],
    [[503, { Code: 'ServiceUnavailable' }], 'NOTICE.UNREACHABLE'],
    [[400, { Code: 'SignatureDoesNotMatch' }], 'NOTICE.REFUSED'],
    [[200, { Code: 'isv.MOBILE_NUMBER_ILLEGAL' }], 'NOTICE.REFUSED'],
  ] as const)('answered %j is %s', async (answer, code) => {
    await using service = await aService([answer]);

    await expect(anSms(service.host).send('13800001234', MESSAGE)).rejects.toMatchObject({ code });
  });

  it('goes nowhere while no service is set', async () => {
    await expect(anSms('127.0.0.1:1', null).send('13800001234', MESSAGE)).rejects.toMatchObject({
      code: 'NOTICE.UNSET',
    });
  });
});
