import { describe, expect, it } from 'vitest';
import { feeSchedules } from '#adapters/fees.ts';
import { chargeBy } from '#shared/domain/fees/charge.ts';
import { LEGAL_MAXIMA } from '#shared/domain/fees/legal-maxima.ts';
import type { Sale } from '#shared/domain/fees/sale.ts';
import { fen } from '#shared/domain/money.ts';
import { TRADE_KINDS } from '#shared/domain/trade.ts';
import { aSale } from './fees-builders.ts';
import examples from './fixtures/fee-examples.json' with { type: 'json' };

const schedules = [...feeSchedules, ...LEGAL_MAXIMA];

type Input = (typeof examples)[number]['input'];

/** The sale an example speaks of; its rents are those that follow from the quoted price. */
function toSale(input: Input): Sale {
  const tradeKind = TRADE_KINDS.find((kind) => kind === input.transactionKind) ?? 'transfer';
  const [annual, monthly, term] = [input.firstYearRentFen, input.monthlyRentFen, input.totalTermRentFen];
  return aSale({
    outcome: input.outcome === 'sold' ? 'sold' : 'passed-in',
    hammerFen: fen(input.hammerFen ?? monthly ?? 0),
    tradeKind,
    priceBasis: annual !== undefined ? 'per_year' : monthly !== undefined ? 'per_month' : 'total',
    termMonths: annual !== undefined && term !== undefined ? (term / annual) * 12 : null,
    tradeCategory: input.ownerKind === 'enterprise' ? 'commercial' : 'collective',
    area: input.areaMilliMu === undefined ? null : { thousandths: input.areaMilliMu, unit: 'mu' },
  });
}

describe('the worked examples of the fee schedules', () => {
  it('are 46, and every schedule has its own', () => {
    const shown = new Set(examples.map(({ schedule }) => schedule));

    expect(examples).toHaveLength(46);
    expect([...shown].toSorted()).toEqual(schedules.map(({ id }) => id).toSorted());
    expect(schedules).toHaveLength(18);
  });

  it.each(examples)('$schedule, $label: to the fen', ({ schedule: id, input, expected }) => {
    const schedule = schedules.find((one) => one.id === id);
    if (schedule === undefined) throw new RangeError(id);

    const charge = chargeBy(schedule, toSale(input));

    if (!('components' in charge)) throw new RangeError(charge.join());
    const components = Object.fromEntries(charge.components.map(({ code, feeFen }) => [code, feeFen]));
    const topUp = charge.topUp === null ? {} : { lot_min_top_up: charge.topUp.fen };
    expect({ ...components, ...topUp }).toEqual(expected.components);
    expect(charge.buyer.fen).toBe(expected.buyerFen);
    expect(charge.seller.fen).toBe(expected.sellerFen);
    expect(charge.total.fen).toBe(expected.totalFen);
  });
});
