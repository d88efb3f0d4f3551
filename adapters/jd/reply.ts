import { AppError } from '#shared/errors/app-error.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { collectUnread, type Drifting, type UnreadFields } from '../kit/drifting.ts';
import { readJsonReply } from '../kit/json-reply.ts';
import { openPage, type Page } from '../kit/page.ts';
import { type BlockMarks, drift } from '../kit/refusal.ts';
import { quote } from '../kit/rows.ts';
import { Search, Wrapper } from './schema.ts';

/** How blocked pages are known (from scrapers' code; none is saved anywhere we know of). */
const BLOCK_MARKS: BlockMarks = [
  ['captcha', /risk_handler|<title>[^<]{0,60}京东验证/],
  ['login', /passport\.jd\.com|<title>[^<]{0,60}登录/],
  ['punish', /<title>[^<]{0,60}403 Forbidden/i],
];

/** What an error reply's message speaks of when a visitor is kept out. Its codes were never seen with their meaning. */
const KEPT_OUT: readonly (readonly [string, RegExp])[] = [
  ['login', /登录|登陆|not ?login/i],
  ['captcha', /验证码|滑块|captcha/i],
  ['punish', /风控|风险|频繁|拦截|限流|risk/i],
];

/** The data of a reply that says it succeeded. */
export interface Reply {
  readonly data: unknown;
  readonly unread: UnreadFields;
}

/**
 * Opens a reply, bare or JSONP.
 * @throws AppError `DOCUMENT.BLOCKED` when it keeps us out, `DOCUMENT.DRIFT` for any other error reply
 */
export function openReply(document: RawDocument): Reply {
  const wrapper = Wrapper.read(readJsonReply(openPage(document.bytes), BLOCK_MARKS));
  if (!wrapper.ok) throw drift('the reply is not wrapped as known', { at: wrapper.path, reason: wrapper.reason });
  const { code, status, message, data } = wrapper.value;
  if (Number(code) !== 0 || (status ?? 0) !== 0) throw errorReply(String(code), message ?? '');
  if (data === undefined || data === null) throw drift('the reply carries no data', { missing: '/data' });
  const unread = collectUnread();
  unread.add('', wrapper.unread);
  return { data, unread };
}

/** A page of the search call. */
interface SearchReply {
  readonly rows: readonly unknown[];
  /** Lots in all, over all pages. */
  readonly total: number;
  readonly unread: UnreadFields;
}

/**
 * Opens a reply of the search call, which carries its rows unwrapped. An error reply need not carry any.
 * @throws AppError as `openReply`
 */
export function openSearch(page: Page): SearchReply {
  const reply = readJsonReply(page, BLOCK_MARKS);
  const search = Search.read(reply);
  const { code, message } = search.ok ? search.value : saidOf(reply);
  if (code !== undefined && Number(code) !== 0) throw errorReply(String(code), message ?? '');
  if (!search.ok) throw drift('the reply is not as known', { at: search.path, reason: search.reason });
  const unread = collectUnread();
  unread.add('', search.unread);
  return { rows: search.value.datas, total: search.value.totalItem, unread };
}

function saidOf(reply: unknown) {
  const wrapper = Wrapper.read(reply);
  return wrapper.ok ? wrapper.value : { code: undefined, message: undefined };
}

/**
 * Reads the data of a reply by its schema.
 * @throws AppError `DOCUMENT.DRIFT` naming the first field that does not fit
 */
export function readData<T>(schema: Drifting<T>, { data, unread }: Reply): T {
  const reading = schema.read(data);
  if (!reading.ok) throw drift('a field is not as known', { at: `/data${reading.path}`, reason: reading.reason });
  unread.add('/data', reading.unread);
  return reading.value;
}

/** Says whether this is the short id of a lot; the 14 digits of a product are none. */
export function isLotNumber(digits: string): boolean {
  return /^[0-9]{6,12}$/.test(digits);
}

/** Takes the lot's id out of what the document is said to be of: its first run of six digits or more. */
export function readSubject({ subject }: RawDocument): string | undefined {
  const digits = /[0-9]{6,}/.exec(subject ?? '')?.[0] ?? '';
  return isLotNumber(digits) ? digits : undefined;
}

function errorReply(code: string, message: string): AppError {
  const kind = KEPT_OUT.find(([, words]) => words.test(message))?.[0];
  if (kind === undefined) return drift('the platform sent an error reply', { code: quote(code) });
  return new AppError('DOCUMENT.BLOCKED', 'the platform sent a blocked page', { details: { kind } });
}
