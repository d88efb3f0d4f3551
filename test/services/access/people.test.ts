import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { toPersonId } from '#shared/domain/people/person.ts';
import { PERSON_ROLES } from '#shared/domain/people/role.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { cardPerson, endAssignment, grantAssignment, listPeople, readPerson } from '#shared/services/access/people.ts';
import { signIn } from '#shared/services/access/sign-in.ts';
import { memoryEventPorts } from '#test/support/event-ports.ts';
import { anAppointment, OPERATOR, PLATFORMS } from '#test/support/sign-in.ts';

const OFFICE: Caller = {
  id: 'office-1',
  name: '郑受理',
  roles: ['office'],
  assignments: [{ id: 'a', ...anAppointment('office') }],
};

function aHouse() {
  const ports = memoryEventPorts({ effects: { person: cardPerson } });
  const grant = (caller: Caller, personId: string, appointment = anAppointment('auditor'), key = 'key-1') =>
    grantAssignment(
      caller,
      ports,
      { id: key, body: JSON.stringify(appointment) },
      { personId, appointment, platforms: PLATFORMS },
    );
  const end = (
    caller: Caller,
    personId: string,
    assignmentId: string,
    lastDay: LocalDate | null = null,
    key = 'end-1',
  ) => endAssignment(caller, ports, { id: key, body: null }, { personId, assignmentId, lastDay, reason: '调离' });
  return { ports, grant, end };
}

describe('giving a role', () => {
  it.each([OPERATOR, OFFICE])('is done by $id, also to somebody who never signed in', async (caller) => {
    const { ports, grant } = aHouse();

    const { state, version } = await grant(caller, 'p1');

    expect(version).toBe(1);
    expect(state).toMatchObject({ id: 'p1', name: null, assignments: [{ role: 'auditor', from: '2020-01-01' }] });
    expect(await listPeople(caller, ports)).toMatchObject([{ id: 'p1', assignments: [{ role: 'auditor' }] }]);
  });

  it('is done once for a command sent twice', async () => {
    const { grant } = aHouse();
    await grant(OPERATOR, 'p1');

    const { state, repeated } = await grant(OPERATOR, 'p1');

    expect([state.assignments.length, repeated]).toEqual([1, true]);
  });

  it.each(PERSON_ROLES.filter((role) => role !== 'office'))('is refused to the role %s', async (role) => {
    const { grant } = aHouse();
    const caller: Caller = { id: 'x', roles: [role], assignments: [{ id: 'a', ...anAppointment(role) }] };

    await expect(async () => grant(caller, 'p1')).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });

  it('is refused to oneself, and so is ending one', async () => {
    const { grant, end } = aHouse();

    await expect(async () => grant(OFFICE, 'office-1')).rejects.toMatchObject({ code: 'PERSON.SELF' });
    await expect(async () => end(OFFICE, 'office-1', 'a')).rejects.toMatchObject({ code: 'PERSON.SELF' });
  });

  it('names what is wrong, by field, and writes nothing', async () => {
    const { ports, grant } = aHouse();

    await expect(async () => grant(OPERATOR, 'p1', anAppointment('office', { scope: '1' }))).rejects.toMatchObject({
      code: 'FORM.INVALID',
      details: { errors: [{ pointer: '/scope', detail: '没有这个区划代码' }] },
    });
    await expect(readPerson(OPERATOR, ports, 'p1')).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });

  it.each(['', 'a/b', '张三', 'x'.repeat(1276)])('is refused for the id %j', async (id) => {
    const { grant } = aHouse();

    await expect(async () => grant(OPERATOR, id)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});

describe('ending a role', () => {
  it('keeps it in the record with its reason', async () => {
    const { grant, end } = aHouse();
    const { state } = await grant(OPERATOR, 'p1');

    const ended = await end(OFFICE, 'p1', state.assignments[0]?.id ?? '');

    expect(ended.state.assignments).toMatchObject([{ until: '2024-05-06', ended: { reason: '调离', atOnce: true } }]);
  });

  it('may name a last day to come, and be hastened', async () => {
    const { grant, end } = aHouse();
    const { state } = await grant(OPERATOR, 'p1');
    const id = state.assignments[0]?.id ?? '';

    const planned = await end(OFFICE, 'p1', id, '2024-06-30' as LocalDate);
    const hastened = await end(OFFICE, 'p1', id, null, 'end-2');

    expect(planned.state.assignments).toMatchObject([{ until: '2024-06-30', ended: { atOnce: false } }]);
    expect(hastened.state.assignments).toMatchObject([{ until: '2024-05-06', ended: { atOnce: true } }]);
  });

  it('finds nothing where there is no such assignment, or it stands no more', async () => {
    const { grant, end } = aHouse();
    const { state } = await grant(OPERATOR, 'p1');
    await end(OFFICE, 'p1', state.assignments[0]?.id ?? '');

    for (const id of ['nobody', state.assignments[0]?.id ?? '']) {
      await expect(end(OFFICE, 'p1', id, null, 'end-2')).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    }
  });
});

describe('signing in', () => {
  it('keeps the name once, and again when it is another', async () => {
    const { ports } = aHouse();
    const named = async (name: string, token: string) => {
      await signIn(ports, { subject: 'auth0|5f7c', name }, token);
      return readPerson(OPERATOR, ports, toPersonId('auth0|5f7c') ?? '');
    };

    const versions = [
      await named('沈一', 't1'),
      await named('沈一', 't2'),
      await named('沈二', 't3'),
      await named('沈一', 't4'),
    ];

    expect(versions.map(({ version, state }) => [version, state.name])).toEqual([
      [1, '沈一'],
      [1, '沈一'],
      [2, '沈二'],
      [3, '沈一'],
    ]);
  });

  it.each(['', 'x'.repeat(256)])('is refused for the subject %j', async (subject) => {
    const { ports } = aHouse();

    await expect(signIn(ports, { subject, name: 'n' }, 't')).rejects.toMatchObject({ code: 'ACCESS.SIGNIN_FAILED' });
  });
});
