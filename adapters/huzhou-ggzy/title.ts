import { toPlainText } from '#shared/domain/plain-text.ts';
import { toFactText } from '../kit/fact-text.ts';
import { maskHouseholdNames, maskPersonNames } from '../kit/person-names.ts';

/** What a title says of the notice rather than of the thing. */
const NOTICE_WORDS =
  /(?:的)?(?:(?:农村综合)?(?:产权)?(?:交易|招租|出租|发包|竞价|流转|转让|租赁|拍租)?(?:成交|结果|中标|流标|流拍)*(?:公告|公示))(?:\([^()]{1,20}\))?$/;
const BRACKETED = /^(?:[[【][^\]】]{1,12}[\]】] ?)+/;

/** Makes a title fit to be kept: persons and households masked. */
export function toTitle(text: string): string {
  return maskHouseholdNames(maskPersonNames(toFactText(text)));
}

/**
 * Text that the announcement of a property, its later rounds and the publicity of its result share: the title without what it
 * says of the notice. Left out where it would tie unlike things together: without any digit, or with a masked name.
 */
export function propertyKeyOf(title: string): string | undefined {
  const plain = toPlainText(title);
  const bare = plain
    .replace(BRACKETED, '')
    .replace(NOTICE_WORDS, '')
    .replace(/\(?第?[一二三四五\d]{1,2}[次轮](?:公告|竞价|招租|交易)?\)?$/, '')
    .replace(/[\p{P}\p{S}\s]+/gu, '-')
    .replace(/^-|-$/g, '');
  return bare.length >= 8 && /\d/.test(bare) && !plain.includes('*') ? bare : undefined;
}
