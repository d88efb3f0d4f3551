import type { LotCard } from '#shared/domain/lot-card.ts';
import type { Instant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Platforms } from '../platforms.ts';
import { type IcalLine, icalText, toIcal } from './ical.ts';
import { lotHeadline, lotSummary } from './lot-words.ts';

/** What a calendar is sent as. */
export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

/** What a calendar is made of besides its lot. */
export interface CalendarFrame {
  /** `https://host` without a path; empty where the host is not to be trusted: the event then has no address. */
  readonly origin: string;
  readonly platforms: Platforms;
  /** A stable UUID of a name. */
  readonly uuid: (name: string) => string;
}

function utc(at: Instant): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function statusOf({ status }: LotCard): string {
  if (status === 'withdrawn') return 'CANCELLED';
  return status === 'suspended' || status === 'unknown' ? 'TENTATIVE' : 'CONFIRMED';
}

function alarm(trigger: string, before: string, title: string): readonly IcalLine[] {
  return [
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    [trigger, `-${before}`],
    ['DESCRIPTION', icalText(`即将结束:${title}`)],
    ['END', 'VALARM'],
  ];
}

/** From start to end; only the moment of the end where no start before it is known, because an event may not take no time. */
function timesOf(startsAt: Instant | null, endsAt: Instant): readonly [trigger: string, ...IcalLine[]] {
  if (startsAt === null || startsAt >= endsAt) return ['TRIGGER', ['DTSTART', utc(endsAt)]];
  return ['TRIGGER;RELATED=END', ['DTSTART', utc(startsAt)], ['DTEND', utc(endsAt)]];
}

/**
 * The bidding of a lot as a calendar of one event (日程), with alarms one day and one hour before its end.
 * The same lot keeps its UID, its version is the SEQUENCE: a calendar that reads it again moves the event.
 *
 * @throws AppError `LOT.END_UNKNOWN`
 */
export function lotCalendar(card: LotCard, { origin, platforms, uuid }: CalendarFrame): string {
  const { startsAt, endsAt, asOf } = card;
  if (endsAt === null || asOf === null) throw new AppError('LOT.END_UNKNOWN', 'nobody said when the lot ends');
  const title = card.title ?? card.externalId;
  const [trigger, ...times] = timesOf(startsAt, endsAt);
  return toIcal([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//auction-aggregator//lots//ZH'],
    ['BEGIN', 'VEVENT'],
    ['UID', uuid(`lot ${card.lotId}`)],
    ['SEQUENCE', String(card.version)],
    ['DTSTAMP', utc(asOf)],
    ...times,
    ['SUMMARY', icalText(lotHeadline(card))],
    ['DESCRIPTION', icalText(lotSummary(card, platforms))],
    ['STATUS', statusOf(card)],
    ['TRANSP', 'TRANSPARENT'],
    ...(origin === '' ? [] : [['URL', `${origin}/lots/${card.lotId}`] as const]),
    ...(card.location === null ? [] : [['LOCATION', icalText(card.location)] as const]),
    ...alarm(trigger, 'P1D', title),
    ...alarm(trigger, 'PT1H', title),
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ]);
}
