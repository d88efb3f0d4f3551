import { toPlainText } from '#shared/domain/plain-text.ts';
import type { Area } from '#shared/domain/trade.ts';

const WRITTEN_AREA = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))? ?(亩|平方米|平米|㎡|m²|m2)?$/i;
const LONGEST_WHOLE = 9;

/**
 * Reads an area (面积) as written, 亩 or 平方米; a unit in the text beats `unit`. Undefined without any unit, for nought,
 * and for more than three decimals.
 *
 * @example parseArea('69㎡') //=> { thousandths: 69_000, unit: 'm2' }
 */
export function parseArea(text: string, unit?: Area['unit']): Area | undefined {
  const [, whole = '', fraction = '', word] = WRITTEN_AREA.exec(toPlainText(text)) ?? [];
  const written = word === undefined ? unit : word === '亩' ? 'mu' : 'm2';
  const digits = whole.replaceAll(',', '');
  const decimals = fraction.replace(/0+$/, '');
  if (written === undefined || digits.length > LONGEST_WHOLE || decimals.length > 3) return undefined;
  const thousandths = Number(digits + decimals.padEnd(3, '0'));
  return thousandths === 0 ? undefined : { thousandths, unit: written };
}
