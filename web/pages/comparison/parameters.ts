import {
  PERIOD_PRESETS,
  type Period,
  type PeriodPreset,
  parsePeriod,
  presetPeriod,
} from '#shared/domain/comparison/period.ts';
import type { Filters } from '#shared/domain/comparison/population.ts';
import type { Instant } from '#shared/domain/time.ts';
import { ASSET_CLASSES, TRADE_CATEGORIES, TRADE_KINDS } from '#shared/domain/trade.ts';
import { invalidRequest, type RequestFault } from '#shared/errors/problem.ts';
import { UNKNOWN_VALUE } from '#shared/services/catalogue/catalogue-query.ts';
import type { ComparisonRequest } from '#shared/services/comparison/request.ts';
import type { ParameterTable, ParameterValues } from '../../query-parameters.ts';

const DAY = { kind: 'pattern', pattern: /^\d{4}-\d{2}-\d{2}$/, form: '日期,如 2023-10-31' } as const;

/** The parameters of a comparison, the same on pages, API and command line. */
export const COMPARISON_PARAMETERS = {
  from: DAY,
  to: DAY,
  preset: { kind: 'word', words: PERIOD_PRESETS },
  township: { kind: 'pattern', pattern: /^(?:\d{9}|unknown)$/, form: '九位区划代码或 unknown' },
  class: { kind: 'word', words: [...ASSET_CLASSES, UNKNOWN_VALUE] },
  category: { kind: 'word', words: [...TRADE_CATEGORIES, UNKNOWN_VALUE] },
  kind: { kind: 'word', words: [...TRADE_KINDS, UNKNOWN_VALUE] },
  demo: { kind: 'word', words: ['1'] },
  facts: { kind: 'pattern', pattern: /^(?:[0-9a-f]{64}|empty)$/, form: '64 位十六进制数据指纹' },
} as const satisfies ParameterTable;

type Values = ParameterValues<typeof COMPARISON_PARAMETERS>;

const DEFAULT_PRESET: PeriodPreset = 'year-to-date';

function periodOf(
  { from: [from], to: [to], preset: [preset] }: Values,
  at: Instant,
): Pick<ComparisonRequest, 'period' | 'preset'> {
  if (from === undefined && to === undefined) {
    const chosen = preset ?? DEFAULT_PRESET;
    return { period: presetPeriod(chosen, at), preset: chosen };
  }
  const period: Period | undefined = parsePeriod(from ?? '', to ?? '');
  if (period !== undefined && preset === undefined) return { period, preset: null };
  throw invalidRequest('the period is not understood', faultsOf(from, to, preset));
}

/** What is wrong with a period that is none. */
function faultsOf(from: string | undefined, to: string | undefined, preset: PeriodPreset | undefined): RequestFault[] {
  if (preset !== undefined) return [{ parameter: 'preset', detail: '不能同时给出 preset 和起止日期' }];
  const isDay = (text: string | undefined) => text !== undefined && parsePeriod(text, text) !== undefined;
  const days = Object.entries({ from, to }).filter(([, text]) => !isDay(text));
  if (days.length === 0) return [{ parameter: 'to', detail: '起不能晚于止' }];
  return days.map(([parameter]) => ({ parameter, detail: '应为日期,如 2023-10-31;起止两个都要给出' }));
}

/** What a filter asks for: `null` the lots that do not say. */
function filterOf<V extends string>([value]: readonly (V | typeof UNKNOWN_VALUE)[]): V | null | undefined {
  return value === UNKNOWN_VALUE ? null : (value as V | undefined);
}

function filtersOf({ township, class: assetClass, category, kind }: Values): Omit<Filters, 'platform'> {
  const asked = {
    township: filterOf(township),
    assetClass: filterOf(assetClass),
    tradeCategory: filterOf(category),
    tradeKind: filterOf(kind),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** What read parameters ask for; presets end on the Beijing day of `at`. */
export function toComparisonRequest(values: Values, at: Instant): ComparisonRequest {
  return {
    ...periodOf(values, at),
    filters: filtersOf(values),
    demo: values.demo.length > 0,
    factsHash: values.facts[0] ?? null,
  };
}

/** Writes a request as parameters: equal requests give equal text; what restricts nothing is left out. */
export function toComparisonParams(request: ComparisonRequest): URLSearchParams {
  const { period, preset, filters, demo, factsHash } = request;
  const { township, assetClass, tradeCategory, tradeKind } = filters;
  const given = {
    ...(preset === null ? { from: period.from, to: period.to } : { preset }),
    township,
    class: assetClass,
    category: tradeCategory,
    kind: tradeKind,
    demo: demo ? '1' : undefined,
    facts: factsHash ?? undefined,
  };
  const written = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value ?? UNKNOWN_VALUE] as const],
  );
  return new URLSearchParams(Object.fromEntries(written));
}
