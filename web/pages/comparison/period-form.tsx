import { PERIOD_PRESETS, PERIOD_TEXT } from '#shared/domain/comparison/period.ts';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { ASSET_CLASSES, TRADE_KINDS } from '#shared/domain/trade.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import { UNKNOWN_VALUE } from '#shared/services/catalogue/catalogue-query.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT } from '../../words.ts';
import { pathOfTab, presetAddress, type Tab } from './address.ts';

type Choice = readonly [value: string, text: string];

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** `null` for the lots that do not say. */
  readonly chosen: string | null | undefined;
}

const UNSTATED: Choice = [UNKNOWN_VALUE, '未注明'];

/** Property of these owners enters official figures. */
const COMPARED_CATEGORIES = ['collective', 'state'] as const;

function Select({ name, label, choices, chosen }: SelectProps) {
  const value = chosen === null ? UNKNOWN_VALUE : chosen;
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">不限</option>
        {choices.map(([each, text]) => (
          <option value={each} selected={each === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function wordChoices<W extends string>(values: readonly W[], words: Readonly<Record<W, string>>): readonly Choice[] {
  return values.map((value): Choice => [value, words[value]]);
}

const TOWNSHIPS: readonly Choice[] = HOME_DISTRICT.townships.map(({ code, name }): Choice => [code, name]);

/** Period and filters as a plain form: its address can be kept, shared and printed again. */
export function PeriodForm({ comparison, tab }: { readonly comparison: Comparison; readonly tab: Tab }) {
  const { period, preset, filters, demo } = comparison.request;
  return (
    <>
      <nav class="links tabs" aria-label="期间">
        {PERIOD_PRESETS.map((each) => (
          <a href={presetAddress(comparison.request, tab, each)} aria-current={each === preset ? 'true' : undefined}>
            {PERIOD_TEXT[each]}
          </a>
        ))}
      </nav>
      <form class="period" action={pathOfTab(tab)} method="get" aria-label="期间与筛选">
        <label>
          从
          <input type="date" name="from" value={period.from} required />
        </label>
        <label>
          到
          <input type="date" name="to" value={period.to} required />
        </label>
        <Select name="township" label="乡镇街道" choices={[...TOWNSHIPS, UNSTATED]} chosen={filters.township} />
        <Select
          name="class"
          label="资产类别"
          choices={[...wordChoices(ASSET_CLASSES, ASSET_CLASS_TEXT), UNSTATED]}
          chosen={filters.assetClass}
        />
        <Select
          name="category"
          label="权属"
          choices={wordChoices(COMPARED_CATEGORIES, CATEGORY_TEXT)}
          chosen={filters.tradeCategory}
        />
        <Select
          name="kind"
          label="流转方式"
          choices={[...wordChoices(TRADE_KINDS, TRADE_KIND_TEXT), UNSTATED]}
          chosen={filters.tradeKind}
        />
        <label class="check">
          <input type="checkbox" name="demo" value="1" checked={demo} />
          含示例费率
        </label>
        <button type="submit">比较</button>
      </form>
    </>
  );
}
