import { assignmentsOn, type Person } from '../people/person.ts';
import { maySee } from '../people/reach.ts';
import type { Assignment } from '../people/role.ts';
import type { NoticeRule, NoticeSettings, PersonAddresses } from '../settings/notices.ts';
import { beijingDate, type Instant } from '../time.ts';
import type { Channel, Notice } from './notice.ts';

/** Where one message goes. */
export interface Recipient {
  readonly channel: Channel;
  /** Mail address, phone number, or the robot's name. */
  readonly to: string;
  /** Whom people take it for; the address itself where nobody is named. */
  readonly name: string;
}

/** What of a notice decides who is told. */
export type Concerned = Pick<Notice, 'kind' | 'reached' | 'platform'>;

/** Somebody a rule means, and where he is written to; `null`: nobody said where. */
export interface Addressed {
  readonly name: string;
  readonly to: string | null;
}

function coversUnder(assignment: Assignment, { reached, platform }: Concerned): boolean {
  if (assignment.role === 'platform-operator') return assignment.scope === platform;
  return maySee({ id: '', roles: [], assignments: [assignment] }, reached);
}

function addressOf(person: string, channel: Channel, addresses: readonly PersonAddresses[]): string | null {
  const known = addresses.find((each) => each.person === person);
  if (channel === 'mail') return known?.mail ?? null;
  return channel === 'sms' ? (known?.phone ?? null) : null;
}

/**
 * Everybody a rule means today. In a role: whose assignment holds and covers the matter; a person named by hand is told
 * wherever he works, as long as any assignment of his holds.
 *
 * @param about absent: everybody in the role
 */
export function addressedBy(
  { to, channel }: NoticeRule,
  people: readonly Person[],
  { addresses }: Pick<NoticeSettings, 'addresses'>,
  now: Instant,
  about?: Concerned,
): readonly Addressed[] {
  if (to.by === 'address') return [{ name: to.address, to: to.address }];
  const today = beijingDate(now);
  const isMeant = (person: Person) => {
    const held = assignmentsOn(person, today);
    if (to.by === 'person') return person.id === to.person && held.length > 0;
    return held.some((each) => each.role === to.role && (about === undefined || coversUnder(each, about)));
  };
  return people.filter(isMeant).map(({ id, name }) => ({ name: name ?? id, to: addressOf(id, channel, addresses) }));
}

/** Where a notice goes, each place once; empty where nobody is to be told, or nobody who is has an address. */
export function recipientsOf(
  notice: Concerned,
  settings: NoticeSettings,
  people: readonly Person[],
  now: Instant,
): readonly Recipient[] {
  const rules = settings.rules.filter(({ kinds }) => kinds.some((kind) => kind === notice.kind));
  const found = rules.flatMap((rule) =>
    addressedBy(rule, people, settings, now, notice).flatMap(({ name, to }): readonly Recipient[] =>
      to === null ? [] : [{ channel: rule.channel, to, name }],
    ),
  );
  return found.filter(
    ({ channel, to }, index) => found.findIndex((each) => each.channel === channel && each.to === to) === index,
  );
}
