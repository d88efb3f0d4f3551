import type { FeeComponent, FeeConditions, FeeFormula, FeeSchedule } from './schedule.ts';
import { precedence } from './select.ts';

const MILLION = 1_000_000;

function isRate(ratePpm: number): boolean {
  return ratePpm >= 0 && ratePpm <= MILLION;
}

function hasRisingBands(bands: readonly { readonly upToFen: number | null }[]): boolean {
  return (
    bands.length > 0 &&
    bands.every(({ upToFen }, index) => {
      const before = index === 0 ? 0 : (bands[index - 1]?.upToFen ?? 0);
      return index === bands.length - 1 ? upToFen === null : upToFen !== null && upToFen > before;
    })
  );
}

function hasSoundFormula(formula: FeeFormula): boolean {
  switch (formula.type) {
    case 'free':
      return true;
    case 'flat':
      return formula.amountFen >= 0;
    case 'percent':
      return isRate(formula.ratePpm);
    case 'per_unit':
      return formula.amountFen >= 0 && Number.isSafeInteger(formula.perUnits) && formula.perUnits > 0;
    case 'months_of_rent':
      return Number.isSafeInteger(formula.milliMonths) && formula.milliMonths >= 0;
    case 'marginal':
      return hasRisingBands(formula.bands) && formula.bands.every(({ ratePpm }) => isRate(ratePpm));
    case 'slab':
      return (
        hasRisingBands(formula.bands) &&
        formula.bands.every((band) => ('flatFen' in band ? band.flatFen >= 0 : isRate(band.ratePpm)))
      );
  }
}

function problemInComponent(component: FeeComponent): string | undefined {
  const { formula, base, minFen, maxFen } = component;
  const scales = formula.type === 'percent' || formula.type === 'marginal' || formula.type === 'slab';
  if (!hasSoundFormula(formula)) return 'formula';
  if (scales === (base === 'none') && formula.type !== 'free') return 'base';
  if ((minFen ?? 0) < 0 || (maxFen ?? 0) < 0 || (maxFen !== null && (minFen ?? 0) > maxFen)) return 'limits';
  if (!isRate(component.discountPpm) || !isRate(component.vat.ratePpm)) return 'rate';
  if (component.unitFen < 1) return 'rounding unit';
  return undefined;
}

/** What is wrong with a schedule in itself, in a few English words; undefined when nothing is. */
export function problemIn(schedule: FeeSchedule): string | undefined {
  const { effectiveFrom, effectiveTo, confidence, agreementNumber, components, lotMinimum } = schedule;
  if (effectiveFrom !== null && effectiveTo !== null && effectiveFrom > effectiveTo) return 'ends before it begins';
  if ((confidence === 'agreement') !== (agreementNumber !== null)) return 'agreement and its number go together';
  if (components.length === 0) return 'no component';
  if (new Set(components.map(({ code }) => code)).size < components.length) return 'two components of one code';
  if (lotMinimum !== null && lotMinimum.fen < 0) return 'lot minimum';
  for (const component of components) {
    const problem = problemInComponent(component);
    if (problem !== undefined) return `${problem} of ${component.code}`;
  }
  return undefined;
}

function shareAny(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((value) => b.includes(value));
}

/** Regions share when one code begins with the other. */
function shareRegion({ regionPrefixes: a }: FeeConditions, { regionPrefixes: b }: FeeConditions): boolean {
  if (a === undefined || b === undefined) return true;
  return a.some((first) => b.some((second) => first.startsWith(second) || second.startsWith(first)));
}

/** Some sale may meet both; exclusions are not looked at, so it errs on the side of yes. */
function couldBothHold(a: FeeConditions, b: FeeConditions): boolean {
  const agree = (first?: boolean, second?: boolean) => first === undefined || second === undefined || first === second;
  return (
    shareAny(a.ownerKinds, b.ownerKinds) &&
    shareAny(a.saleKinds, b.saleKinds) &&
    shareAny(a.saleMethods, b.saleMethods) &&
    shareAny(a.assetClasses, b.assetClasses) &&
    shareAny(a.tradeKinds, b.tradeKinds) &&
    shareRegion(a, b) &&
    agree(a.commissionAgreed, b.commissionAgreed) &&
    agree(a.publicProperty, b.publicProperty)
  );
}

/**
 * Two schedules of one platform that could hold for one sale while neither goes first, by id.
 * Where neither goes first both begin on one day, so their times always overlap.
 */
export function clashIn(schedules: readonly FeeSchedule[]): readonly [string, string] | undefined {
  for (const [index, a] of schedules.entries()) {
    const b = schedules
      .slice(index + 1)
      .find((other) => precedence(a, other) === 0 && couldBothHold(a.when, other.when));
    if (b !== undefined) return [a.id, b.id];
  }
  return undefined;
}
