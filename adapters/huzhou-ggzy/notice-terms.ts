import type { LotFacts } from '#shared/domain/observation.ts';
import { AMOUNT, amounts, type Note, only } from '../kit/notice-amounts.ts';
import { readDays, readWindow, startOfDay } from '../kit/notice-times.ts';
import { quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import { readHammerPrice, readStartPrice } from './notice-price.ts';

/** Clauses end at a stop, a semicolon or the line. From a word of contact on they speak of persons. */
const CLAUSE = '(?:为|是|:|定于)? ?([^。;,\\n]{0,100})';
const REGISTRATION = new RegExp(`(?:报名|登记)(?:截止)?(?:时间|期限)${CLAUSE}`, 'g');
const BIDDING = new RegExp(`(?:竞价|竞拍|竞买)(?:开始|起止|截止|结束)?时间${CLAUSE}`, 'g');
const PUBLICITY = new RegExp(`公示(?:期限?|时间)${CLAUSE}`, 'g');
const CONTACT = /(?:联系|咨询|电话).*/s;
const DEPOSIT = new RegExp(
  `(?<!履约|租赁|租金|合同|质量|安全)(?:竞买|竞拍|竞价|交易|报名|投标)?保证金(?:金额)?(?:为|是|:)? ?${AMOUNT}`,
  'g',
);
const PUBLISHED = /(?:信息|发布|公告)(?:时间|日期):? ?(\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?)/;
const DAY = /\d{4}[年/-]/;

/** What an announcement says of its lot. */
export function readAnnouncement(text: string, note: Note): Partial<LotFacts> {
  const start = readStartPrice(text, note);
  const registration = readSpan(REGISTRATION, '报名时间', text, note, 'unsaid');
  const bidding = readSpan(BIDDING, '竞价时间', text, note, 'from');
  return said<LotFacts>({
    startPrice: start?.amount,
    priceBasis: start?.basis,
    deposit: only(amounts(text, DEPOSIT), '保证金', note),
    registrationStartsAt: registration.from,
    registrationEndsAt: registration.to,
    startsAt: bidding.from,
    endsAt: bidding.to,
  });
}

/** What the publicity of a result (成交公示) says. Who won is not read, organisations no more than persons. */
export function readResult(text: string, note: Note): Partial<LotFacts> {
  const hammer = readHammerPrice(text, note);
  const start = readStartPrice(text, note);
  const isAlike = start?.basis === undefined || hammer?.basis === undefined || start.basis === hammer.basis;
  if (!isAlike) note('起始价', 'several different price bases');
  const clause = clausesOf(PUBLICITY, text).find(([, written]) => DAY.test(written));
  const days = clause === undefined ? {} : readDays(clause[1].replace(/^自/, ''), '公示期', clause[0], note);
  return said<LotFacts>({
    hammerPrice: hammer?.amount,
    startPrice: isAlike ? start?.amount : undefined,
    priceBasis: hammer?.basis ?? (isAlike ? start?.basis : undefined),
    publicityStartsAt: days.from,
    publicityEndsAt: days.to,
  });
}

/** The day of an announcement, as the 00:00 that stands for it; its time of day is not said. */
export function readPublished(lines: readonly string[], note: Note): LotFacts['liveAt'] | undefined {
  const written = lines.map((line) => PUBLISHED.exec(line)?.[1]).find((found) => found !== undefined);
  if (written === undefined) return undefined;
  const day = startOfDay(written);
  if (day === undefined) note('发布时间', `not a day: ${quote(written)}`);
  return day;
}

/** Where several clauses speak of a time and differ, none is surer than the other. */
function readSpan(pattern: RegExp, place: string, text: string, note: Note, single: 'from' | 'unsaid') {
  const clauses = clausesOf(pattern, text).filter(([, written]) => /\d/.test(written));
  const spans = clauses.map(([clause, written]) =>
    readWindow(written, place, /结束时间/.test(clause) ? `${clause}止` : clause, note, single),
  );
  const [from, to] = [spans.flatMap((span) => span.from ?? []), spans.flatMap((span) => span.to ?? [])];
  if (new Set(from).size > 1 || new Set(to).size > 1) {
    note(place, 'several different times');
    return {};
  }
  if ((from[0] ?? '') >= (to[0] ?? '~')) {
    note(place, 'the end is not after the start');
    return {};
  }
  return { from: from[0], to: to[0] };
}

function clausesOf(pattern: RegExp, text: string): readonly (readonly [clause: string, written: string])[] {
  return [...text.matchAll(pattern)].map(([clause, written = '']) => [
    clause.replace(CONTACT, ''),
    written.replace(CONTACT, ''),
  ]);
}
