import { HOME_DISTRICT } from '../divisions.ts';
import { villageByCode } from '../villages.ts';
import type { Assignment, PersonRole } from './role.ts';

/** An assignment before it has an id. */
export type Appointment = Omit<Assignment, 'id'>;

/** One thing wrong with an appointment, by the name of its field. */
export interface AppointmentFault {
  readonly field: keyof Appointment;
  /** Chinese. */
  readonly detail: string;
}

/** The kinds of place a role may reach, by the digits of their codes. */
const DIGITS: Readonly<Record<Exclude<PersonRole, 'owner-clerk' | 'platform-operator'>, readonly number[]>> = {
  'village-clerk': [9, 12],
  'township-reviewer': [9],
  'bureau-reviewer': [6],
  office: [6],
  auditor: [6, 9],
};

/** Ids of owners and platforms: what an address and a key can hold as it is. */
const PLAIN_ID = /^[a-z0-9-]{1,64}$/;

function isDivision(code: string): boolean {
  if (code === HOME_DISTRICT.code) return true;
  return HOME_DISTRICT.townships.some((township) => township.code === code) || villageByCode(code) !== undefined;
}

function scopeFault({ role, scope, onBehalf }: Appointment, platforms: readonly string[]): string | undefined {
  if (role === 'platform-operator') return platforms.includes(scope) ? undefined : '没有这个平台';
  if (role === 'owner-clerk') return PLAIN_ID.test(scope) ? undefined : '请填产权单位的编号';
  if (!isDivision(scope)) return '没有这个区划代码';
  if (role === 'village-clerk') {
    const wanted = onBehalf ? 9 : 12;
    return scope.length === wanted ? undefined : onBehalf ? '代录须到镇街(9 位)' : '村级经办须到村(12 位)';
  }
  return DIGITS[role].includes(scope.length) ? undefined : '这个角色不能任职到这一级';
}

/** Everything wrong with an appointment; empty when it may be made. */
export function appointmentFaults(given: Appointment, platforms: readonly string[]): readonly AppointmentFault[] {
  const { role, onBehalf, bureau, from, until } = given;
  const faults: AppointmentFault[] = [];
  const scope = scopeFault(given, platforms);
  if (scope !== undefined) faults.push({ field: 'scope', detail: scope });
  if (onBehalf && role !== 'village-clerk') faults.push({ field: 'onBehalf', detail: '只有村级经办可以代录' });
  if (role === 'bureau-reviewer' && bureau === null) faults.push({ field: 'bureau', detail: '请选择主管部门' });
  if (role !== 'bureau-reviewer' && bureau !== null) faults.push({ field: 'bureau', detail: '只用于主管部门审核' });
  if (until !== null && until < from) faults.push({ field: 'until', detail: '最后一天早于第一天' });
  return faults;
}
