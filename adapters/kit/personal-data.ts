const DIGIT = '[0-9０-９]';
const MOBILE = `(?:\\+?86[- ]?)?[1１][3-9３-９]${DIGIT}[- ]?${DIGIT}{4}[- ]?${DIGIT}{4}`;
const CITIZEN_NUMBER = `${DIGIT}{17}[0-9０-９XxＸｘ]`;
const PERSONAL_NUMBER = new RegExp(`(?<!${DIGIT})(?:${CITIZEN_NUMBER}|${MOBILE})(?!${DIGIT})`, 'g');

/**
 * Masks mobile phone numbers (手机号) and citizen identity numbers (身份证号), digit by digit.
 * Longer and shorter numbers stay: they are certificates, parcels, amounts.
 *
 * @example maskPersonalData('看样电话13800000000') //=> '看样电话***********'
 */
export function maskPersonalData(text: string): string {
  return text.replace(PERSONAL_NUMBER, (number) => number.replace(/[0-9０-９XxＸｘ]/g, '*'));
}
