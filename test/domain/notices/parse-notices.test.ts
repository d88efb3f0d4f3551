import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/domain/json.ts';
import { dataReader } from '#shared/domain/settings/parse.ts';
import { readNotices } from '#shared/domain/settings/parse-notices.ts';
import type { RequestFault } from '#shared/errors/problem.ts';

const ROBOT = { name: '值班群', channel: 'dingtalk', webhookSecret: '/notices/duty', signSecret: '/notices/duty-sign' };
const MAIL = { kinds: ['result'], to: { by: 'address', address: 'office@example.com' }, channel: 'mail' };

function read(of: Readonly<Record<string, JsonValue>>) {
  const data = dataReader({ rules: [], addresses: [], robots: [], sms: null, ...of });
  return {
    value: readNotices(data),
    faults: data.faults.map((fault: RequestFault) => 'pointer' in fault && fault.pointer),
  };
}

describe('the setting of notices', () => {
  it('is read as it was saved', () => {
    const rules = [
      MAIL,
      { kinds: ['drift', 'blocked'], to: { by: 'address', address: '值班群' }, channel: 'dingtalk' },
      { kinds: ['result'], to: { by: 'role', role: 'office' }, channel: 'sms' },
    ];
    const addresses = [{ person: 'p-1', mail: null, phone: '13800001234' }];
    const given = { rules, addresses, robots: [ROBOT], sms: null };

    expect(read(given)).toEqual({ value: given, faults: [] });
  });

  it.each<[string, Readonly<Record<string, JsonValue>>, string]>([
    [
      'a mail address that names two',
      { rules: [{ ...MAIL, to: { by: 'address', address: 'a@b.cn,c@d.cn' } }] },
      '/rules/0/to/address',
    ],
    [
      'a mail address that ends a header',
      { rules: [{ ...MAIL, to: { by: 'address', address: 'a@b.cn\nBcc: c@d.cn' } }] },
      '/rules/0/to/address',
    ],
    ['a phone that is none', { addresses: [{ person: 'p-1', mail: null, phone: '110' }] }, '/addresses/0/phone'],
    ['a robot nobody knows', { rules: [{ ...MAIL, channel: 'wecom' }] }, '/rules/0/to/address'],
    [
      'a robot for a role',
      { rules: [{ ...MAIL, to: { by: 'role', role: 'office' }, channel: 'wecom' }] },
      '/rules/0/channel',
    ],
    ['a rule of nothing', { rules: [{ ...MAIL, kinds: [] }] }, '/rules/0/kinds'],
    ['a key where its name belongs', { robots: [{ ...ROBOT, signSecret: 'SECabc' }] }, '/robots/0/signSecret'],
    ['two robots of one name', { robots: [ROBOT, ROBOT] }, '/robots/1/name'],
    [
      'a person twice',
      {
        addresses: [
          { person: 'p', mail: null, phone: null },
          { person: 'p', mail: null, phone: null },
        ],
      },
      '/addresses/1/person',
    ],
  ])('refuses %s', (_, of, pointer) => {
    expect(read(of).faults).toEqual([pointer]);
  });
});
