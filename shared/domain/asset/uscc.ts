/** Letters and digits of a 统一社会信用代码 in the order of their values (GB 32100-2015): no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Values of the organisation code inside it (GB 11714-1997): A is 10, Z is 35. */
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

const LENGTH = 18;
const ORGANISATION_FROM = 8;
const ORGANISATION_UNTIL = 17;

/** What is odd about a code; none of it forbids the code, because early ones exist that fail the check. */
export type UsccFinding = 'length' | 'alphabet' | 'organisation-check' | 'check';

/**
 * What is odd about a 统一社会信用代码 as written (GB 32100-2015): 18 characters, the last checks the others modulo 31,
 * characters 9 to 17 are an organisation code with its own check modulo 11. Empty when all is well.
 *
 * @example usccFindings('N2330502MF00000132') //=> []
 */
export function usccFindings(written: string): readonly UsccFinding[] {
  const code = written.trim().toUpperCase();
  if (code.length !== LENGTH) return ['length'];
  if ([...code].some((character) => !ALPHABET.includes(character))) return ['alphabet'];
  const findings: UsccFinding[] = [];
  const organisation = code.slice(ORGANISATION_FROM, ORGANISATION_UNTIL);
  if (organisation.at(-1) !== organisationCheck(organisation)) findings.push('organisation-check');
  if (code.at(-1) !== codeCheck(code)) findings.push('check');
  return findings;
}

function codeCheck(code: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(code.charAt(index)), 0);
  return ALPHABET[(31 - (sum % 31)) % 31];
}

function organisationCheck(code: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * ORGANISATION_ALPHABET.indexOf(code.charAt(index)),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}
