import type { LotFacts } from '#shared/domain/observation.ts';
import { readOrganisation, toFactText } from '../kit/fact-text.ts';
import { amounts, type Note, only } from '../kit/notice-amounts.ts';
import { readDays, readWindow, startOfDay } from '../kit/notice-times.ts';
import { quote } from '../kit/rows.ts';
import { said } from '../kit/said.ts';
import type { NoticeParts } from './notice-parts.ts';
import { readDeposits, readReserve } from './notice-section.ts';
import { readRound, readTradeCategory, readTradeKind } from './words.ts';

const PUBLISHED = /^(?:来源.*?)?(?:发布|公告)?(?:时间|日期):? ?(\d[\d年月日/.-]*)/;
const SELLERS = [/受([^受,。;:]{2,60}?)的?委托/, /^([^,。;:]{2,60}?)委托/];
const HELD = /定?于 ?((?:自|从)?\d[^于,。;]{3,60}?)(?:在|通过)([^于,。;]{2,80}?)(?:公开)?(?:举行|举办|召开|进行|组织)/;
/** Sales in which the price does not rise bid by bid. */
const NOT_ASCENDING = /减价|降价|荷兰式|密封|一次性?报价/;
const ONLINE = /网络|网上|线上|竞价平台|拍卖平台/;
const AUCTIONEER = /^(.{2,30}?拍卖(?:行|有限)?(?:有限|股份)?(?:责任)?公司)(.*)$/;
const REGISTRATION = /(?:报名|登记)(?:及[^,:]{2,12})?(?:截止)?(?:时间|期限)(?:定于|为|:) ?([^。;,\n]*)/;
const VIEWING = /(?:展示|看样|踏勘)(?:时间)?(?:定于|为|:) ?([^。;,\n]*)/;
const PAYMENT = /(?:交纳|缴纳|交付)(?:竞买|竞拍|拍卖)?(?:保证金)?(?:人民币)? ?([\d,.]{1,24} ?[万亿]?元)/g;
/** Clauses whose amounts are fees or securities for the contract. */
const OTHER_MONEY = /履约|服务费|佣金|报名费|资料费|租金|物业/;
/** From here on a clause speaks of persons. */
const CONTACT = /(?:联系|咨询|电话).*/s;

/** What a notice says of all its lots. */
export function readNoticeTerms({ title, head, rest }: NoticeParts, note: Note): Partial<LotFacts> {
  const opening = head.join('\n');
  const conditions = rest.join('\n');
  const seller = readSeller(head);
  return said<LotFacts>({
    round: readRound(title),
    saleMode: NOT_ASCENDING.test(conditions) ? undefined : 'ascending',
    seller,
    tradeCategory: readTradeCategory(seller, `${title}\n${opening}\n${conditions}`),
    tradeKind: readTradeKind(title),
    liveAt: readPublished(head, note),
    ...readHeld(opening, note),
    ...readRegistration(conditions, note),
    ...readViewing(conditions, note),
    deposit: readDeposit(conditions, note),
    reserve: readReserve(conditions, note),
  });
}

function readSeller(head: readonly string[]): string | undefined {
  const names = SELLERS.flatMap((pattern) => head.map((line) => pattern.exec(line)?.[1]));
  const name = names.find((found) => found !== undefined);
  return readOrganisation(name ?? '');
}

/** The notice's day, written beside its source; its time of day is not said. */
function readPublished(head: readonly string[], note: Note) {
  const written = head.map((line) => PUBLISHED.exec(line)?.[1]).find((found) => found !== undefined);
  if (written === undefined) return undefined;
  const day = startOfDay(written);
  if (day === undefined) note('发布时间', `not a day: ${quote(written)}`);
  return day;
}

/** When and where the sale is held. A place whose brackets do not match has lost characters and is left unsaid. */
function readHeld(opening: string, note: Note): Partial<LotFacts> {
  const match = HELD.exec(opening);
  if (match === null) return {};
  const [clause, time = '', place = ''] = match;
  const { from: startsAt, to: endsAt } = readWindow(time, '拍卖时间', clause, note);
  if (ONLINE.test(place)) return said<LotFacts>({ venue: 'online', startsAt, endsAt });
  const [, serviceAgency, after = ''] = AUCTIONEER.exec(place) ?? [];
  const address = serviceAgency === undefined ? place : after;
  const isWhole = address.split('(').length === address.split(')').length;
  if (!isWhole) note('拍卖地点', `brackets do not match: ${quote(clause)}`);
  const venueAddress = isWhole ? toFactText(/^\((.*)\)$/.exec(address)?.[1] ?? address) || undefined : undefined;
  const agency = serviceAgency === undefined ? undefined : toFactText(serviceAgency);
  return said<LotFacts>({ venue: 'on-site', startsAt, serviceAgency: agency, venueAddress });
}

function readRegistration(conditions: string, note: Note): Partial<LotFacts> {
  const [clause = '', written = ''] = clauseOf(REGISTRATION, conditions);
  const { from: registrationStartsAt, to: registrationEndsAt } = readWindow(
    written,
    '报名时间',
    clause,
    note,
    'unsaid',
  );
  return said<LotFacts>({ registrationStartsAt, registrationEndsAt });
}

function readViewing(conditions: string, note: Note): Partial<LotFacts> {
  const [clause = '', written = ''] = clauseOf(VIEWING, conditions);
  const hasClock = /[时点:]/.test(written);
  const read = hasClock ? readWindow : readDays;
  const { from: viewingStartsAt, to: viewingEndsAt } = read(written, '标的展示时间', clause, note);
  return said<LotFacts>({ viewingStartsAt, viewingEndsAt });
}

function clauseOf(pattern: RegExp, text: string): readonly string[] {
  const [clause = '', written = ''] = pattern.exec(text) ?? [];
  return [clause.replace(CONTACT, ''), written.replace(CONTACT, '')];
}

/** The deposit for bidding: named as such, or the payment that registration asks for. */
function readDeposit(conditions: string, note: Note) {
  const clauses = conditions.split(/[。;\n]/).filter((clause) => !OTHER_MONEY.test(clause));
  const found = clauses.flatMap((clause) => {
    const isRegistration = /竞买|竞拍|报名/.test(clause);
    return [...readDeposits(clause), ...(isRegistration ? amounts(clause, PAYMENT) : [])];
  });
  const unread = clauses.find((clause) => /保证金[^,]{0,12}元/.test(clause));
  if (found.length === 0 && unread !== undefined) note('保证金', `not an amount: ${quote(unread)}`);
  return only(found, '保证金', note);
}
