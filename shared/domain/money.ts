import { toPlainText } from './plain-text.ts';

/** Money (金额) in whole fen. */
export type Fen = number & { readonly __unit: 'fen' };

/** A rate (比率) in whole parts per million: 1% is 10,000. */
export type Ppm = number & { readonly __unit: 'ppm' };

/** The unit a column or field is written in when its text does not say. */
export type MoneyUnit = 'yuan' | 'wan' | 'fen';

/** What a written amount says: an amount, that there is none (无), or nothing we can be sure of. */
export type ParsedMoney =
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/** How many decimals of the unit make one fen. */
const DECIMALS = { fen: 0, yuan: 2, wan: 6, yi: 10 } as const;

const NO_AMOUNT = /^(?:暂?无|[-–—]*)$/;
const WRITTEN_AMOUNT =
  /^((?:人民币|RMB|CNY)? ?[¥￥]?) ?(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))? ?([万亿]?[元圆]整?|[万亿])?$/i;
const LONGEST_WRITTEN_AMOUNT = 64;
/** The largest safe integer has 16 digits: fewer are always safe. */
const SAFE_DIGITS = 16;

/** Below this many yuan, two amounts one fen apart are always two different floats. */
const FLOAT_TELLS_FEN_BELOW = 2 ** 46;

/**
 * Takes a whole number of fen.
 * @throws RangeError unless it is a safe integer
 */
export function fen(n: number): Fen {
  return safeInteger(n) as Fen;
}

/**
 * Takes a whole number of parts per million.
 * @throws RangeError unless it is a safe integer
 */
export function ppm(n: number): Ppm {
  return safeInteger(n) as Ppm;
}

/**
 * Reads an amount as platforms write it: thousands separators, currency sign, full-width digits, 万 and 亿.
 * A unit in the text beats `unit`; a currency sign alone is no unit, for columns in 万元 carry it too.
 * Negative amounts, wrong grouping, fractions of a fen and anything beyond safe integers are unreadable.
 *
 * @example parseMoney('41.5 万元') //=> { kind: 'amount', fen: 41_500_000 }
 * @example parseMoney('1,23') //=> { kind: 'unreadable' }
 */
export function parseMoney(text: string, unit: MoneyUnit = 'yuan'): ParsedMoney {
  const plain = toPlainText(text);
  if (NO_AMOUNT.test(plain)) return { kind: 'none' };

  const amount = readAmount(plain, unit);
  return amount === undefined ? { kind: 'unreadable' } : { kind: 'amount', fen: amount };
}

/**
 * Takes an amount in yuan out of a JSON number, exactly, by its shortest decimal text.
 * Undefined for anything but a finite amount from zero up with at most two decimals,
 * and from 2^46 yuan, where a float no longer tells one fen from the next.
 *
 * @example fromYuanNumber(19736.5) //=> 1_973_650 fen
 */
export function fromYuanNumber(value: number): Fen | undefined {
  if (!(value >= 0 && value < FLOAT_TELLS_FEN_BELOW)) return undefined;
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(value));
  return match === null ? undefined : exactFen(match[1] ?? '', match[2] ?? '', DECIMALS.yuan);
}

/**
 * Premium rate (溢价率) of a sold lot over its start price, rounded half up; negative when sold below it.
 * Undefined when the start price is zero or below, or the rate is beyond safe integers.
 *
 * @example premiumRate(fen(100_00), fen(820_01)) //=> 7_200_100 ppm (720.01%)
 */
export function premiumRate(start: Fen, hammer: Fen): Ppm | undefined {
  if (start <= 0) return undefined;
  const rate = divideHalfUp((BigInt(hammer) - BigInt(start)) * 1_000_000n, BigInt(start));
  return isSafe(rate) ? ppm(Number(rate)) : undefined;
}

/** Writes an amount in yuan (元), always with two decimals: `161,993,057.00`. */
export function formatYuan(amount: Fen): string {
  return formatHundredths(BigInt(amount));
}

/** Writes an amount in 万元 with two decimals, rounded half up: `25,598.81`. */
export function formatWan(amount: Fen): string {
  return formatHundredths(divideHalfUp(BigInt(amount), 10_000n));
}

function readAmount(plain: string, unit: MoneyUnit): Fen | undefined {
  const match = plain.length > LONGEST_WRITTEN_AMOUNT ? null : WRITTEN_AMOUNT.exec(plain);
  if (match === null) return undefined;
  const [, currency = '', whole = '', fraction = '', word = ''] = match;
  const written = unitOfWord(word) ?? unit;
  if (written === 'fen' && currency.trim() !== '') return undefined;
  return exactFen(whole.replaceAll(',', ''), fraction, DECIMALS[written]);
}

function unitOfWord(word: string): keyof typeof DECIMALS | undefined {
  if (word === '') return undefined;
  if (word.startsWith('万')) return 'wan';
  return word.startsWith('亿') ? 'yi' : 'yuan';
}

function exactFen(whole: string, fraction: string, decimals: number): Fen | undefined {
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return undefined;
  const digits = whole + significant.padEnd(decimals, '0');
  if (digits.length < SAFE_DIGITS) return fen(Number(digits));
  const amount = BigInt(digits);
  return isSafe(amount) ? fen(Number(amount)) : undefined;
}

/** Rounds a fraction to the nearest whole number, halves towards plus infinity; the divisor is positive. */
function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const doubled = 2n * dividend + divisor;
  const quotient = doubled / (2n * divisor);
  return doubled % (2n * divisor) < 0n ? quotient - 1n : quotient;
}

function formatHundredths(hundredths: bigint): string {
  const sign = hundredths < 0n ? '-' : '';
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${sign}${whole}.${digits.slice(-2)}`;
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}

function safeInteger(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a safe integer: ${n}`);
  return n;
}
