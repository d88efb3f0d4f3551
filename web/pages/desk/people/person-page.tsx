import type { Caller } from '#shared/domain/caller.ts';
import type { HeldAssignment, Person } from '#shared/domain/people/person.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { type Platforms, platformName } from '../../../platforms.ts';
import { DateInput, DeskForm, ErrorSummary, type Option, Select, Submit, TextInput } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { AppointmentForm, type Refused } from './appointment-form.tsx';
import { assignmentDays, assignmentText, endingText } from './words.ts';

interface PersonPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly person: Person;
  readonly today: LocalDate;
  readonly platforms: Platforms;
  /** The office, and not for itself. */
  readonly mayChange: boolean;
  /** A fresh key for each form. */
  readonly formKey: () => string;
  readonly refused?: Refused | undefined;
}

function standsOn({ ended, until }: HeldAssignment, today: LocalDate): boolean {
  return ended?.atOnce !== true && (until === null || until >= today);
}

function EndForm({ person, today, platforms, formKey, refused }: PersonPageProps) {
  const standing = person.assignments.filter((held) => standsOn(held, today));
  if (standing.length === 0) return null;
  const value = (name: string) => shownValue(refused?.typed, name, '');
  const options = standing.map((held): Option => {
    return [held.id, `${assignmentText(held, (id) => platformName(platforms, id))},${assignmentDays(held)}`];
  });
  return (
    <section class="panel">
      <h2>停止任职</h2>
      <DeskForm action={`/desk/people/${person.id}/endings`} formKey={formKey()}>
        <Select
          name="assignment"
          label="停止哪一项"
          value={value('assignment')}
          options={options}
          empty="请选择"
          error={refused?.errors['assignment']}
          required
        />
        <TextInput name="reason" label="原因" value={value('reason')} error={refused?.errors['reason']} required />
        <DateInput
          name="lastDay"
          label="最后一天"
          hint="不填即从现在起停止"
          value={value('lastDay')}
          error={refused?.errors['lastDay']}
        />
        <Submit label="停止" />
      </DeskForm>
    </section>
  );
}

function Assignments({ person, platforms }: PersonPageProps) {
  if (person.assignments.length === 0) return <p class="notice">还没有任职。</p>;
  return (
    <ul class="cards">
      {person.assignments.map((held) => (
        <li class="card">
          <strong>{assignmentText(held, (id) => platformName(platforms, id))}</strong>
          <p>{assignmentDays(held)}</p>
          {held.ended === null ? null : <p>{endingText(held)}</p>}
        </li>
      ))}
    </ul>
  );
}

function AppointmentPanel({ person, today, platforms, formKey, refused }: PersonPageProps) {
  return (
    <section class="panel">
      <h2>新的任职</h2>
      <AppointmentForm personId={person.id} formKey={formKey()} today={today} platforms={platforms} refused={refused} />
    </section>
  );
}

/** A person: under what roles he may act, since when and how long; the office gives and ends them. */
export function PersonPage(props: PersonPageProps) {
  const { caller, assets, person, mayChange, refused } = props;
  return (
    <DeskPage title={person.name ?? person.id} caller={caller} here="people" assets={assets}>
      <p>
        <a href="/desk/people">← 人员</a>
      </p>
      <h1>{person.name ?? '尚未登录过的人'}</h1>
      <p class="soft">编号 {person.id}</p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <h2>任职</h2>
      <Assignments {...props} />
      {mayChange ? <EndForm {...props} /> : null}
      {mayChange ? <AppointmentPanel {...props} /> : null}
    </DeskPage>
  );
}
