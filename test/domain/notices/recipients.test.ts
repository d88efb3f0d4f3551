import { describe, expect, it } from 'vitest';
import { maskedAddress } from '#shared/domain/notices/mask.ts';
import { type Concerned, recipientsOf } from '#shared/domain/notices/recipients.ts';
import type { NoticeRule, NoticeSettings } from '#shared/domain/settings/notices.ts';
import { aPerson, HOUSE, PEOPLE, PUBLIC, UNIT, VILLAGE } from '#test/support/desk.ts';
import { START } from '#test/support/fixed-ambient.ts';

const everybody = Object.values({
  ...PEOPLE,
  gone: aPerson('gone-1', '离任', {
    role: 'office',
    scope: '330502',
    until: START.slice(0, 4).concat('-01-01') as never,
  }),
}).map(({ id, name, assignments = [] }) => ({
  id,
  name: name ?? null,
  assignments: assignments.map((assignment) => ({ ...assignment, ended: null })),
}));

const OF_VILLAGE: Concerned = { kind: 'result', reached: VILLAGE, platform: PUBLIC };
const OF_UNIT: Concerned = { kind: 'result', reached: UNIT, platform: HOUSE };

function settings(...rules: readonly NoticeRule[]): NoticeSettings {
  const addresses = everybody.map(({ id }) => ({ person: id, mail: `${id}@example.com`, phone: null }));
  return { rules, addresses, robots: [], sms: null };
}

function told(about: Concerned, ...rules: readonly NoticeRule[]) {
  return recipientsOf(about, settings(...rules), everybody, START).map(({ to }) => to);
}

const byRole = (role: string): NoticeRule =>
  ({ kinds: ['result'], to: { by: 'role', role }, channel: 'mail' }) as NoticeRule;

describe('who is told of a notice', () => {
  it.each([
    ['office', OF_VILLAGE, ['office-1@example.com']],
    ['village-clerk', OF_VILLAGE, ['clerk-1@example.com', 'clerk-2@example.com']],
    ['village-clerk', OF_UNIT, []],
    ['owner-clerk', OF_UNIT, ['clerk-4@example.com']],
    ['owner-clerk', OF_VILLAGE, []],
    ['township-reviewer', OF_VILLAGE, ['reviewer-1@example.com']],
    ['platform-operator', OF_VILLAGE, ['operator-1@example.com']],
    ['platform-operator', OF_UNIT, ['operator-2@example.com']],
  ])('is everybody in the role %s whom the matter concerns', (role, about, expected) => {
    expect(told(about, byRole(role))).toEqual(expected);
  });

  it('is nobody for a kind that no rule names', () => {
    expect(told({ ...OF_VILLAGE, kind: 'drift' }, byRole('office'))).toEqual([]);
  });

  it('is each place once, however many rules lead there', () => {
    const fixed: NoticeRule = {
      kinds: ['result'],
      to: { by: 'address', address: 'office-1@example.com' },
      channel: 'mail',
    };
    const person: NoticeRule = { kinds: ['result'], to: { by: 'person', person: 'office-1' }, channel: 'mail' };

    expect(told(OF_VILLAGE, byRole('office'), fixed, person)).toEqual(['office-1@example.com']);
  });

  it('leaves out who has no address for the way, and who does not work here any more', () => {
    const sms: NoticeRule = { kinds: ['result'], to: { by: 'role', role: 'office' }, channel: 'sms' };
    const gone: NoticeRule = { kinds: ['result'], to: { by: 'person', person: 'gone-1' }, channel: 'mail' };

    expect(told(OF_VILLAGE, sms)).toEqual([]);
    expect(told(OF_VILLAGE, gone)).toEqual([]);
  });
});

describe('a masked address', () => {
  it.each([
    ['13800001234', '138****1234'],
    ['office@example.com', 'o***@example.com'],
    ['???', '***'],
  ])('of %s is %s', (address, masked) => {
    expect(maskedAddress(address)).toBe(masked);
  });
});
