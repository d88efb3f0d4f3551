import fc from 'fast-check';
import { component, marginal, percent, schedule, source } from '#shared/domain/fees/declare.ts';
import type { Sale } from '#shared/domain/fees/sale.ts';
import type { FeeComponent, FeeFormula, FeeSchedule, SlabBand } from '#shared/domain/fees/schedule.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { type LocalDate, parseBeijingDate } from '#shared/domain/time.ts';

const SOURCE = source({ title: '收费公告', quality: 'made up for a test' });

export function aDay(text: string): LocalDate {
  const day = parseBeijingDate(text);
  if (day === undefined) throw new RangeError(text);
  return day;
}

/** The transfer of a village's thing, sold online. */
export function aSale(of: Partial<Sale> = {}): Sale {
  return {
    dealDate: aDay('2023-06-15'),
    outcome: 'sold',
    hammerFen: fen(100_000_00),
    startPriceFen: fen(80_000_00),
    priceBasis: 'total',
    termMonths: null,
    termRentFen: null,
    tradeCategory: 'collective',
    tradeKind: 'transfer',
    assetClass: 'equipment',
    saleMode: 'ascending',
    venue: 'online',
    division: '330502103',
    area: null,
    commissionAgreed: null,
    publicProperty: null,
    ...of,
  };
}

/** A shop let by the village for three years at a rent per year. */
export function aLease(of: Partial<Sale> = {}): Sale {
  return aSale({ tradeKind: 'lease', assetClass: 'shop', priceBasis: 'per_year', termMonths: 36, ...of });
}

/** A fee of the buyer on the hammer price. */
export function aFee(of: Partial<FeeComponent> = {}): FeeComponent {
  return component({
    code: 'service',
    payer: 'buyer',
    category: 'transaction_service',
    base: 'hammer',
    formula: percent(10_000),
    ...of,
  });
}

/** One percent of the hammer price, by a public source. */
export function aSchedule(of: Partial<FeeSchedule> = {}): FeeSchedule {
  return schedule({
    id: 'east-2020',
    title: '东湖平台服务费',
    platform: 'east',
    confidence: 'documented',
    source: SOURCE,
    components: [aFee()],
    ...of,
  });
}

const RATE = fc.integer({ min: 0, max: 1_000_000 });

function edgesBelow(max: number) {
  return fc
    .uniqueArray(fc.integer({ min: 1, max }), { maxLength: 4 })
    .map((edges) => [...edges.toSorted((a, b) => a - b), null]);
}

export function marginals(max: number): fc.Arbitrary<FeeFormula> {
  return edgesBelow(max).chain((edges) =>
    fc
      .array(RATE, { minLength: edges.length, maxLength: edges.length })
      .map((rates) => marginal(...edges.map((edge, index) => [edge, rates[index] ?? 0] as const))),
  );
}

function slabBand(max: number, edge: number | null): fc.Arbitrary<SlabBand> {
  const upToFen = edge === null ? null : fen(edge);
  return fc.oneof(
    RATE.map((rate) => ({ upToFen, ratePpm: ppm(rate) })),
    fc.integer({ min: 0, max }).map((flat) => ({ upToFen, flatFen: fen(flat) })),
  );
}

export function slabs(max: number): fc.Arbitrary<FeeFormula & { readonly type: 'slab' }> {
  return edgesBelow(max)
    .chain((edges) => fc.tuple(...edges.map((edge) => slabBand(max, edge))))
    .map((bands) => ({ type: 'slab', bands }));
}

/** Components on the hammer price of every such form, with limits, discounts, units and VAT. */
export function fees(max: number, formulas: readonly fc.Arbitrary<FeeFormula>[]): fc.Arbitrary<FeeComponent> {
  const limit = fc.option(fc.integer({ min: 0, max }));
  return fc
    .record({
      payer: fc.constantFrom('buyer', 'seller'),
      formula: fc.oneof(...formulas),
      limits: fc.tuple(limit, limit),
      discount: fc.oneof(fc.constant(0), RATE),
      unit: fc.constantFrom(1, 1, 10, 100),
      inclusive: fc.constantFrom(true, false, 'unknown' as const),
    })
    .map(({ payer, formula, limits: [a, b], discount, unit, inclusive }) =>
      aFee({
        payer,
        formula,
        minFen: a === null ? null : fen(b === null ? a : Math.min(a, b)),
        maxFen: b === null ? null : fen(a === null ? b : Math.max(a, b)),
        discountPpm: ppm(discount),
        unitFen: fen(unit),
        vat: { inclusive, ratePpm: ppm(60_000) },
      }),
    );
}

/** Every form that is reckoned on the hammer price. */
export function allForms(max: number): readonly fc.Arbitrary<FeeFormula>[] {
  return [...risingForms(max), slabs(max), fc.constant({ type: 'free' } as const)];
}

/** The forms that never fall as the price rises. */
export function risingForms(max: number): readonly fc.Arbitrary<FeeFormula>[] {
  return [RATE.map(percent), marginals(max)];
}

/** Schedules of one to four such components, with or without a lot minimum. */
export function schedules(max: number, formulas: readonly fc.Arbitrary<FeeFormula>[]): fc.Arbitrary<FeeSchedule> {
  return fc
    .record({
      parts: fc.array(fees(max, formulas), { minLength: 1, maxLength: 4 }),
      minimum: fc.option(fc.integer({ min: 0, max })),
      shortfallPayer: fc.constantFrom('buyer', 'seller'),
    })
    .map(({ parts, minimum, shortfallPayer }) =>
      aSchedule({
        components: parts.map((part, index) => ({ ...part, code: `part-${index}` })),
        lotMinimum: minimum === null ? null : { fen: fen(minimum), shortfallPayer },
      }),
    );
}
