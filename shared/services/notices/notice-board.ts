import { type Caller, hasRole } from '../../domain/caller.ts';
import { maskedAddress } from '../../domain/notices/mask.ts';
import { NOTICE_KINDS, type NoticeKind } from '../../domain/notices/notice.ts';
import { type Addressed, addressedBy } from '../../domain/notices/recipients.ts';
import type { NoticeRule, NoticeSettings } from '../../domain/settings/notices.ts';
import { listPeople, type PersonCard } from '../access/people.ts';
import { requireRole } from '../authorise.ts';
import { readSettings, type SettingsVersion } from '../desk/settings/read-settings.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { latestNotices, type StoredNotice } from './notice-store.ts';

const NOTICES_SHOWN = 100;

/** A rule, and everybody it means today in any matter. */
export interface RuleReach {
  readonly rule: NoticeRule;
  readonly addressed: readonly Addressed[];
}

/** Who is told of what, and what was told last (通知). */
export interface NoticeBoard {
  readonly stored: SettingsVersion<NoticeSettings>;
  readonly rules: readonly RuleReach[];
  /** Kinds nobody is told of: no rule names them, or nobody it means has an address. */
  readonly untold: readonly NoticeKind[];
  readonly people: readonly PersonCard[];
  /** The newest first, a hundred at most. */
  readonly notices: readonly StoredNotice[];
}

/** Addresses as the caller may see them: the office as they are, others masked. The names of robots are no addresses. */
function seenBy(caller: Caller): (channel: NoticeRule['channel'], address: string) => string {
  const mayRead = hasRole(caller, 'office');
  return (channel, address) =>
    mayRead || channel === 'dingtalk' || channel === 'wecom' ? address : maskedAddress(address);
}

type Seen = ReturnType<typeof seenBy>;

function maskedSettings(settings: NoticeSettings, seen: Seen): NoticeSettings {
  const { rules, addresses } = settings;
  return {
    ...settings,
    rules: rules.map((rule) => {
      const { to, channel } = rule;
      return to.by === 'address' ? { ...rule, to: { ...to, address: seen(channel, to.address) } } : rule;
    }),
    addresses: addresses.map(({ person, mail, phone }) => ({
      person,
      mail: mail === null ? null : seen('mail', mail),
      phone: phone === null ? null : seen('sms', phone),
    })),
  };
}

function maskedNotice(notice: StoredNotice, seen: Seen): StoredNotice {
  const deliveries = notice.deliveries.map((delivery) => {
    const { channel, to, name } = delivery;
    return { ...delivery, to: seen(channel, to), name: name === to ? seen(channel, to) : name };
  });
  return { ...notice, deliveries };
}

/**
 * Who is told of what, and the last hundred notices with what became of them.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readNoticeBoard(
  caller: Caller,
  ports: Pick<EventPorts, 'records' | 'clock'>,
): Promise<NoticeBoard> {
  requireRole(caller, 'office', 'auditor');
  const [stored, people, notices] = await Promise.all([
    readSettings(ports, 'notices'),
    listPeople(caller, ports),
    latestNotices(ports.records, NOTICES_SHOWN),
  ]);
  const seen = seenBy(caller);
  const now = ports.clock.now();
  const value = maskedSettings(stored.value, seen);
  const rules = value.rules.map((rule) => ({ rule, addressed: addressedBy(rule, people, value, now) }));
  const isTold = (kind: NoticeKind) =>
    rules.some(({ rule, addressed }) => rule.kinds.includes(kind) && addressed.some(({ to }) => to !== null));
  return {
    stored: { ...stored, value },
    rules,
    untold: NOTICE_KINDS.filter((kind) => !isTold(kind)),
    people,
    notices: notices.map((notice) => maskedNotice(notice, seen)),
  };
}
