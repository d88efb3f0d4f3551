import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#shared/domain/time.ts';
import { authenticate } from '#shared/services/access/authenticate.ts';
import { endAssignment, readPerson } from '#shared/services/access/people.ts';
import { endSession, startSession } from '#shared/services/access/session-item.ts';
import { sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';
import { anAppointment, appoint, OPERATOR, signedIn } from '#test/support/sign-in.ts';

const HOUR = 3_600_000;

function aPlace() {
  const ports = { records: memoryItemStore(), hash: sha256, clock: steppedClock() };
  const asking = (cookies: string | undefined, secure = false) => authenticate(ports, { cookies, secure });
  return { ...ports, ports, asking };
}

describe('a session', () => {
  it('says who calls, and under which assignments', async () => {
    const { ports, asking } = aPlace();
    const cookie = await signedIn(ports, 'p1', 'office', 'auditor');

    expect(await asking(`theme=dark; ${cookie}`)).toMatchObject({
      id: 'p1',
      name: 'p1的姓名',
      roles: ['office', 'auditor'],
      assignments: [{ role: 'office', scope: '330502' }, { role: 'auditor' }],
    });
  });

  it('of somebody without a role is a caller without roles', async () => {
    const { ports, asking } = aPlace();

    expect(await asking(await signedIn(ports, 'p1'))).toEqual({
      id: 'p1',
      name: 'p1的姓名',
      roles: [],
      assignments: [],
    });
  });

  it.each([undefined, '', 'session=', 'session=forged', 'other=token-of-p1', 'Session=token-of-p1'])(
    'is not there for the cookies %j',
    async (cookies) => {
      const { ports, asking } = aPlace();
      await signedIn(ports, 'p1', 'office');

      expect(await asking(cookies)).toBeUndefined();
    },
  );

  it('is not there where two cookies claim to be it', async () => {
    const { ports, asking } = aPlace();
    const mine = await signedIn(ports, 'p1', 'office');
    const planted = await signedIn(ports, 'p2', 'office');

    expect(await asking(`${mine}; ${planted}`)).toBeUndefined();
  });

  it('counts over https only in the cookie that no other host can set', async () => {
    const { ports, asking } = aPlace();
    const cookie = await signedIn(ports, 'p1', 'office');

    expect(await asking(cookie, true)).toBeUndefined();
    expect(await asking(`__Host-${cookie}`, true)).toMatchObject({ id: 'p1' });
    expect(await asking(`__Host-${cookie}`, false)).toBeUndefined();
  });

  it('ends twelve hours after it began, whatever was done meanwhile', async () => {
    const { ports, clock, asking } = aPlace();
    const cookie = await signedIn(ports, 'p1', 'office');

    clock.advance(12 * HOUR - 1);
    const before = await asking(cookie);
    clock.advance(1);

    expect([before?.id, await asking(cookie)]).toEqual(['p1', undefined]);
  });

  it('that was ended does not come back', async () => {
    const { ports, asking } = aPlace();
    const cookie = await signedIn(ports, 'p1', 'office');

    await endSession(ports, 'token-of-p1');
    await startSession(ports, 'token-of-p1', { person: 'p1', name: 'p1' });

    expect(await asking(cookie)).toBeUndefined();
  });

  it('is stored under the hash of its token, which is nowhere, with the second it may be removed', async () => {
    const { ports, records } = aPlace();
    await signedIn(ports, 'p1');

    const item = await records.get({ pk: `SESSION#${sha256.sha256('token-of-p1')}`, sk: 'STATE' });

    expect(item).toMatchObject({ person: 'p1', ended: false, ttl: Date.parse('2024-05-06T14:00:00Z') / 1000 });
    expect(JSON.stringify(item)).not.toContain('token-of');
  });
});

describe('an assignment', () => {
  it('that is ended ends at once, in sessions that had begun before', async () => {
    const { ports, asking } = aPlace();
    const cookie = await signedIn(ports, 'p1', 'office', 'auditor');
    const [office] = (await readPerson(OPERATOR, ports, 'p1')).state.assignments;

    const ending = { personId: 'p1', assignmentId: office?.id ?? '', lastDay: null, reason: '调离' };
    await endAssignment(OPERATOR, { ...ports, effects: {} }, { id: 'end-1', body: null }, ending);

    expect((await asking(cookie))?.roles).toEqual(['auditor']);
  });

  it('holds on its days as Beijing counts them', async () => {
    const { ports, clock, asking } = aPlace();
    const days = { from: '2024-05-07' as LocalDate, until: '2024-05-07' as LocalDate };
    await appoint(ports, 'p1', anAppointment('office', days));
    const cookie = await signedIn(ports, 'p1');
    const later = async (hours: number) => {
      clock.advance(hours * HOUR);
      await startSession(ports, `again-${hours}-${clock.now()}`, { person: 'p1', name: 'p1' });
      return (await asking(`session=again-${hours}-${clock.now()}`))?.roles;
    };

    // From 10:00 in Beijing on the 6th.
    expect((await asking(cookie))?.roles).toEqual([]);
    expect(await later(14)).toEqual(['office']);
    expect(await later(23)).toEqual(['office']);
    expect(await later(1)).toEqual([]);
  });
});
