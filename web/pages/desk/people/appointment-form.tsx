import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import type { Appointment } from '#shared/domain/people/check-assignment.ts';
import { BUREAUS, PERSON_ROLES } from '#shared/domain/people/role.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { villagesOf } from '#shared/domain/villages.ts';
import type { Platforms } from '../../../platforms.ts';
import { Checkboxes, DateInput, DeskForm, type Option, Select, Submit, TextInput } from '../form.tsx';
import { type FieldErrors, type FormValues, formReader, refuseFaults, shownValue } from '../form-text.ts';
import { ROLE_TEXT } from '../frame.tsx';
import { BUREAU_WORDS } from './words.ts';

/** A form as it is shown again: what had been entered, and what is wrong with it. */
export interface Refused {
  readonly title: string;
  readonly errors: FieldErrors;
  readonly typed: FormValues;
}

interface AppointmentFormProps {
  readonly personId: string;
  readonly formKey: string;
  readonly today: LocalDate;
  readonly platforms: Platforms;
  readonly refused?: Refused | undefined;
}

const ROLE_OPTIONS: readonly Option[] = PERSON_ROLES.map((role) => [role, ROLE_TEXT[role]]);
const BUREAU_OPTIONS: readonly Option[] = BUREAUS.map((bureau) => [bureau, BUREAU_WORDS[bureau]]);

/** The district, its townships and their villages, in their order. */
const PLACES: readonly Option[] = [
  [HOME_DISTRICT.code, HOME_DISTRICT.name],
  ...HOME_DISTRICT.townships.flatMap((township): readonly Option[] => [
    [township.code, township.name],
    ...villagesOf(township.code).map((village): Option => [village.code, `${township.name} ${village.name}`]),
  ]),
];

/**
 * Reads the form of an appointment.
 * @throws AppError `FORM.INVALID`
 */
export function readAppointmentForm(values: FormValues, today: LocalDate): Appointment {
  const form = formReader(values);
  const role = form.choice('role', PERSON_ROLES);
  if (role === null) form.fault('role', '请选择角色');
  const field = role === 'platform-operator' ? 'platform' : role === 'owner-clerk' ? 'owner' : 'scope';
  const scope = form.text(field, { required: '请选择任职范围' });
  const bureau = form.choice('bureau', BUREAUS);
  const from = form.day('from') ?? today;
  const until = form.day('until');
  refuseFaults(form.errors);
  return { role: role ?? 'auditor', scope: scope ?? '', onBehalf: form.isChecked('onBehalf'), bureau, from, until };
}

/** Gives a person a role. */
export function AppointmentForm({ personId, formKey, today, platforms, refused }: AppointmentFormProps) {
  const value = (name: string, stored = '') => shownValue(refused?.typed, name, stored);
  const error = (name: string) => refused?.errors[name];
  const platformOptions = [...platforms].map(([id, { name }]): Option => [id, name]);
  return (
    <DeskForm action={`/desk/people/${personId}/assignments`} formKey={formKey}>
      <Select
        name="role"
        label="角色"
        value={value('role')}
        options={ROLE_OPTIONS}
        empty="请选择"
        error={error('role')}
        required
      />
      <Select
        name="scope"
        label="任职范围"
        hint="村级经办选村,代录会计和镇街审核选镇街,主管部门、交易中心和审计选区;平台经办和国有单位经办不填这里"
        value={value('scope')}
        options={PLACES}
        empty="请选择"
        error={error('scope')}
      />
      <Checkboxes
        name="onBehalf"
        label="代录"
        options={[['yes', '镇街会计,为各村代录']]}
        values={value('onBehalf') === '' ? [] : ['yes']}
        error={error('onBehalf')}
      />
      <Select
        name="bureau"
        label="主管部门"
        hint="只有主管部门审核要选"
        value={value('bureau')}
        options={BUREAU_OPTIONS}
        empty="不适用"
        error={error('bureau')}
      />
      <Select
        name="platform"
        label="平台"
        hint="只有平台经办要选"
        value={value('platform')}
        options={platformOptions}
        empty="不适用"
        error={error('platform')}
      />
      <TextInput
        name="owner"
        label="产权单位编号"
        hint="只有国有单位经办要填,见产权单位页面"
        value={value('owner')}
        error={error('owner')}
      />
      <DateInput name="from" label="第一天" value={value('from', today)} error={error('from')} />
      <DateInput name="until" label="最后一天" hint="不填即长期" value={value('until')} error={error('until')} />
      <Submit label="任职" />
    </DeskForm>
  );
}
