import type { Caller } from '#shared/domain/caller.ts';
import { assignmentsOn } from '#shared/domain/people/person.ts';
import { PERSON_ROLES } from '#shared/domain/people/role.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import type { PersonCard } from '#shared/services/access/people.ts';
import { type Platforms, platformName } from '../../../platforms.ts';
import { DeskPage, ROLE_TEXT } from '../frame.tsx';
import { assignmentText } from './words.ts';

interface PeopleProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly people: readonly PersonCard[];
  readonly today: LocalDate;
  readonly platforms: Platforms;
}

interface GroupProps {
  readonly title: string;
  readonly people: readonly PersonCard[];
  readonly lineOf: (person: PersonCard) => string;
}

function Group({ title, people, lineOf }: GroupProps) {
  if (people.length === 0) return null;
  return (
    <section class="panel">
      <h2>
        {title}({people.length})
      </h2>
      <ul>
        {people.map((person) => (
          <li>
            <a href={`/desk/people/${person.id}`}>{person.name ?? person.id}</a>
            {person.name === null ? <span class="soft">(尚未登录)</span> : null} {lineOf(person)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everybody, by the roles they hold today; those without one first, for they wait. */
export function PeoplePage({ caller, assets, people, today, platforms }: PeopleProps) {
  const nameOf = (id: string) => platformName(platforms, id);
  const holding = people.map((person) => ({ person, held: assignmentsOn(person, today) }));
  const waiting = holding.filter(({ held }) => held.length === 0).map(({ person }) => person);
  return (
    <DeskPage title="人员" caller={caller} here="people" assets={assets}>
      <h1>人员</h1>
      <form method="get" action="/desk/people" class="search">
        <label for="person-id">按编号办理任职</label> <input type="text" id="person-id" name="id" required />{' '}
        <button type="submit">打开</button>
      </form>
      <Group title="目前没有任职" people={waiting} lineOf={() => ''} />
      {PERSON_ROLES.map((role) => (
        <Group
          title={ROLE_TEXT[role]}
          people={holding.filter(({ held }) => held.some((one) => one.role === role)).map(({ person }) => person)}
          lineOf={(person) =>
            assignmentsOn(person, today)
              .filter((one) => one.role === role)
              .map((one) => assignmentText(one, nameOf))
              .join(';')
          }
        />
      ))}
    </DeskPage>
  );
}
