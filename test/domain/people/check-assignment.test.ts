import { describe, expect, it } from 'vitest';
import { type Appointment, appointmentFaults } from '#shared/domain/people/check-assignment.ts';
import { PERSON_ROLES } from '#shared/domain/people/role.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { anAppointment, PLATFORMS } from '#test/support/sign-in.ts';

describe('an appointment', () => {
  it.each(PERSON_ROLES)('can be made in the role %s', (role) => {
    expect(appointmentFaults(anAppointment(role), PLATFORMS)).toEqual([]);
  });

  it.each<[string, Appointment, string]>([
    [
      'a clerk of a whole township who enters for nobody',
      anAppointment('village-clerk', { scope: '330502100' }),
      'scope',
    ],
    ['somebody who enters for one village only', anAppointment('village-clerk', { onBehalf: true }), 'scope'],
    ['a village there is not', anAppointment('village-clerk', { scope: '330502100999' }), 'scope'],
    ['a place of another district', anAppointment('office', { scope: '330503' }), 'scope'],
    ['a township reviewer of the district', anAppointment('township-reviewer', { scope: '330502' }), 'scope'],
    ['an office of a township', anAppointment('office', { scope: '330502100' }), 'scope'],
    ['a platform there is not', anAppointment('platform-operator', { scope: 'nobody' }), 'scope'],
    ['an owner that cannot be one', anAppointment('owner-clerk', { scope: 'a/b' }), 'scope'],
    ['a reviewer who enters for others', anAppointment('township-reviewer', { onBehalf: true }), 'onBehalf'],
    ['a reviewer of no bureau', anAppointment('bureau-reviewer', { bureau: null }), 'bureau'],
    ['a clerk in a bureau', anAppointment('village-clerk', { bureau: 'agriculture' }), 'bureau'],
    ['a last day before the first', anAppointment('office', { until: '2019-12-31' as LocalDate }), 'until'],
  ])('cannot be made for %s', (_, appointment, field) => {
    expect(appointmentFaults(appointment, PLATFORMS).map((fault) => fault.field)).toEqual([field]);
  });
});
