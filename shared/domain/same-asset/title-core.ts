import { HOME_DISTRICT } from '../divisions.ts';
import { toPlainText } from '../plain-text.ts';

/** What a title says of the thing, without what it says of the round, the notice and the deed. */
export interface TitleCore {
  /** Letters and digits alone, upper case. */
  readonly text: string;
  /** Its numbers in order: 3-12号 and 31-2号 are different things, however alike the rest is. */
  readonly numbers: string;
}

/** Words in brackets that name a round, a deed or a kind of notice. */
const BRACKETED =
  /[[【〔(][^\]】〕)]{0,20}(?:次|轮|[一二三四五]拍|变卖|再次|重新|招租|出租|转让|公告|公示|流拍|降价)[^\]】〕)]{0,20}[\]】〕)]/g;
const ROUND =
  /第[一二三四五六七八九十\d]{1,3}[次轮](?:拍卖|竞价|交易|公告|挂牌)?|[一二三四五]拍|(?:再次|重新)(?:拍卖|竞价|挂牌|招租)?|变卖|流拍/g;
const NOTICE = /关于|的?(?:公告|公示|项目|拍卖会|拍卖|竞价|拍租|招租|出租|租赁|转让|招标|挂牌)/g;
const PLACE = new RegExp(`浙江省|湖州市|${HOME_DISTRICT.name}`, 'g');

/**
 * Reads a title down to the thing it names.
 *
 * @example titleCore('【第二次拍卖】湖州市吴兴区织里镇云村3-12号厂房出租公告') //=> { text: '织里镇云村312号厂房', numbers: '3-12' }
 */
export function titleCore(title: string): TitleCore {
  const plain = toPlainText(title)
    .toUpperCase()
    .replace(BRACKETED, '')
    .replace(ROUND, '')
    .replace(NOTICE, '')
    .replace(PLACE, '');
  return { text: plain.replace(/[\p{P}\p{S}\s]+/gu, ''), numbers: (plain.match(/\d+/g) ?? []).join('-') };
}

/** Every two characters that follow each other, each once. */
export function bigramsOf({ text }: TitleCore): readonly string[] {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return [...pairs];
}

/** Of so many pairs of characters of the longer title, how many two titles must share to be alike: four in five. */
export function sharedForAlike(longer: number): number {
  return Math.ceil((longer * 4) / 5);
}

/** Whether two titles name the same thing as far as titles tell: the same numbers, and four in five pairs of characters. */
export function areAlike(a: TitleCore, b: TitleCore): boolean {
  if (a.numbers !== b.numbers || a.text === '' || b.text === '') return false;
  if (a.text === b.text) return true;
  const [left, right] = [new Set(bigramsOf(a)), bigramsOf(b)];
  const shared = right.filter((pair) => left.has(pair)).length;
  return shared > 0 && shared >= sharedForAlike(Math.max(left.size, right.length));
}
