import { maskPersonalData } from './personal-data.ts';

/** Longer than any real title; what comes after says nothing and would burden every store. */
const LONGEST_FACT = 500;

/**
 * Makes text of a page fit to be stored: well-formed, one line, personal numbers masked, at most 500 characters.
 * Words and signs stay as the platform wrote them.
 */
export function toFactText(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\s\u200B\uFEFF]+/gu, ' ')
    .trim();
  const masked = maskPersonalData(line);
  if (masked.length <= LONGEST_FACT) return masked;
  // Cut, a long number may look like a personal one.
  return `${maskPersonalData(masked.slice(0, LONGEST_FACT - 1).toWellFormed())}…`;
}

/**
 * Takes the name of an organisation (单位). Undefined for what may be a private person:
 * fewer than five characters, or a form of address.
 */
export function readOrganisation(text: string): string | undefined {
  const name = toFactText(text);
  return name.length < 5 || /先生|女士|小姐|联系人/.test(name) ? undefined : name;
}
