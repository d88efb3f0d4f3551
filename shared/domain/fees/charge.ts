import { type Fen, fen, type Ppm, ppm } from '../money.ts';
import { matches } from './conditions.ts';
import { amountAt } from './formula.ts';
import { type Fraction, fraction, isLess, roundHalfUp, times, ZERO } from './fraction.ts';
import { isRent, measure, type Quantity, quantityOf } from './quantity.ts';
import { isLease, type Sale, type SaleFact } from './sale.ts';
import type { FeeCategory, FeeComponent, FeePayer, FeeSchedule } from './schedule.ts';

const MILLION = 1_000_000;

/** What one side, or both together, pay. */
export interface FeePart {
  /** With the VAT that the schedule says comes on top. */
  readonly fen: Fen;
  /** VAT that would come on top of it where the schedule does not say whether it is within. */
  readonly openVatFen: Fen;
}

/** One component on one sale. */
export interface ComponentFee {
  readonly code: string;
  readonly payer: FeePayer;
  readonly category: FeeCategory;
  /** False: an exemption, another kind of trade, or an outcome that costs nothing. */
  readonly applied: boolean;
  readonly base: Quantity;
  /** Size of the base, rounded to the fen (of an area, to 1/1000 mu); `null` where there is none. */
  readonly baseSize: number | null;
  /** The fee by the schedule, without VAT that comes on top. */
  readonly feeFen: Fen;
  readonly vatFen: Fen;
  readonly openVatFen: Fen;
}

/** Fees on one sale by one schedule: the parts, and each side's sum. */
export interface Charge {
  readonly components: readonly ComponentFee[];
  /** What the lot's minimum adds, within the part of who pays it. */
  readonly topUp: { readonly payer: FeePayer; readonly fen: Fen } | null;
  readonly buyer: FeePart;
  readonly seller: FeePart;
  readonly total: FeePart;
}

/** Whether a component takes part at all. Only a lease has a rent, and what is exempt has no minimum. */
export function applies(component: FeeComponent, sale: Sale): boolean | readonly SaleFact[] {
  if (component.formula.type === 'free' || !component.chargeOn.includes(sale.outcome)) return false;
  if (isRent(quantityOf(component)) && isLease(sale) === false) return false;
  const match = matches(component.when, sale);
  return typeof match === 'string' ? match === 'yes' : match;
}

/** Formula, minimum, maximum, discount: exact, before the one rounding. */
function exactFee(component: FeeComponent, base: Fraction): Fraction {
  let fee = amountAt(component.formula, base);
  if (component.minFen !== null && isLess(fee, fraction(component.minFen))) fee = fraction(component.minFen);
  if (component.maxFen !== null && isLess(fraction(component.maxFen), fee)) fee = fraction(component.maxFen);
  return component.discountPpm === 0 ? fee : times(fee, fraction(MILLION - component.discountPpm, MILLION));
}

function vatOn(feeFen: bigint, { inclusive, ratePpm }: FeeComponent['vat']) {
  const onTop = inclusive === true ? fen(0) : toFen(roundHalfUp(fraction(feeFen * BigInt(ratePpm), MILLION)));
  return { vatFen: inclusive === false ? onTop : fen(0), openVatFen: inclusive === 'unknown' ? onTop : fen(0) };
}

function toFen(amount: bigint): Fen {
  return fen(Number(amount));
}

function componentFee(component: FeeComponent, sale: Sale): ComponentFee | readonly SaleFact[] {
  const applied = applies(component, sale);
  if (typeof applied !== 'boolean') return applied;
  const { code, payer, category } = component;
  const base = quantityOf(component);
  const size = applied ? measure(base, sale) : ZERO;
  if (typeof size === 'string') return [size];
  const fee = applied ? roundHalfUp(exactFee(component, size), BigInt(component.unitFen)) : 0n;
  const baseSize = applied && base !== 'none' ? Number(roundHalfUp(size)) : null;
  return { code, payer, category, applied, base, baseSize, feeFen: toFen(fee), ...vatOn(fee, component.vat) };
}

/** What the lot's minimum adds: nothing when the side that would pay it is exempt. */
function topUpOf({ lotMinimum }: FeeSchedule, fees: readonly ComponentFee[]): Charge['topUp'] {
  if (lotMinimum === null) return null;
  const { shortfallPayer: payer } = lotMinimum;
  const short = lotMinimum.fen - fees.reduce((sum, { feeFen }) => sum + feeFen, 0);
  return short > 0 && fees.some((fee) => fee.applied && fee.payer === payer) ? { payer, fen: fen(short) } : null;
}

function partOf(payer: FeePayer, fees: readonly ComponentFee[], topUp: Charge['topUp']): FeePart {
  const own = fees.filter((fee) => fee.payer === payer);
  const added = topUp?.payer === payer ? topUp.fen : 0;
  return {
    fen: fen(own.reduce((sum, { feeFen, vatFen }) => sum + feeFen + vatFen, added)),
    openVatFen: fen(own.reduce((sum, { openVatFen }) => sum + openVatFen, 0)),
  };
}

/**
 * What a schedule charges on a sale, to the fen; or the facts it would take to say.
 * Whether the schedule holds for the sale is not asked here.
 */
export function chargeBy(schedule: FeeSchedule, sale: Sale): Charge | readonly SaleFact[] {
  const parts = schedule.components.map((component) => componentFee(component, sale));
  const components = parts.filter((part): part is ComponentFee => 'code' in part);
  const missing = parts.flatMap((part) => ('code' in part ? [] : part));
  if (missing.length > 0) return [...new Set(missing)].toSorted();

  const topUp = topUpOf(schedule, components);
  const buyer = partOf('buyer', components, topUp);
  const seller = partOf('seller', components, topUp);
  const total = { fen: fen(buyer.fen + seller.fen), openVatFen: fen(buyer.openVatFen + seller.openVatFen) };
  return { components, topUp, buyer, seller, total };
}

/** Parts per million, rounded half up, of an amount within a base above zero. */
export function shareOf(amount: Fen, base: Fraction): Ppm {
  return ppm(Number(roundHalfUp({ n: BigInt(amount) * BigInt(MILLION) * base.d, d: base.n })));
}
