import { walkXml } from './table-xml.ts';

/** What a number format (数字格式) makes of a number. `unclear`: shown as something else than the number itself. */
export type NumberFormat = 'plain' | 'day' | 'day-and-clock' | { readonly unclear: string };

/** Formats that a workbook names by number only, as a Chinese Excel shows them. */
const MONTH = 'yyyy"年"m"月"';
const MONTH_AND_DAY = 'm"月"d"日"';
const BUILT_IN: Readonly<Record<number, string>> = {
  ...codes([9, 10], '0%'),
  ...codes([14, 30], 'yyyy/m/d'),
  ...codes([15, 16], 'd-mmm-yy'),
  ...codes([17], 'mmm-yy'),
  ...codes([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56], 'h:mm'),
  ...codes([22], 'yyyy/m/d h:mm'),
  ...codes([27, 36, 50, 52, 57], MONTH),
  ...codes([28, 29, 51, 53, 54, 58], MONTH_AND_DAY),
  ...codes([31], 'yyyy"年"m"月"d"日"'),
};

/**
 * Reads the number formats of a workbook, by style number.
 * @throws AppError `DOCUMENT.DRIFT`
 */
export function readNumberFormats(name: string, styles: Uint8Array): readonly NumberFormat[] {
  const own = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isInCellStyles = false;
  walkXml(name, styles, 'styleSheet', {
    open(element, attributes) {
      if (element === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (element === 'cellXfs') isInCellStyles = true;
      if (element !== 'xf' || !isInCellStyles) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      formats.push(readFormatCode(own.get(id) ?? BUILT_IN[id] ?? ''));
    },
    close(element) {
      if (element === 'cellXfs') isInCellStyles = false;
    },
  });
  return formats;
}

/** Reads a format code; its first section is the one for positive numbers. */
function readFormatCode(code: string): NumberFormat {
  if (/[%万亿]/.test(code)) return { unclear: 'a number that is shown in 万, 亿 or percent' };
  const signs = code
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
    .replace(/;.*$/s, '')
    .toLowerCase();
  if (!/[ymdhs]/.test(signs.replace('general', ''))) return 'plain';
  const hasClock = /[hs]/.test(signs);
  if (signs.includes('d')) return hasClock ? 'day-and-clock' : 'day';
  return { unclear: /y/.test(signs) || !hasClock ? 'a month without its day' : 'a time without its day' };
}

/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01: what workbooks count from, 1900 not being a leap year. */
const EPOCH_DAY = { 1900: 25_569, 1904: 24_107 } as const;
const DAY_SECONDS = 86_400;
/** 1900-03-01, from when on the count is right, to the end of 9999. */
const FIRST_SERIAL = 61;
const AFTER_LAST_SERIAL = 2_958_466;

/**
 * Writes a date serial (日期序列号) as Beijing wall time, to the second. Without time of day where neither number nor
 * format has one. Undefined outside the calendar.
 *
 * @example serialToText(45891.375, 'day', 1900) //=> '2025-08-22 09:00:00'
 */
export function serialToText(serial: number, format: 'day' | 'day-and-clock', from: 1900 | 1904): string | undefined {
  if (!(serial >= FIRST_SERIAL && serial < AFTER_LAST_SERIAL)) return undefined;
  const seconds = Math.round(serial * DAY_SECONDS);
  const written = new Date((seconds - EPOCH_DAY[from] * DAY_SECONDS) * 1_000).toISOString();
  const hasClock = format === 'day-and-clock' || seconds % DAY_SECONDS !== 0;
  return hasClock ? written.slice(0, 19).replace('T', ' ') : written.slice(0, 10);
}

function codes(ids: readonly number[], code: string): Readonly<Record<number, string>> {
  return Object.fromEntries(ids.map((id) => [id, code]));
}
