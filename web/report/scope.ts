import type { Period } from '#shared/domain/comparison/period.ts';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import type { ComparisonRequest } from '#shared/services/comparison/request.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT } from '../words.ts';

/** A Beijing day for people: `2023年10月31日`. */
export function dayText(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A period for people, both ends counted. */
export function periodText({ from, to }: Period): string {
  return `${dayText(from)}至${dayText(to)}`;
}

/** A township's name by its code; the code where it is not one of the district's. */
export function townshipName(code: string): string {
  return HOME_DISTRICT.townships.find((township) => township.code === code)?.name ?? code;
}

function filterWord<V extends string>(value: V | null | undefined, unknown: string, word: (of: V) => string) {
  if (value === undefined) return [];
  return [value === null ? unknown : word(value)];
}

/** What figures are narrowed to, in words; empty when they are not. */
function filterWords({ filters }: ComparisonRequest): readonly string[] {
  return [
    ...filterWord(filters.township, '镇街不明', townshipName),
    ...filterWord(filters.tradeCategory, '交易类别不明', (of) => CATEGORY_TEXT[of]),
    ...filterWord(filters.assetClass, '资产类别不明', (of) => ASSET_CLASS_TEXT[of]),
    ...filterWord(filters.tradeKind, '流转方式不明', (of) => TRADE_KIND_TEXT[of]),
  ];
}

/** The district, with what figures are narrowed to. */
export function districtText(request: ComparisonRequest): string {
  const narrowed = filterWords(request);
  return narrowed.length === 0 ? '全区' : `全区(${narrowed.join('、')})`;
}
