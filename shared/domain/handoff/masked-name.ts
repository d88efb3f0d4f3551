/** Endings of organisations' names; a person's name does not end so when it is this long. */
const ORGANISATION =
  /(?:公司|合作社|企业|集团|中心|委员会|居委会|事务所|经营部|超市|商行|农场|工作室)$|.{4,}(?:厂|店|行|社|村|局|院|校|站|馆|场|部|所)$/u;

/** A family name of two characters (复姓), of those that still occur. */
const DOUBLE_FAMILY = /^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|夏侯|轩辕|端木)/;

/**
 * A name as it may stand in public: of a person the family name and a star for each further character, of an organisation
 * all. In doubt a name is a person's.
 *
 * @example maskedName('沈小明') //=> '沈**'
 */
export function maskedName(name: string): string {
  const plain = name.trim();
  if (ORGANISATION.test(plain)) return plain;
  const shown = DOUBLE_FAMILY.test(plain) ? 2 : 1;
  const characters = [...plain];
  return characters.map((character, index) => (index < shown ? character : '*')).join('');
}

/** Masks known names of persons wherever they stand in a text, the longest first. */
export function maskNames(text: string, names: readonly string[]): string {
  return names
    .map((name) => name.trim())
    .filter((name) => [...name].length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((masked, name) => masked.replaceAll(name, maskedName(name)), text);
}
