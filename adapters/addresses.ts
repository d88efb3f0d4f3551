import { lotNumberIn as alibaba } from './alibaba/lot-number.ts';
import { lotNumberIn as caa } from './caa/lot-number.ts';
import { lotNumberIn as gpai } from './gpai/lot-number.ts';
import { lotNumberIn as huzhouGgzy } from './huzhou-ggzy/info-address.ts';
import { lotNumberIn as jd } from './jd/lot-number.ts';

/**
 * Reads the platform's own number of a lot out of the address of its page, by platform. A notice of an auction house holds
 * several lots, and of other platforms no address was ever seen: theirs say no number.
 */
export const lotNumbers: ReadonlyMap<string, (url: string) => string | undefined> = new Map([
  ['alibaba', alibaba],
  ['caa', caa],
  ['gpai', gpai],
  ['huzhou-ggzy', huzhouGgzy],
  ['jd', jd],
]);
