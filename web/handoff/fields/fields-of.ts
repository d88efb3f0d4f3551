import { FIELD_NAMES, type FieldName, type FieldValues, fieldFacts } from '#shared/domain/handoff/fields.ts';
import { maskNames } from '#shared/domain/handoff/masked-name.ts';
import { type HandoffSource, runningRound } from '#shared/domain/handoff/source.ts';
import type { TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import { premiumRate } from '#shared/domain/money.ts';
import { beijingDate } from '#shared/domain/time.ts';
import { moneyText } from '../../format.ts';
import { percentText } from '../../pages/comparison/figure-text.ts';
import { CATEGORY_TEXT } from '../../words.ts';
import { assetFields } from './assets.ts';
import { dayText, momentText } from './dates.ts';
import { termFields, wordsOf } from './terms.ts';
import { OUTCOME_TEXT } from './words.ts';

/** What is known once the round has ended; nothing before. */
function resultFields(source: HandoffSource): FieldValues {
  const { terms, ended } = runningRound(source);
  const { agreement } = source.listing;
  if (agreement !== null) {
    return {
      交易结果: '协议出租',
      成交价: moneyText(agreement.priceFen, terms.priceBasis),
      成交价大写: wordsOf(agreement.priceFen, terms.priceBasis),
      成交时间: momentText(agreement.at),
      出具日期: dayText(beijingDate(agreement.at)),
      结果说明: agreement.reason,
    };
  }
  if (ended === null) return {};
  const { ending, at } = ended;
  const common = {
    交易结果: OUTCOME_TEXT[ending.outcome],
    成交时间: momentText(ending.at),
    出具日期: dayText(beijingDate(at)),
    结果说明: ending.cause,
  } satisfies FieldValues;
  if (ending.outcome !== 'sold') return common;
  const premium = terms.startPriceFen === null ? undefined : premiumRate(terms.startPriceFen, ending.hammerFen);
  return {
    ...common,
    成交价: moneyText(ending.hammerFen, terms.priceBasis),
    成交价大写: wordsOf(ending.hammerFen, terms.priceBasis),
    溢价率: premium === undefined ? undefined : percentText(premium),
  };
}

/** The day the last step of the approval was taken. */
function approvedOn({ listing }: HandoffSource): string | undefined {
  const passed = listing.steps.filter(({ outcome }) => outcome === 'passed').map(({ at }) => at);
  const last = passed.toSorted().at(-1);
  return last === undefined ? undefined : dayText(beijingDate(last));
}

/** Everybody whose full name must not be read by everybody: those who lease now and those with a right of priority. */
function privateNames(source: HandoffSource): readonly string[] {
  const { terms } = runningRound(source);
  const ofAssets = source.assets.flatMap(({ asset }) => [
    ...(asset.lease.incumbent === null ? [] : [asset.lease.incumbent]),
    ...asset.priorityHolders.map(({ name }) => name),
  ]);
  return [...ofAssets, ...terms.priority.map(({ name }) => name)];
}

function masked(name: FieldName, value: string | readonly string[], names: readonly string[]) {
  if (fieldFacts(name).isPersonal) return value;
  return typeof value === 'string' ? maskNames(value, names) : value.map((entry) => maskNames(entry, names));
}

/**
 * What every placeholder stands for on one listing, for a document of one kind. Names of private persons are masked in
 * all but the fields that say they carry them, which templates of public documents may not use.
 */
export function fieldsOf(source: HandoffSource, kind: TemplateKind | null): FieldValues {
  const { listing, owner, platform, numbers } = source;
  const values: FieldValues = {
    ...termFields(runningRound(source).terms),
    ...assetFields(source),
    ...resultFields(source),
    文号: kind === null ? undefined : numbers[kind],
    委托编号: listing.id,
    轮次: `第${runningRound(source).number}轮`,
    批准日期: approvedOn(source),
    平台名称: platform.name,
    选择平台理由: listing.choice?.reason,
    产权人: owner.name,
    统一社会信用代码: owner.uscc ?? undefined,
    产权性质: CATEGORY_TEXT[owner.kind],
  };
  const names = privateNames(source);
  const known = FIELD_NAMES.flatMap((name) => {
    const value = values[name];
    return value === undefined || value.length === 0 ? [] : [[name, masked(name, value, names)] as const];
  });
  return Object.fromEntries(known);
}
