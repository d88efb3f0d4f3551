import { openPage, unreadableText } from './page.ts';
import { maskPersonNames } from './person-names.ts';
import { maskPersonalData } from './personal-data.ts';
import { readCharacters } from './recording-characters.ts';

/** A recorded document fit to be kept beside the code. */
export interface Recording {
  readonly bytes: Buffer;
  readonly charset: string;
  /** How many characters were masked. */
  readonly masked: number;
  /** Places that still speak of persons, with what follows, for a person to look at. */
  readonly suspects: readonly string[];
}

const HAN = '\\p{Script=Han}';

/** What a page writes before a person's name, as a label or as a field's name. */
const LABELS =
  '联\\s?系\\s?人|看样联系人|咨询人|姓\\s?名|经\\s?办\\s?人|承\\s?办\\s?人|负\\s?责\\s?人|法定代表人|承办法官|书记员|竞\\s?得\\s?人|买\\s?受\\s?人|受让方|承租方|身份证姓名' +
  '|(?:contact|link|real|buyer|bidder|winner|owner|person|judge|customer)_?(?:name|man|person|er)|contacts?|linkman|consultant';

/** What stands between a label and its name: colons, quotes, tags and nothing that reads. */
const BETWEEN = '(?:[\\s:：="\'，,（()）]|&nbsp;|\\\\["\']|<[^<>]{0,120}>){0,12}';

/** A name of two to four characters, or one with a middle dot; a longer run is an organisation's. */
const NAME = `${HAN}{1,6}(?:·${HAN}{1,6}){1,3}|${HAN}{2,4}?(?=先生|女士|小姐|法官|律师|联系|电话|手机|地址|(?!${HAN}))`;

const AFTER_LABEL = new RegExp(`(?<=(?:${LABELS})${BETWEEN})(?:${NAME})`, 'giu');
const BEFORE_ADDRESS = new RegExp(`(?<=^|(?!${HAN}).)${HAN}{1,3}(?=先生|女士|小姐|法官|律师)`, 'gu');
const SUSPECT = new RegExp(
  `(?:联系人|姓名|经办人|承办人|负责人|竞得人|买受人|手机|身份证|微信|支付宝|银行卡|(?<!\\*)(?:先生|女士))(?!${BETWEEN}\\*).{0,30}`,
  'gu',
);
const NAMED_SUSPECTS = 20;

/**
 * Masks persons in a document, byte by byte, so that its charset, escapes and length of lines stay what the platform
 * sent: names after labels and before forms of address, mobile numbers, citizen numbers. Organisations and landlines
 * stay. What no rule recognises is listed as suspect, not removed.
 *
 * @throws AppError `DOCUMENT.EMPTY`, `DOCUMENT.ENCODING`
 */
export function maskRecording(bytes: Uint8Array): Recording {
  const page = openPage(bytes);
  const characters = readCharacters(page);
  if (characters === undefined) throw unreadableText('undecodable bytes');
  const text = characters.map(({ character }) => character).join('');
  const kept = maskText(text);
  const parts: Uint8Array[] = [];
  let masked = 0;
  let at = 0;
  for (const { character, from, to } of characters) {
    const isMasked = !kept.startsWith(character, at);
    masked += isMasked ? 1 : 0;
    parts.push(isMasked ? Buffer.from('*'.repeat(character.length)) : page.bytes.subarray(from, to));
    at += character.length;
  }
  const suspects = [...kept.matchAll(SUSPECT)].map(([found]) => found.replace(/\s+/g, ' ')).slice(0, NAMED_SUSPECTS);
  return { bytes: Buffer.concat(parts), charset: page.charset, masked, suspects };
}

/** Masks character for character: every step keeps the length. */
function maskText(text: string): string {
  return [AFTER_LABEL, BEFORE_ADDRESS].reduce(
    (masked, pattern) => masked.replace(pattern, (name) => '*'.repeat(name.length)),
    maskPersonNames(maskPersonalData(text)),
  );
}
